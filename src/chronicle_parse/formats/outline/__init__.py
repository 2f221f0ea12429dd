"""The outline of a page: its headings, marked or not, and their levels.

Heading systems are declared as data (`markers.SYSTEMS`); `find_headings` finds what is a heading on this page, `levels`
infers what stands below what. Other people's formats can use all of it.
"""

from chronicle_parse.formats.outline.headings import find_headings, is_heading
from chronicle_parse.formats.outline.levels import levels
from chronicle_parse.formats.outline.lines import Heading, content
from chronicle_parse.formats.outline.markers import SYSTEMS, Marker, System, read_marker
from chronicle_parse.formats.outline.phrases import cut

__all__ = [
    "SYSTEMS",
    "Heading",
    "Marker",
    "System",
    "content",
    "cut",
    "find_headings",
    "is_heading",
    "levels",
    "read_marker",
]
