"""From bytes or raw text to clean text: decode, repair, normalise; every change an edit, every offset mapped back."""

from chronicle_parse.text.cleaning import Source, clean, fold

__all__ = ["Source", "clean", "fold"]
