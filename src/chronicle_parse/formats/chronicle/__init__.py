"""大事记: dated entries, one below the other.

* `front`      what stands around the first entry: the title, also glued to it, and chrome on its line.
* `layout`     looks at the page as a whole: hard wraps, numbering, where the dates stand.
* `survey`     says what every line is (a date heading, the head of an entry, its continuation, a topic).
* `drafts`     entries in the making, cut where further dated events begin in their text.
* `frames`     what holds for a whole chronicle: the year of its title, its publication date.
* `years`      knows which year and month stand where the text leaves them out.
* `settling`   rolls the years over at their turn, and places what only the publication date can.
* `columns`    notices columns that OCR read line by line.
* `assembly`   makes entries, period and issues of what the survey found.
* `detection`  says how much a page looks like a chronicle, and why.
"""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.chronicle.assembly import read
from chronicle_parse.formats.chronicle.detection import score
from chronicle_parse.model import Chronicle

FORMAT = BulletinFormat("chronicle", "大事记", score, read, Chronicle)
