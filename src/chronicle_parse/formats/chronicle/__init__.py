"""大事记: dated entries, one below the other.

* `survey`     says what every line is: a date heading, the head of an entry, its continuation, a topic heading.
* `years`      knows which year and month stand where the text leaves them out, and rolls them over at the turn of a year.
* `layout`     looks at the page as a whole: hard wraps, numbering, columns that were interleaved by OCR.
* `assembly`   makes entries, period and issues of what the survey found.
* `detection`  says how much a page looks like a chronicle, and why.
"""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.chronicle.assembly import read
from chronicle_parse.formats.chronicle.detection import score
from chronicle_parse.model import Chronicle

FORMAT = BulletinFormat("chronicle", "大事记", score, read, Chronicle)
