"""Puts figures and phrases together to indicators: a small grammar over the figures of a sentence."""

from __future__ import annotations

from functools import cache

from attrs import define, evolve
from regex import Pattern

from chronicle_parse.fields import changes, ranks
from chronicle_parse.fields.indicators.figures import Figure, bounded, figures
from chronicle_parse.fields.indicators.frames import Frame, cues
from chronicle_parse.fields.indicators.names import HIDDEN, Phrase, members, noun_after, phrase, tidy
from chronicle_parse.fields.indicators.tails import Role, Tail, tail
from chronicle_parse.lexicon import words
from chronicle_parse.model import Change, Indicator, Quantity, Rank, Span, SpanMaker
from chronicle_parse.model.values import Direction, IndicatorKind
from chronicle_parse.patterns import any_of, verbose


@cache
def _hard() -> Pattern[str]:
    """What ends a sentence."""
    return verbose(r"[。;；!！?？\n]|(?<!其中)[:：]")


@cache
def _joins() -> Pattern[str]:
    """What may stand between the figures of one list."""
    return verbose(r"\s*(?:[、,，/]|和|与|及|以及)\s*(?:约|近|超)?")


@cache
def _bracket() -> Pattern[str]:
    return verbose(r"[(（]([^()（）\n]{0,80})[)）]")


@cache
def _headcount() -> Pattern[str]:
    """Attendance is no indicator."""
    return verbose(r"(?:应到|实到|出席|到会|列席|缺席|因病因事请假|请假)[^,，。；;\n]{0,12}$|(?:代表|委员)\d*$")


@cache
def _share() -> Pattern[str]:
    """占X比重, 占X的: the share that something has in another."""
    return verbose(r"(?P<whole>.*?)占(?P<of>[^,，。；;、]{1,24}?)(?:的)?(?P<word>比重|比例|份额|百分比|比)?(?:的)?")


@cache
def _joined() -> Pattern[str]:
    return verbose(any_of(words("indicator_joined")))


@cache
def _announced() -> Pattern[str]:
    return verbose(rf"(?:主要|具体|重要|重大|重点|方面|攻坚|专项|工作|年|大|新|更)*{any_of(words('indicator_announced'))}(?:工作|任务|问题)?")


@cache
def _timed() -> Pattern[str]:
    """A time that is itself measured."""
    return verbose(r"(?:时间|时限|时长|周期|寿命|年限|工期|期限|用时|耗时|天数|时差|提前量)$")


@cache
def _aged() -> Pattern[str]:
    return verbose(r"(?:寿命|年龄)$")


@cache
def _names_it() -> Pattern[str]:
    """The subject of a passing clause that may stand between a figure and its rank."""
    return verbose(
        r"[\s,，、]*(?:增速|增幅|增量|总量|规模|降幅|涨幅|水平|均|分别|连续[一二三四五六七八九十两\d]+[年次]|位次|排名|稳|位|居|列|排|位居|稳居|保持|再|创|再创|继续|实现|双双|首次|已|高于|全省|全市|跃居|升至|跃升至|稳定|达到|名列|跻身|突破|以上|左右)*"
    )


@define
class Draft:
    """An indicator in the making; places are those of the piece."""

    name: str
    verb: str
    quantity: Quantity | None
    change: Change | None
    previous: Quantity | None
    kind: IndicatorKind
    year: int | None
    start: int
    stop: int
    rank: Rank | None = None
    threshold: bool = False


class Reader:
    """Reads one piece of clean text."""

    def __init__(self, text: str, kind: IndicatorKind | None, year: int | None) -> None:
        self.figures = figures(text)
        self.text = _masked(text, self.figures) if "(" in text or "（" in text else text
        self.frame = Frame(kind, year)
        self.cues = cues(text) if self.figures else []
        self.changes = {change.quantity.span.start: change for change in changes.scan(text, Span)} if self.figures else {}
        self.drafts: list[Draft] = []
        self.sentence: list[Draft] = []
        self.group: list[Draft] = []
        self.noun = ""
        self.earlier: list[Figure] = []
        self.total = ""
        self._cue = 0

    def read(self) -> list[Draft]:
        """All drafts, in order."""
        at, previous = 0, 0
        count = len(self.figures)
        while at < count:
            figure = self.figures[at]
            gap = self.text[previous : figure.start]
            border = -1
            for match in _hard().finditer(gap):
                border = match.end()
            if border >= 0:
                self._new_sentence()
            lead_start = previous + max(border, 0)
            comma = max(gap.rfind(",", max(border, 0)), gap.rfind("，", max(border, 0)))
            start = previous + comma + 1 if comma >= max(border, 0) else lead_start
            run = self._run(at)
            self._advance(figure.start)
            if not any(each.void for each in run):
                self._take(start, run, self.text[lead_start:start], fresh=comma >= 0 or border >= 0 or previous == 0)
            previous = run[-1].stop
            at += len(run)
        return self.drafts

    def _new_sentence(self) -> None:
        self.sentence, self.group, self.noun, self.earlier, self.total = [], [], "", [], ""

    def _advance(self, until: int) -> None:
        while self._cue < len(self.cues) and self.cues[self._cue].at < until:
            self.frame.take(self.cues[self._cue], self.text)
            self._cue += 1

    def _run(self, at: int) -> list[Figure]:
        """The figure at `at` with those that make one list with it: 4.8%、7.2% or 1646户6680人."""
        run = [self.figures[at]]
        if run[0].void:
            return run
        for following in self.figures[at + 1 :]:
            between = self.text[run[-1].stop : following.start]
            if following.void or following.timed != run[0].timed:
                break
            if not between.strip() and "\n" not in between and following.quantity.unit != run[-1].quantity.unit:
                if len(run) > 1 and run[-1].quantity.unit == run[-2].quantity.unit:
                    break
                run.append(following)
            elif _joins().fullmatch(between) and following.quantity.unit == run[-1].quantity.unit:
                run.append(following)
            else:
                break
        return run

    def _take(self, start: int, run: list[Figure], lead: str, *, fresh: bool) -> None:
        first = run[0]
        segment = self.text[start : first.start]
        if _headcount().search(segment):
            return
        cut = segment.rfind("、")
        words_after = tail(segment)
        name = segment[: words_after.start]
        if 0 <= cut < words_after.start and cut + 1 < len(segment):
            start, name = self._last_member(start, name, words_after)
        taken = phrase(name, grows=words_after.role is Role.CHANGE)
        if run[0].timed and not self._times(run, words_after, taken):
            return
        if words_after.role is Role.FROM:
            self._remember(start, run, taken)
            return
        if words_after.role is Role.CHANGE:
            self._change(start, run, words_after, taken, lead)
        else:
            self._value(start, run, words_after, taken, lead, fresh=fresh)

    def _last_member(self, start: int, name: str, words_after: Tail) -> tuple[int, str]:
        """Drops the members of a list before the last where they are clauses of their own."""
        if words_after.shared:
            return start, name
        head, _, last = name.rpartition("、")
        taken = phrase(last)
        if head and (taken.verb or (words_after.role is Role.CHANGE and len(taken.noun) > 5)) and not phrase(head).noun == "":
            return start + len(head) + 1, last
        return start, name

    def _times(self, run: list[Figure], words_after: Tail, taken: Phrase) -> bool:
        noun = tidy(taken.noun)
        if run[0].quantity.unit in ("岁", "周岁"):
            return bool(_aged().search(noun))
        return bool(_timed().search(noun)) or words_after.role is Role.FROM or (words_after.moved and bool(self.earlier))

    # --- values

    def _remember(self, start: int, run: list[Figure], taken: Phrase) -> None:
        """由A增加到B: keeps A until B comes."""
        self.earlier = run
        self._pending = (start, taken)

    def _value(self, start: int, run: list[Figure], words_after: Tail, taken: Phrase, lead: str, *, fresh: bool) -> None:
        earlier: list[Figure] = []
        noun, verb = tidy(taken.noun), taken.verb
        if self.earlier:
            if words_after.role is Role.LEVEL and not noun:
                start, taken = self._pending
                noun, verb, earlier = tidy(taken.noun), taken.verb, self.earlier
                if not noun:
                    noun, verb = self._carried(lead), verb
            self.earlier = []
        first, last = run[0], run[-1]
        right = self._right(run, taken, words_after)
        if right is not None:
            noun, stop = right
            if not noun:
                if not verb:
                    return
                noun = verb
            elif self._announces(first, noun):
                return
            self._values(run, [noun] * len(run), verb or words_after.words, words_after, start + taken.start, stop)
            self.noun = noun
            return
        if total := self._of_total(run, noun or verb):
            self._values(run, [total], "", words_after, start + taken.start, last.stop)
            return
        if not noun and taken.subject:
            noun = tidy(taken.subject)
            self._values(run, [noun] * len(run), verb, words_after, start + taken.start, last.stop)
            self.noun = noun
            return
        if not noun:
            self._elided(start, run, words_after, verb, lead, earlier)
            return
        joined, independent = self._join(noun, words_after)
        if joined is not None:
            self._joined_value(start, run, joined, words_after, taken)
            return
        if taken.subject and fresh and len(taken.subject) <= 4:
            noun = tidy(taken.subject) + noun
        names = self._shared(noun, run, words_after)
        self._values(run, names, verb, words_after, start + taken.start, last.stop, earlier)
        self.noun = noun if len(set(names)) == 1 else names[-1]

    def _announces(self, figure: Figure, noun: str) -> bool:
        """Whether a count only announces: 五个方面, 三项重点工作."""
        return _announced().fullmatch(noun) is not None

    def _right(self, run: list[Figure], taken: Phrase, words_after: Tail) -> tuple[str, int] | None:
        """The noun behind its count, where nothing in front can be one; "" where a predicate follows."""
        if words_after.role is Role.CHANGE or words_after.moved:
            return None
        if taken.noun and not (self._attributive(run[-1], taken)):
            return None
        if words_after.role is Role.LEVEL and words_after.words.strip() not in ("实现", "完成", "达成", "有", "共有", "已有"):
            return None
        stop = run[-1].stop
        limit = self._next_start(stop)
        following = self.text[stop : min(limit, stop + 60)]
        if not following[:1].strip(",，。；;、:：!！?？\n \t)）("):
            return None
        granted = "实现" in words_after.words or taken.verb == "实现"
        noun = noun_after(following.removeprefix("的").lstrip(), granted=granted)
        if limit < stop + 60 and noun and len(noun) == len(following.strip()):
            # why: 25项工程创建3个…: a page without punctuation; the verb belongs to what comes next
            noun = tidy(phrase_end(noun))
        if not noun and taken.subject:
            return None
        if not noun and not taken.verb and words_after.role is Role.BARE and self.noun:
            return None
        return noun, stop + len(noun)

    def _attributive(self, figure: Figure, taken: Phrase) -> bool:
        return False

    def _next_start(self, stop: int) -> int:
        """Where the next figure begins."""
        low, high = 0, len(self.figures)
        while low < high:
            middle = (low + high) // 2
            if self.figures[middle].start < stop:
                low = middle + 1
            else:
                high = middle
        return self.figures[low].start if low < len(self.figures) else len(self.text)

    def _of_total(self, run: list[Figure], head: str) -> str:
        """总投资30亿元的X: the name of the project with its head; the next of the list may leave the head out."""
        stop = run[-1].stop
        if len(run) != 1 or not self.text.startswith("的", stop):
            return ""
        if head.endswith(("总投资", "总投资额", "计划投资", "概算投资", "估算投资")):
            self.total = "总投资" if "总投资" in head else head
        elif head or not self.total:
            return ""
        limit = self._next_start(stop)
        noun = noun_after(self.text[stop + 1 : min(limit, stop + 60)])
        if not noun and limit < len(self.text):
            following = self.figures_at(limit)
            noun = noun_after(self.text[following.stop : following.stop + 60]) if following else ""
        return noun + self.total if noun else ""

    def figures_at(self, start: int) -> Figure | None:
        """The figure that begins at `start`."""
        return next((figure for figure in self.figures if figure.start == start), None)

    def _join(self, noun: str, words_after: Tail) -> tuple[str | None, bool]:
        """The full name of 总数, 占比, 占X比重 …; None for a noun that stands for itself."""
        if _joined().fullmatch(noun):
            head = "总投资" if "总投资" in noun else noun.removeprefix("累计") if noun.endswith("完成投资") else noun
            return (self.noun + head if self.noun else head), False
        match = _share().fullmatch(noun)
        if match is not None and match["of"]:
            whole = match["whole"] or self.noun
            if match["word"] or self.text:
                return f"{whole}占{match['of'].removesuffix('总体')}{match['word'] or '比重'}", True
        return None, True

    def _joined_value(self, start: int, run: list[Figure], name: str, words_after: Tail, taken: Phrase) -> None:
        last = self.sentence[-1] if self.sentence else None
        if name.endswith("总量") and last is not None and last.quantity is None and last.change is not None and len(run) == 1:
            last.quantity, last.stop = bounded(run[0].quantity, words_after.bound), run[0].stop
            return
        noun = self.noun
        self._values(run, [name] * len(run), "", words_after, start + taken.start, run[-1].stop)
        self.noun = noun or name

    def _shared(self, noun: str, run: list[Figure], words_after: Tail) -> list[str]:
        if len(run) > 1 and run[0].quantity.unit == run[1].quantity.unit and (parts := members(noun, len(run))):
            if words_after.shared or len(run) == len(parts):
                return [tidy(phrase(part, grows=True).noun) for part in parts]
        return [noun] * len(run)

    def _carried(self, lead: str) -> str:
        """The noun of the clause before, of this sentence."""
        if self.noun:
            return self.noun
        for clause in reversed([part for part in lead.replace("，", ",").split(",") if part]):
            found = tidy(phrase(clause, grows=True).noun)
            if found and len(found) <= 24:
                return found
        return ""

    def _elided(self, start: int, run: list[Figure], words_after: Tail, verb: str, lead: str, earlier: list[Figure]) -> None:
        """A figure without a noun: a second value, a threshold reached, or what a change has led to."""
        last = self.sentence[-1] if self.sentence else None
        count = len(run)
        group = self.group if len(self.group) == count else self.sentence[-count:] if len(self.sentence) >= count else []
        if last is not None and verb in ("净增", "增加", "减少") and count == 1 and last.quantity is not None and not last.verb and last.change is None and last.quantity.unit == run[0].quantity.unit:
            self._attach([last], run, "down" if verb == "减少" else "up", start, words_after)
            return
        if not verb and words_after.role is Role.LEVEL and group and not earlier:
            if all(each.quantity is None and each.change is not None for each in group):
                for each, figure in zip(group, run, strict=False):
                    each.quantity, each.stop = bounded(figure.quantity, words_after.bound), figure.stop
                return
            if count == 1 and last is not None and last.threshold and last.quantity is not None and last.quantity.unit == run[0].quantity.unit:
                last.quantity, last.stop, last.threshold = bounded(run[0].quantity, words_after.bound), run[0].stop, False
                return
        noun = self._carried(lead)
        if not noun:
            return
        names = self._shared(noun, run, words_after)
        self._values(run, names, verb, words_after, start, run[-1].stop, earlier)

    def _values(
        self,
        run: list[Figure],
        names: list[str],
        verb: str,
        words_after: Tail,
        start: int,
        stop: int,
        earlier: list[Figure] | None = None,
    ) -> None:
        kind, year = self.frame.read()
        group = []
        for number, figure in enumerate(run):
            quantity = bounded(figure.quantity, words_after.bound)
            previous = earlier[number].quantity if earlier and number < len(earlier) else None
            threshold = "突破" in words_after.words or "突破" in figure.quantity.written or "超" in words_after.words
            draft = Draft(names[min(number, len(names) - 1)], verb.strip(), quantity, None, previous, kind, year, min(start, figure.start), max(figure.stop, stop if figure is run[-1] else 0), threshold=threshold)
            group.append(draft)
        self._add(group)

    def _add(self, group: list[Draft]) -> None:
        self.drafts += group
        self.sentence += group
        self.group = group

    # --- changes

    def _change(self, start: int, run: list[Figure], words_after: Tail, taken: Phrase, lead: str) -> None:
        direction = words_after.direction or "up"
        noun = tidy(taken.noun)
        last = run[-1]
        if not noun and run[0].quantity.unit not in ("%", "个百分点", "倍") and words_after.words.strip() in ("增加", "减少", "增", "减", "提高", "扩大"):
            following = self.text[last.stop : min(self._next_start(last.stop), last.stop + 60)]
            if following[:1].strip(",，。；;、:：!！?？\n \t)）(") and (right := noun_after(following)):
                self._values(run, [right] * len(run), words_after.words.strip(), words_after, start, last.stop + len(right))
                self.noun = right
                return
        joined, _ = self._join(noun, words_after) if noun else (None, True)
        if not noun or noun in ("总量", "总额", "规模"):
            count = len(run)
            group = self.group if len(self.group) == count else self.sentence[-count:] if len(self.sentence) >= count else []
            if group and all(each.change is None and each.quantity is not None for each in group):
                self._attach(group, run, direction, start, words_after)
                return
            if group and not words_after.shared and all(each.change is not None for each in group):
                return
            noun = self._carried(lead)
            if not noun:
                return
        elif joined is not None:
            noun = joined
        names = self._shared(noun, run, words_after)
        kind, year = self.frame.read()
        group = []
        for number, figure in enumerate(run):
            change = self._made(figure, direction, start, words_after)
            group.append(Draft(names[min(number, len(names) - 1)], "", None, change, None, kind, year, min(start + taken.start, figure.start), figure.stop))
        self._add(group)
        if joined is None:
            self.noun = noun if len(set(names)) == 1 else names[-1]

    def _attach(self, group: list[Draft], run: list[Figure], direction: Direction, start: int, words_after: Tail) -> None:
        for draft, figure in zip(group, run, strict=False):
            draft.change = self._made(figure, direction, start, words_after)
            draft.stop = figure.stop

    def _made(self, figure: Figure, direction: Direction, start: int, words_after: Tail) -> Change:
        """The change that the field parser read, or one made of the figure where it shares its growth word."""
        quantity = bounded(figure.quantity, words_after.bound)
        if known := self.changes.get(figure.quantity.span.start):
            return evolve(known, quantity=quantity, direction=direction)
        begin = min(start + words_after.start, figure.start)
        return Change(direction, quantity, None, self.text[begin : figure.stop], Span(begin, figure.stop))

    # --- ranks

    def rank(self, found: list[Rank]) -> None:
        """Gives every rank to the figure that it directly follows."""
        ends = [(draft.stop, draft) for draft in self.drafts]
        at = 0
        for each in found:
            while at < len(ends) and ends[at][0] <= each.span.start:
                at += 1
            if at == 0:
                continue
            stop, draft = ends[at - 1]
            if draft.rank is None and each.span.start - stop < 24 and _names_it().fullmatch(self.text[stop : each.span.start]):
                draft.rank, draft.stop = each, max(draft.stop, each.span.stop)


def phrase_end(noun: str) -> str:
    """A noun without the verb of the next clause at its end."""
    taken = phrase(noun)
    return taken.subject if taken.subject and not taken.noun else noun


def _masked(text: str, found: list[Figure]) -> str:
    """Brackets without figures hidden; the brackets around figures made into borders. The length stays."""
    pieces: list[str] = []
    done = at = 0
    for match in _bracket().finditer(text):
        start, stop = match.span()
        while at < len(found) and found[at].stop <= start:
            at += 1
        figure = found[at] if at < len(found) else None
        pieces.append(text[done:start])
        if figure is None or figure.start >= stop:
            pieces.append(HIDDEN * (stop - start))
        elif figure.start <= start:
            pieces.append(match[0])
        else:
            pieces.append("," + match[1] + ",")
        done = stop
    pieces.append(text[done:])
    return "".join(pieces)


def read(text: str, place: SpanMaker, *, kind: IndicatorKind | None, year: int | None) -> list[Indicator]:
    """The indicators of a piece of clean text; `place` makes original spans of its offsets."""
    reader = Reader(text, kind, year)
    drafts = reader.read()
    if not drafts:
        return []
    reader.rank(ranks.scan(text, Span))
    drafts.sort(key=lambda draft: (draft.start, draft.stop))
    return [_indicator(draft, text, place) for draft in drafts]


def _indicator(draft: Draft, text: str, place: SpanMaker) -> Indicator:
    return Indicator(
        draft.name,
        draft.verb,
        _moved(draft.quantity, place),
        evolve(draft.change, span=_span(draft.change.span, place), quantity=_moved(draft.change.quantity, place)) if draft.change else None,
        _moved(draft.previous, place),
        evolve(draft.rank, span=_span(draft.rank.span, place)) if draft.rank else None,
        draft.kind,
        draft.year,
        text[draft.start : draft.stop],
        place(draft.start, draft.stop),
    )


def _span(span: Span, place: SpanMaker) -> Span:
    return place(span.start, span.stop)


def _moved(quantity: Quantity | None, place: SpanMaker) -> Quantity | None:
    return None if quantity is None else evolve(quantity, span=_span(quantity.span, place))
