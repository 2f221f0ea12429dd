"""一周动态 and its daily, fortnightly and monthly kin: items, in sections where the page has them.

* `survey`     says what every line is by itself: the head of an item, a day, a heading, a short line, a sentence.
* `habits`     sees how the page as a whole sets its items.
* `layout`     says to which section and item a line belongs, with `running` (several in one line) and `continuation`.
* `making`     puts the lines there; `drafts` are the sections and items in the making.
* `period`     reads the period from title or lead, and says which year a day without one lies in.
* `clocks`     reads what the page as a whole says about time; `dating` knows when an item happened.
* `assembly`   makes the document: people, quantities and activity of every item, and the issues.
* `detection`  says how much a page looks like a roundup, and why.
"""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.roundup.assembly import read
from chronicle_parse.formats.roundup.detection import score
from chronicle_parse.model import Roundup

FORMAT = BulletinFormat("roundup", "一周动态", score, read, Roundup)
