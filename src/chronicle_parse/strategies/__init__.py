"""What tests need to make bulletins up: `garble` damages a clean text as damaged pages are damaged."""

from chronicle_parse.strategies.chronicles import DrawnChronicle, DrawnEntry, chronicles
from chronicle_parse.strategies.garble import garble, readings

__all__ = ["DrawnChronicle", "DrawnEntry", "chronicles", "garble", "readings"]
