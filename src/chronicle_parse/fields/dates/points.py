"""One point in time: from the groups of its pattern to years, months and days, said, inherited or unknown."""

from __future__ import annotations

from re import Match

from attrs import define, evolve, field

from chronicle_parse.fields.dates import grammar, relative
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.fields.dates.numbers import century, era_base, era_bases, last_day, number
from chronicle_parse.model import PartialDate
from chronicle_parse.model.values import Precision

NUMERALS = frozenset("0123456789〇○零一二三四五六七八九十廿卅")
BLANKS = " \t\u3000"
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
BETWEEN_SEASONS = {"春末夏初": 5, "春夏之交": 5, "夏秋之交": 8, "秋冬之交": 11}
PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 31),
    "末": (21, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
}


@define  # why: a frozen one takes twice as long to make, and no one else holds it
class Reading:
    """A date read from a text, before it has a span.

    Attributes:
        stop: the clean offset behind it.
        said: the parts the words themselves give; the others were inherited or are unknown.
        by: the sign between its numbers where it is written in numbers alone (2021-12-06).
        open: a unit sign is still to come, from the next member of a range or list (the 6 of 6-7日).
    """

    start: PartialDate
    end: PartialDate
    precision: Precision
    stop: int
    said: frozenset[str] = frozenset()
    inherited: frozenset[str] = frozenset()
    part: str | None = None
    time: str | None = None
    members: tuple[PartialDate, ...] = ()
    by: str | None = None
    open: bool = False


@define
class Ambient:
    """What a point may inherit: from the context or, in a range or list, from the member before it.

    Attributes:
        head: a date must begin here (an entry does), so that 秋, 月初 or 元旦 alone is one.
        before: the member before, in the same range or list.
        glued: a season may stand right before the text it dates.
    """

    context: DateContext
    head: bool = False
    before: Reading | None = None
    glued: bool = False

    @property
    def year(self) -> int | None:
        """The year known."""
        return self.context.year if self.before is None else self.before.end.year

    @property
    def month(self) -> int | None:
        """The month known."""
        return self.context.month if self.before is None else self.before.end.month


@define
class _Draft:
    """A point while it is being put together."""

    year: int | None = None
    month: int | None = None
    said: set[str] = field(factory=set)
    inherited: set[str] = field(factory=set)

    def take(self, unit: str, value: int | None) -> int | None:
        """A value from elsewhere, on record if it is known."""
        if value is not None:
            self.inherited.add(unit)
        return value

    def done(
        self, start: PartialDate, end: PartialDate, precision: Precision, stop: int, part: str | None = None
    ) -> Reading:
        """The finished point."""
        return Reading(start, end, precision, stop, frozenset(self.said), frozenset(self.inherited), part)

    def months(self, first: int, last: int, precision: Precision, stop: int, part: str | None = None) -> Reading:
        """A stretch of months; one that runs past December ends in the next year."""
        over = int(last > 12 and first <= 12)
        end = PartialDate(None if self.year is None else self.year + over, last - 12 * over)
        return self.done(PartialDate(self.year, first), end, precision, stop, part)


def point(text: str, at: int, ambient: Ambient, limit: int | None = None) -> Reading | None:
    """One point in time that begins at `at`, without what may hang on behind."""
    found = grammar.point().match(text, at, len(text) if limit is None else limit)
    if found is None or found.end() == at or text[at] in BLANKS:
        return None
    draft = _Draft()
    if not _read_year(found, draft, ambient):
        return None
    stop = at + len(text[at : found.end()].rstrip(BLANKS))
    if found["day"] or found["part"]:
        reading = _read_day(found, draft, ambient, stop)
    else:
        reading = _read_months(found, draft, ambient, stop)
    if reading is None:
        # why: 2021年9日, 2021年春节, 三季度末: what stands in front is a date, its last piece is no part of it
        cut = max(found.start(group) for group in LOWER)
        return point(text, at, ambient, cut) if cut > at else None
    if text[stop - 1] in NUMERALS and text[at] != "Q":
        return evolve(reading, open=True)
    return reading


LOWER = (
    "month",
    "rmonth",
    "pair",
    "quarter",
    "upto",
    "half",
    "season",
    "yearpart",
    "monthpart",
    "day",
    "part",
)


def _read_year(found: Match[str], draft: _Draft, ambient: Ambient) -> bool:
    """Fills in the year, said or inherited; False if what stands there is no year."""
    before = ambient.before
    near = None if before is None else before.end.year
    if word := found["ryear"]:
        if not relative.stands(word, found.string, found.start()):
            return False
        draft.year = relative.year(word, ambient.context, near)
        if before is None:
            draft.take(relative.inherits(word), draft.year)
    elif written := found["year"]:
        draft.year = number(written)
        if draft.year < 1900 and grammar.no_year().match(found.string, found.end("year") + 1):
            return False  # 1500年历史
    elif written := found["modern"]:
        if int(written) - number(found["old"]) not in (*era_bases(), 1900, 2000):
            return False
        draft.year = int(written)
    elif written := found["short"]:
        if not (near is not None or any(found[group] for group in DATING) or _is_short_year(found, written)):
            return False
        draft.year = century(number(written), near)
    elif written := found["republic"]:
        draft.year = era_base("民国") + int(written)
    elif era := found["era"]:
        draft.year = era_base(era) + number(found["reign"])
    else:
        draft.year = ambient.year if before is not None else draft.take("year", ambient.year)
        return True
    draft.said.add("year")
    return True


DATING = ("month", "quarter", "half", "season")
"""What stands behind a two-digit year and shows that it is one."""


def _is_short_year(found: Match[str], written: str) -> bool:
    """Whether 97年 or 零八年 alone is a year: 23年 and 八九年 are durations.

    A year that opens a clause is one if it is not round and lies in the last century; one with a zero in front always is.
    """
    if written[0] in "0" + grammar.ZERO:
        return True
    text, start, value = found.string, found.start(), number(written)
    opens = start == 0 or text[start - 1] in relative.CLAUSE_STARTS or text[start - 1] in "在于从自到至"
    return (
        opens
        and value > 60
        and value % 10 > 0
        and written not in grammar.CONSECUTIVE
        and not grammar.no_year().match(text, found.end("short") + 1)
    )


def _read_months(found: Match[str], draft: _Draft, ambient: Ambient, stop: int) -> Reading | None:
    """A point that is no finer than a month."""
    if written := found["month"]:
        if "year" not in draft.said and ambient.before is None and not _is_month(found, stop):
            return None
        draft.said.add("month")
        return draft.months(number(written), number(written), "month", stop)
    if word := found["rmonth"]:
        if not _relative_month(word, found, draft, ambient):
            return None
        draft.said.add("month")
        date = PartialDate(draft.year, draft.month)
        return draft.done(date, date, "month", stop)
    if found["monthpart"]:
        draft.month = draft.take("month", ambient.month)
        return _part_of_month(draft, found["monthpart"][1], stop) if ambient.head else None
    return _read_stretch(found, draft, ambient, stop) or _read_whole_year(found, draft, ambient, stop)


def _read_stretch(found: Match[str], draft: _Draft, ambient: Ambient, stop: int) -> Reading | None:
    """Several months: 七八月, 第二季度, 前五个月, 上半年, 秋."""
    if written := found["pair"]:
        return draft.months(number(written[0]), number(written[1]), "month", stop)
    if written := found["quarter"]:
        first = 3 * number(written) - 2
        return draft.months(first, first + 2, "quarter", stop, found["quarterword"])
    if written := found["upto"]:
        count = number(written)
        if not found["uptoquarter"]:
            return draft.months(1, count, "month", stop)
        return draft.months(1, 3 * count, "quarter", stop, f"前{written}季度") if count <= 4 else None
    if written := found["half"]:
        first = 1 if written[0] == "上" else 7
        return draft.months(first, first + 5, "half-year", stop, written)
    if written := found["season"]:
        text = found.string
        stands = ambient.glued or len(written) > 1 or stop == len(text) or text[stop] in relative.CLAUSE_STARTS
        if "year" in draft.said or (ambient.head and stands):
            longer = grammar.season_words().match(text, found.start("season"))
            return None if longer else draft.months(*_season(written), "season", stop, written)
    return None


def _read_whole_year(found: Match[str], draft: _Draft, ambient: Ambient, stop: int) -> Reading | None:
    """A year, also its beginning or end, which fixes no months: 2021年底."""
    if any(found[group] for group in LOWER if group != "yearpart"):
        return None
    part = found["yearpart"]
    if "year" not in draft.said and not (part and ambient.head):
        return None
    date = PartialDate(draft.year)
    return draft.done(date, date, "year", stop, part and f"年{part}")


def _season(written: str) -> tuple[int, int]:
    """First and last month; 初 and 末 fix one month of the three.

    >>> _season("秋"), _season("夏初"), _season("冬")
    ((9, 11), (6, 6), (12, 14))
    """
    if written in BETWEEN_SEASONS:
        return BETWEEN_SEASONS[written], BETWEEN_SEASONS[written] + 1
    first = next(month for season, month in SEASONS.items() if season in written)
    for signs, index in (("初早", 0), ("仲盛", 1), ("末暮深", 2)):
        if any(sign in written for sign in signs):
            return first + index, first + index
    return first, first + 2


def _is_month(found: Match[str], stop: int) -> bool:
    """Whether a month without a year is one: not 3月龄, 一月一次, 八月十五 (a day of the lunar calendar)."""
    text = found.string
    if grammar.no_month().match(text, stop):
        return False
    return found["month"].isascii() or text[stop : stop + 1] not in "一二三四五六七八九十" or stop == len(text)


def _relative_month(word: str, found: Match[str], draft: _Draft, ambient: Ambient) -> bool:
    """本月, also 去年本月: the month of the one, the year of the other."""
    if not relative.stands(word, found.string, found.start("rmonth")):
        return False
    near = None if ambient.before is None else ambient.before.end
    known = relative.month(word, ambient.context, near)
    draft.month = draft.take(relative.inherits(word), known.month)
    if "year" not in draft.said:
        draft.year = known.year
    return True


def _read_day(found: Match[str], draft: _Draft, ambient: Ambient, stop: int) -> Reading | None:
    """A day, or a part of a month."""
    if written := found["month"]:
        draft.month = number(written)
        draft.said.add("month")
    elif word := found["rmonth"]:
        if not _relative_month(word, found, draft, ambient):
            return None
        draft.said.add("month")
    elif "year" in draft.said or any(found[group] for group in LOWER[2:-2]):
        return None
    else:
        draft.month = ambient.month if ambient.before is not None else draft.take("month", ambient.month)
    if written := found["part"]:
        if "month" not in draft.said and len(written) == 1:
            return None
        return _part_of_month(draft, written, stop)
    if "month" not in draft.said and not _is_bare_day(found, stop, ambient):
        return None
    draft.said.add("day")
    date = PartialDate(draft.year, draft.month, number(found["day"]))
    return draft.done(date, date, "day", stop)


def _part_of_month(draft: _Draft, written: str, stop: int) -> Reading:
    """上旬 and its kin: the days they cover; the last one is open where the month is not known."""
    first, last = PARTS[written]
    end = min(last, last_day(draft.year, draft.month)) if draft.month is not None or last < 28 else None
    return draft.done(
        PartialDate(draft.year, draft.month, first),
        PartialDate(draft.year, draft.month, end),
        "part-month",
        stop,
        written,
    )


def _is_bare_day(found: Match[str], stop: int, ambient: Ambient) -> bool:
    """Whether a day without a month is one: not 50日元, 三日内, 2号线, 8号楼."""
    text, start, sign = found.string, found.start("day"), found.string[stop - 1]
    inside = start > 0 and text[start - 1] not in relative.CLAUSE_STARTS and not ambient.head and ambient.before is None
    if inside and len(found["day"]) == 1 and not found["day"].isascii():
        return False  # why: 十年如一日, 一日三餐
    if sign == "日":
        return not grammar.no_day().match(text, stop)
    if sign == "号":
        if ambient.before is not None:
            return True
        if not found["day"].isascii() or grammar.no_number().match(text, stop):
            return False
        return ambient.head or bool(grammar.day_number().match(text, stop))
    return True  # the sign comes with a later member
