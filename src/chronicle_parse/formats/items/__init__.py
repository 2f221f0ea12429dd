"""The heads of items: bullets, numbers, same-day marks and dates, declared as data and used by every format.

An item of a bulletin opens with a mark (◆, △, 3、), a date (2月9日, 5日, 2019.05.06, 【5月6日】) or both. This module says what
stands at a place; which of the lines make an entry, and which year a bare 2月9日 means, is the business of the formats.

* `mark_at`      the bullet or number at the head of a line.
* `head_at`      the whole head: mark, brackets, date, remark, and where the text behind it begins.
* `date_line`    a line that is a date and nothing else: 7日, 一九六八年, ## 2020年1月7日.
* `openings`     places inside a paragraph where a further item may begin: 6月,…;7月,…
* `date_behind`  a date in brackets at the end of a paragraph.
* `lead`         what may stand in front of the date of a head: 当地时间, 自.
* `is_numbered`  whether lines count 1、2、3、 (so that `1、2日` is read as a number, not as two days).
* `short_dates`  whether 05-06 or 5.22 at the heads of lines is a day.
* `damaged_head` a head whose date lost a sign or a digit to OCR; `torn_day` a bare day that lost its sign.
* `bare_numbers` whether numbers alone at the heads of lines are days or years; `bare_head` reads one.
* `record_lines` the lines of items that are set as records: 时间:… 地点:… 内容:….

Words are in lexicon/marks.tsv and lexicon/entry_heads.tsv. All offsets are clean ones.
"""

from chronicle_parse.formats.items.bare import Bare, bare_head, bare_numbers, short_dates
from chronicle_parse.formats.items.damaged import damaged_head, torn_day
from chronicle_parse.formats.items.heads import (
    COUNTER,
    LONGEST_DATE,
    NOTHING,
    WEEKDAY,
    Head,
    date_line,
    head_at,
    lead,
)
from chronicle_parse.formats.items.inside import date_behind, openings
from chronicle_parse.formats.items.marks import Mark, MarkKind, is_numbered, mark_at
from chronicle_parse.formats.items.records import record_lines

__all__ = [
    "COUNTER",
    "LONGEST_DATE",
    "NOTHING",
    "WEEKDAY",
    "Bare",
    "Head",
    "Mark",
    "MarkKind",
    "bare_head",
    "bare_numbers",
    "damaged_head",
    "date_behind",
    "date_line",
    "head_at",
    "is_numbered",
    "lead",
    "mark_at",
    "openings",
    "record_lines",
    "short_dates",
    "torn_day",
]
