"""What tests need to make bulletins up: pages with what a reader must find in them, and `garble`, which damages a text.

`chronicles`, `work_reports` and `roundups` are hypothesis strategies; docs/testing.md shows how to use them.
"""

from chronicle_parse.strategies.chronicles import DrawnChronicle, chronicles
from chronicle_parse.strategies.events import DrawnEntry
from chronicle_parse.strategies.garble import garble, readings
from chronicle_parse.strategies.indicators import DrawnAmount, DrawnIndicator
from chronicle_parse.strategies.roundups import DrawnRoundup, DrawnSection, roundups
from chronicle_parse.strategies.work_reports import DrawnHeading, DrawnReport, work_reports

__all__ = [
    "DrawnAmount",
    "DrawnChronicle",
    "DrawnEntry",
    "DrawnHeading",
    "DrawnIndicator",
    "DrawnReport",
    "DrawnRoundup",
    "DrawnSection",
    "chronicles",
    "garble",
    "readings",
    "roundups",
    "work_reports",
]
