"""Reads people: full personal names, each with the title written right before it.

`costs` holds what the lexicon says about characters and words, `candidates` says which characters may be a name, `following`
what may come behind it, `running` what plain words cost; `names` weighs the one against the other. `contexts` knows what stands
before a name, `judge` decides, `titles` finds where a title begins, and `finder` walks a text with them.
"""

from chronicle_parse.fields.people.finder import find_people, scan

__all__ = ["find_people", "scan"]
