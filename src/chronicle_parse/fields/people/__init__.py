"""Reads people: full personal names, each with the title written right before it.

`costs` holds what the lexicon says about characters and words, `names` weighs where a name ends, `titles` finds where a title
begins, and `finder` walks a text with the three.
"""

from chronicle_parse.fields.people.finder import find_people, scan

__all__ = ["find_people", "scan"]
