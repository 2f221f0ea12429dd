"""What is known where a date stands."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from chronicle_parse.model import When


@frozen
class DateContext:
    """What is known where a date stands: what a heading, title, caller or publication date says.

    Attributes:
        year, month, day: inherited where the date itself does not say.
        published: the page's publication date, for 昨天, 上周, 去年.
        previous: the date of the entry before, for 同日, 同月, 是年, ☆; None under a new heading.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    published: dt.date | None = None
    previous: When | None = None
