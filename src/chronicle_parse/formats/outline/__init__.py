"""The outline of a page: its headings, marked or not, and their levels.

Heading systems are declared as data (`markers.SYSTEMS`); `find_headings` finds what is a heading on this page, `levels`
infers what stands below what. Other people's formats can use all three.
"""

from chronicle_parse.formats.outline.headings import Heading, cut, find_headings
from chronicle_parse.formats.outline.levels import levels
from chronicle_parse.formats.outline.markers import Marker, System, read_marker

__all__ = ["Heading", "Marker", "System", "cut", "find_headings", "levels", "read_marker"]
