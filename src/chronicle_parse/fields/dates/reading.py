"""From the shape of a date to its meaning: points, ranges and lists read at one place of a text."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from functools import cache

from attrs import define, evolve, field, frozen
from regex import Match

from chronicle_parse.fields.dates import grammar, relative
from chronicle_parse.fields.dates.context import DateContext
from chronicle_parse.lexicon import rows
from chronicle_parse.model import PartialDate
from chronicle_parse.model.values import Precision

BLANKS = " \t\u3000"
FINENESS: tuple[Precision, ...] = ("years", "year", "half-year", "season", "quarter", "month", "part-month", "day")
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
TURNS = {"春末夏初": 5, "春夏之交": 5, "夏秋之交": 8, "秋冬之交": 11}
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
LUNAR = ("农历", "阴历", "旧历", "古历", "夏历")


@frozen
class Reading:
    """A date read from a text, before it has a span.

    Attributes:
        stop: the clean offset behind it.
        said: the parts the words themselves give; the others were inherited or are unknown.
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
    open: bool = False


@frozen
class Ambient:
    """What a point may inherit: from the context or, in a range or list, from the member before it.

    Attributes:
        head: a date must begin here (an entry does), so that 秋, 月初 or 元旦 alone is one.
        before: the member before, in the same range or list.
    """

    context: DateContext
    head: bool = False
    before: Reading | None = None

    @property
    def year(self) -> int | None:
        """The year known."""
        return self.context.year if self.before is None else self.before.end.year

    @property
    def month(self) -> int | None:
        """The month known."""
        return self.context.month if self.before is None else self.before.end.month


# --- numbers -------------------------------------------------------------------------------------------------------


@cache
def _small() -> Mapping[str, int]:
    """Chinese numbers up to 99, as dates write them."""
    digits = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
    table = {"元": 1, "首": 1, "两": 2, **digits}
    for tens, value in {"十": 10, "廿": 20, "卅": 30, **{f"{d}十": 10 * v for d, v in digits.items()}}.items():
        table[tens] = value
        table.update({tens + d: value + v for d, v in digits.items()})
    return table


def number(written: str) -> int:
    """A small number of a date: 06, 十二, 廿五; digit by digit where it is a year (二〇二一).

    >>> number("06"), number("廿五"), number("二○二一")
    (6, 25, 2021)
    """
    if written.isascii():
        return int(written)
    small = _small().get(written)
    if small is not None:
        return small
    return int("".join("0" if c in grammar.ZERO else c if c.isascii() else str(_small()[c]) for c in written))


@cache
def _eras() -> Mapping[str, int]:
    return {row["word"]: int(row["base"]) for row in rows("eras")}


def _century(short: int, near: int | None) -> int:
    """The full year of a two-digit one: not before `near` if that is known, else not past 2040."""
    if near is not None:
        year = near - near % 100 + short
        return year if year >= near else year + 100
    return 2000 + short if short <= 40 else 1900 + short


def last_day(year: int | None, month: int | None) -> int:
    """The last day of a month; February of an unknown year may have 29."""
    return calendar.monthrange(year or 2000, month)[1] if month is not None and 1 <= month <= 12 else 31


# --- points --------------------------------------------------------------------------------------------------------


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


def _point(text: str, at: int, ambient: Ambient, limit: int | None = None) -> Reading | None:
    """One point in time that begins at `at`, without what may hang on behind."""
    found = grammar.point().match(text, at, limit)
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
        # why: 2021年9日, 2021年春节: the year stands, what follows is no part of the date
        cut = max(found.end(group) for group in ("year", "short", "era", "ryear"))
        middle = min((found.start(group) for group in LOWER if found[group]), default=0)
        return _point(text, at, ambient, middle) if middle > cut > at else None
    if stop in (found.end(group) for group in ("year", "month", "quarter", "day")):
        return evolve(reading, open=True)
    return reading


LOWER = ("month", "rmonth", "quarter", "roman", "upto", "half", "season", "yearpart", "monthpart", "day", "part")


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
    elif written := found["short"]:
        if not (found["month"] or near is not None or written[0] in "0" + grammar.ZERO):
            return False  # 23年 alone is a duration
        draft.year = _century(number(written), near)
    elif era := found["era"]:
        draft.year = _eras()[era] + number(found["reign"])
    else:
        draft.year = ambient.year if before is not None else draft.take("year", ambient.year)
        return True
    draft.said.add("year")
    return True


def _read_months(found: Match[str], draft: _Draft, ambient: Ambient, stop: int) -> Reading | None:
    """A point that is no finer than a month."""
    text, dated = found.string, "year" in draft.said
    draft.said.add("month")
    if written := found["month"]:
        month = number(written)
        if not dated and ambient.before is None and not _is_month(found, stop):
            return None
        return draft.months(month, month, "month", stop)
    if word := found["rmonth"]:
        if not _relative_month(word, found, draft, ambient):
            return None
        date = PartialDate(draft.year, draft.month)
        return draft.done(date, date, "month", stop)
    if written := found["quarter"] or found["roman"]:
        first = 3 * number(written) - 2
        start = found.start("quarter") if found["quarter"] else found.start("roman")
        return draft.months(first, first + 2, "quarter", stop, text[start - (text[start - 1] in "第Q") : stop])
    if written := found["upto"]:
        count = number(written)
        if found["uptoquarter"]:
            return draft.months(1, 3 * count, "quarter", stop, f"前{written}季度") if count <= 4 else None
        return draft.months(1, count, "month", stop)
    if written := found["half"]:
        first = 1 if written[0] == "上" else 7
        return draft.months(first, first + 5, "half-year", stop, written)
    if written := found["season"]:
        stands = len(written) > 1 or stop == len(text) or text[stop] in relative.CLAUSE_STARTS
        if not (dated or (ambient.head and stands)) or grammar.season_words().match(text, found.start("season")):
            return None
        return draft.months(*_season(written), "season", stop, written)
    if written := found["monthpart"]:
        if not ambient.head:
            return None
        draft.month = draft.take("month", ambient.month)
        return _part_of_month(draft, written[1], stop)
    if not (dated or (found["yearpart"] and ambient.head)):
        return None
    draft.said.discard("month")
    date = PartialDate(draft.year)
    return draft.done(date, date, "year", stop, found["yearpart"] and "年" + found["yearpart"])


def _season(written: str) -> tuple[int, int]:
    """First and last month; 初 and 末 fix one month of the three.

    >>> _season("秋"), _season("夏初"), _season("隆冬")
    ((9, 11), (6, 6), (12, 14))
    """
    if written in TURNS:
        return TURNS[written], TURNS[written] + 1
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
        PartialDate(draft.year, draft.month, first), PartialDate(draft.year, draft.month, end), "part-month", stop, written
    )


def _is_bare_day(found: Match[str], stop: int, ambient: Ambient) -> bool:
    """Whether a day without a month is one: not 50日元, 三日内, 2号线, 8号楼."""
    text, sign = found.string, found.string[stop - 1]
    if sign == "日":
        return not grammar.no_day().match(text, stop)
    if sign == "号":
        if ambient.before is not None:
            return True
        if not found["day"].isascii() or grammar.no_number().match(text, stop):
            return False
        return ambient.head or bool(grammar.day_number().match(text, stop))
    return True  # the sign comes with a later member


# --- what hangs on behind, ranges and lists ------------------------------------------------------------------------


def read(text: str, at: int, context: DateContext, *, head: bool = False, short: bool = False) -> Reading | None:
    """The longest date that begins exactly at `at`: a point, a range or a list, with weekday and time of day."""
    ambient = Ambient(context, head)
    first = _stretch(text, at, ambient, short)
    if first is None:
        return None
    parts = [first]
    while (joint := grammar.listing().match(text, parts[-1].stop)) is not None:
        last = parts[-1]
        following = _stretch(text, joint.end(), Ambient(context, False, last))
        if following is None or not _continues(last, following, loose=joint["loose"] is not None):
            break
        parts.append(following)
    if parts[-1].open:
        return None
    return first if len(parts) == 1 else _list(parts)


def _continues(last: Reading, following: Reading, *, loose: bool) -> bool:
    """Whether two dates with 、 (or 和, for days alone) between them are one list."""
    same = last.precision == following.precision and last.precision in ("day", "month", "quarter")
    if not same or "year" in following.said or _key(following.start) <= _key(last.end):
        return False
    return not loose or "month" not in following.said


def _key(date: PartialDate) -> tuple[int, int, int]:
    return (date.year or 0, date.month or 0, date.day or 0)


def _list(parts: list[Reading]) -> Reading:
    """One reading of the members of a list; ranges inside are spelt out day by day."""
    first, last = parts[0], parts[-1]
    members: list[PartialDate] = []
    for each in parts:
        members.extend(_spelt(each))
    return evolve(
        first,
        end=last.end,
        stop=last.stop,
        time=first.time or last.time,
        members=tuple(members),
        open=False,
    )


def _spelt(reading: Reading) -> list[PartialDate]:
    start, end = reading.start, reading.end
    if reading.precision == "day" and start.day and end.day and start.month == end.month:
        return [PartialDate(start.year, start.month, day) for day in range(start.day, end.day + 1)]
    return [start] if start == end else [start, end]


def _stretch(text: str, at: int, ambient: Ambient, short: bool = False) -> Reading | None:
    """One point, or two with a dash between them."""
    first = _single(text, at, ambient, short)
    if first is None:
        return None
    joint = grammar.separator().match(text, first.stop)
    if joint is not None:
        second = _single(text, joint.end(), Ambient(ambient.context, False, first), short)
        if second is not None and not second.open:
            return _range(first, second)
    return first


def _range(first: Reading, second: Reading) -> Reading:
    """Two ends made one: what the second leaves out it takes from the first, and it never ends before it begins."""
    start, end = first.start, second.end
    if "year" in second.said and "year" not in first.said:
        year = end.year
        if year is not None and start.month is not None and end.month is not None:
            year -= (start.month, start.day or 0) > (end.month, end.day or 31)
        start = evolve(start, year=year)
    elif _key(end) < _key(start) and "year" not in second.said:
        if "month" in second.said or start.month is None:
            end = evolve(end, year=None if end.year is None else end.year + 1)
        else:
            years, month = divmod(start.month, 12)
            end = PartialDate(None if end.year is None else end.year + years, month + 1, end.day)
    precision = max(first.precision, second.precision, key=FINENESS.index)
    if precision == "year":
        precision = "years"
    return evolve(
        first, start=start, end=end, stop=second.stop, precision=precision, time=first.time or second.time, open=False
    )


def _single(text: str, at: int, ambient: Ambient, short: bool = False) -> Reading | None:
    """One date of any notation, with what hangs on behind it."""
    if at >= len(text):
        return None
    reading = (
        _iso(text, at, ambient)
        or _point(text, at, ambient)
        or _relative_day(text, at, ambient)
        or _years(text, at)
        or (_special(text, at, ambient, short) if ambient.head or ambient.before is not None else None)
    )
    if reading is None or reading.open or reading.precision != "day":
        return reading
    behind = grammar.tail().match(text, reading.stop)
    if behind is None or behind.end() == reading.stop:
        return reading
    return evolve(reading, stop=behind.end(), time=behind["time"])


def _iso(text: str, at: int, ambient: Ambient) -> Reading | None:
    """2021-12-06 and its kin; the day alone may be missing."""
    found = grammar.iso().match(text, at)
    if found is None:
        return None
    if found["bare"]:
        alone = ambient.head or ambient.before is not None or grammar.iso_range().match(text, found.end())
        if not alone:
            return None
        date = PartialDate(int(found["year"]), int(found["bare"]))
        return Reading(date, date, "month", found.end(), frozenset({"year", "month"}))
    date = PartialDate(int(found["year"]), int(found["month"]), int(found["day"]))
    return Reading(date, date, "day", found.end(), frozenset({"year", "month", "day"}))


def _relative_day(text: str, at: int, ambient: Ambient) -> Reading | None:
    """昨天, 同日, 本周五."""
    found = relative.read(text, at, ambient.context)
    if found is None:
        return None
    start, end, inherited, stop = found
    known = frozenset({inherited}) if start != PartialDate() else frozenset[str]()
    return Reading(start, end, "day", stop, frozenset(), known)


def _years(text: str, at: int) -> Reading | None:
    """A decade, a century or a five-year plan."""
    found = grammar.span_of_years().match(text, at)
    if found is None:
        return None
    said = frozenset({"year"})
    if plan := found["plan"]:
        row = next(row for row in rows("five_year_plans") if row["word"] == plan)
        evidence = found["frame"] or found["stage"] or found["document"] is not None
        if not evidence and (len(plan) < 3 or grammar.no_plan().match(text, found.end())):
            return None
        first, last = int(row["first"]), int(row["last"])
        if stage := found["stage"]:
            date = PartialDate(first if stage == "初" else last)
            return Reading(date, date, "year", found.end(), said)
    elif written := found["years"]:
        first, last = int(written), int(written) + 9
    elif written := found["loose"]:
        first, last = 1900 + number(written), 1909 + number(written)
    else:
        century = 20 if found["century"] == "上" else number(found["century"])
        first, last = 100 * (century - 1), 100 * (century - 1) + 99
        if written := found["decade"]:
            first, last = first + number(written), first + number(written) + 9
    return Reading(PartialDate(first), PartialDate(last), "years", found.end(), said)


def _special(text: str, at: int, ambient: Ambient, short: bool) -> Reading | None:
    """What is a date only where one must stand: 元旦, 05-06, 5.22-5.28, 2014 and a blank."""
    if ambient.head and (holiday := relative.holiday(text, at)) is not None:
        date = evolve(holiday[0], year=ambient.year)
        inherited = frozenset({"year"}) if ambient.year is not None else frozenset[str]()
        return Reading(date, date, "day", holiday[1], frozenset({"month", "day"}), inherited)
    if ambient.head and (found := grammar.lone_year().match(text, at)) is not None:
        date = PartialDate(int(found[0]))
        return Reading(date, date, "year", found.end(), frozenset({"year"}))
    found = grammar.short().match(text, at)
    if found is None or not (short or found["padded"] or found["ranged"] or not ambient.head):
        return None
    date = PartialDate(ambient.year, int(found["month"]), int(found["day"]))
    inherited = frozenset({"year"}) if ambient.before is None and ambient.year is not None else frozenset[str]()
    return Reading(date, date, "day", found.end(), frozenset({"month", "day"}), inherited)
