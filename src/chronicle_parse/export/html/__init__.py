"""A self-contained page: the original text with its values marked, beside what was read out of it."""

from chronicle_parse.export.html.page import to_html

__all__ = ["to_html"]
