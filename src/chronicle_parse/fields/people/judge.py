"""Judges the readings of a name: whether the evidence for one outweighs plain words, and whether it is a person's."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.people import contexts
from chronicle_parse.fields.people.contexts import Context, cues
from chronicle_parse.fields.people.costs import after_costs, divisions, name_costs, ranked_divisions, word_class
from chronicle_parse.fields.people.following import BARRIER
from chronicle_parse.fields.people.names import Reading, Weigher
from chronicle_parse.fields.people.places import RANKS, Places, begins_firm, may_be_place, named_after
from chronicle_parse.fields.people.titles import called_at, office_at
from chronicle_parse.patterns import compiled

_CLOSING_QUOTES = frozenset("”’」』")
_NATURE = frozenset("山江河湖海岛")
_ARRIVING = frozenset("来到赴抵至")
_UNIT_ENDS = frozenset("委局部厅处办院署队司团站所组科室校")
_SURE = 3.0  # the margin by which a name is told from plain words
_NEAR = 6.0  # the margin by which a name is told from a shorter or a longer one
_PLACE, _LONG_PLACE = 4.0, 12.0  # what it costs a name that the same characters are a place
_ACTS = -1.5  # what goes on from a name so gladly shows that someone acts
_CLEAR = 2.0  # the margin by which a name is plain to see whatever follows
_CUE = 4.0  # the cost of a word that announces a name
_NO_LIST = 12.0  # what it costs a name that the next item of its list is none
_CLEARLY = 5.5  # the mean cost of the characters of an unmistakable transliteration
_FURTHER = 12  # how far behind what may begin a title its office is looked for
_FOREIGN = 7  # no name without a dot is longer
_USUAL, _LIKED, _UNANNOUNCED = 7.0, -2.0, 2.0  # the same, the follower and the margin where nothing announces it
_LOOSELY_TITLED = (contexts.COMMON, contexts.SELDOM)
_TITLED = (contexts.TITLE, contexts.COMMON, contexts.SELDOM)


@cache
def _amount() -> Pattern[str]:
    """A figure that counts neither people nor time."""
    return compiled(r"[ ]*[>约超近达]?\d++(?:[.,]\d++)*+(?![ ]*(?:[日月年时点人名位岁票号届次—:：.、-]|个人|\d|\Z|\n))")


class Judge:
    """Decides where names end in one text.

    Attributes:
        sure: where names begin whose end is beyond doubt.
    """

    def __init__(self, weigher: Weigher) -> None:
        """Asks the weigher for the readings."""
        self.weigher = weigher
        self.text = weigher.text
        self.places = Places(weigher.text)
        self.sure: set[int] = set()

    def stop(self, start: int, context: Context) -> int | None:
        """Where the name ends that begins here, None if the words are rather none."""
        announced = context.barrier is not None
        if not context.loose and self._is_ranked(start):
            return None
        readings, plain = self.weigher.readings(start, loose=context.loose, barrier=context.barrier)
        if readings and not announced and self._is_cue(start, readings[0]):
            return None
        if readings and context.prior >= contexts.ITEM.prior and self._is_no_mention(readings[0], context):
            return None
        for reading in readings:
            if self._outweighs(reading, plain, context):
                if named_after(self.text, reading.stop) or self._is_division(reading):
                    return None
                if self._is_person(reading, context):
                    if announced and self._ends_surely(reading, readings):
                        self.sure.add(start)
                    return reading.stop
        return self._foreign_stop(start) if context is contexts.START else None

    def _ends_surely(self, best: Reading, readings: list[Reading]) -> bool:
        """Whether no other end of a name of three characters comes near."""
        if best.stop != best.start + 3 or self.text[best.start] not in name_costs().surname:
            return False
        return len(readings) == 1 or all(
            other.stop == best.stop or other.cost > best.cost + _NEAR for other in readings
        )

    def _outweighs(self, reading: Reading, plain: float, context: Context) -> bool:
        """Whether the evidence is for a name: clearly where what follows does not like one."""
        margin = plain + context.expected - reading.cost - context.prior
        if self.text[reading.stop : reading.stop + 1] == "、" and (context.prior or margin <= 0):
            doubt = self._list_prior(reading.stop + 1)
            margin -= min(doubt, 0.0) if context.barrier is not None else doubt
        if context.barrier is None:
            margin -= self._place_cost(reading)
        if margin <= 0:
            return False
        if context.barrier is None and self._is_firm(reading):
            return False
        if context not in _TITLED and reading.follow > _ACTS and may_be_place(self.text, reading.start, reading.stop):
            return False
        if not self.weigher.candidates.looks_like_one(reading.start, reading.stop):
            return reading.follow < contexts.START.disliked
        return reading.follow < context.disliked or margin > _CLEAR or self._is_plain(reading, context)

    def _is_firm(self, reading: Reading) -> bool:
        """Whether a firm is named here, whose first characters may be its place: 乐陵|金麦食品有限公司, 文山|才华科技有限公司."""
        acts = reading.follow <= _ACTS and self.text[reading.start : reading.stop] not in divisions()
        return not acts and begins_firm(self.text, reading.stop)

    def _place_cost(self, reading: Reading) -> float:
        letters = self.text[reading.start : reading.stop]
        if len(letters) == 2:
            return (
                _PLACE if letters in word_class("ns") else 0.0
            )  # why: people are called 左权 or 方正, as counties are
        return _LONG_PLACE if letters in word_class("ns") or letters in divisions() else 0.0

    def _is_person(self, reading: Reading, context: Context) -> bool:
        if context.barrier in (None, 0.0) and context not in _TITLED and self._is_thing(reading, context):
            return False
        return (
            self._holds_no_office(reading)
            and not (reading.stop >= reading.start + 3 and self.places.is_building(reading.stop))
            and not (context in _TITLED and self._is_body(reading, context))
            and (context in _TITLED or self._is_listed(reading, context) or not self._is_no_person(reading))
        )

    def _is_no_mention(self, best: Reading, context: Context) -> bool:
        """Whether little speaks for a name and something else stands there: 与|哈密|合作, “神舟”, 蜀河口、双河口."""
        text, start, stop = self.text, best.start, best.stop
        if not divisions().isdisjoint((text[start : start + 2], text[start : start + 3])):
            return True  # why: where more speaks for a name, people may be called 安宁 or 高明
        if context is contexts.INNER:
            return text[stop : stop + 1] in _CLOSING_QUOTES
        return context is contexts.ITEM and text[start - 2] == text[stop - 1]

    def _is_thing(self, reading: Reading, context: Context) -> bool:
        """Whether what looks like a name, and nothing announces, is measured or an office taken up: 玉米|1800吨, 任工会|副主席."""
        text, stop = self.text, reading.stop
        if context is contexts.NEXT and text[reading.start] in after_costs() and office_at(text, stop) > 0:
            return True
        return _amount().match(text, stop) is not None

    def _is_division(self, reading: Reading) -> bool:
        """Whether there is a place and not a name: 和|林格尔, 来|武宁, 连江|人, 贺兰|山."""
        text, start = self.text, reading.start
        if text[start - 1 : reading.stop] in divisions():
            return True
        if text[start : reading.stop] in divisions() and text[reading.stop : reading.stop + 1] in _NATURE:
            return True
        if text[reading.stop - 1] == "人" and text[start : reading.stop - 1] in divisions():
            return True
        return text[start] in _ARRIVING and text[start + 1 : reading.stop] in divisions()

    def _is_ranked(self, start: int) -> bool:
        """Whether a division is named here together with its rank, so that no name begins: 石峰区|召开, but 安平|县长."""
        known, text = ranked_divisions(), self.text
        for stop in (start + 3, start + 4):
            if text[start:stop] in known:
                return office_at(text, stop - 1) < 0
        return False

    def _is_body(self, reading: Reading, context: Context) -> bool:
        """Whether a place stands behind a role, or a body whose name begins with the title: 浙商|联合会."""
        last = self.text[reading.stop - 1]
        if last in RANKS:
            return context in _LOOSELY_TITLED
        return (last in _UNIT_ENDS or last in "会社") and self.text[reading.start] not in name_costs().surname

    def _is_listed(self, reading: Reading, context: Context) -> bool:
        """Whether a name stands between others of a list, so that it is no place whatever it ends in: 费坚、张镇、陈红."""
        listed = context is contexts.LIST and self.text[reading.stop : reading.stop + 1] == "、"
        return listed and reading.stop == reading.start + 2

    def _is_cue(self, start: int, best: Reading) -> bool:
        """Whether what may begin a name rather announces the name behind it: 向|虚竹同志学习, 任命|史可为局长."""
        for size in (1, 2):
            if self.text[start : start + size] in cues() and best.stop >= start + size + 1 and best.stop >= start + 3:
                others, _ = self.weigher.readings(start + size, loose=False)
                if others and others[0].cost + _CUE < best.cost:
                    return True
        return False

    def _list_prior(self, start: int) -> float:
        """How the next item of a list speaks for or against a name in front of it: 李与、陈到分别…, but 周转房、职称…."""
        readings, plain = self.weigher.readings(start, loose=False)
        if readings and readings[0].cost < plain - _SURE and readings[0].follow < contexts.LIST.disliked:
            return -contexts.START.prior
        stop = self.weigher.running.window(start)
        return 0.0 if any(office_at(self.text, at) >= 0 for at in range(start, stop)) else _NO_LIST

    def _is_plain(self, reading: Reading, context: Context) -> bool:
        """Whether a name needs no word that goes on from it: behind a role, with a surname or clearly transliterated."""
        letters = self.text[reading.start : reading.stop]
        if letters[-1] == "某":
            return True
        if context not in _TITLED or len(letters) < 3:
            return False
        return (len(letters) == 3 and letters[0] in name_costs().surname) or self._mean(letters) <= _CLEARLY

    def _mean(self, letters: str) -> float:
        return sum(map(self.weigher.candidates.foreign, letters)) / len(letters)

    def _foreign_stop(self, start: int) -> int | None:
        """The end of a name without a surname at the start of a clause, where a person acts: 扎西平措|当选."""
        if self.text[start : start + 2] not in self.weigher.candidates.parts:
            return None
        if all(self._mean(self.text[start : start + size]) > _USUAL for size in range(3, _FOREIGN + 1)):
            return None
        readings, plain = self.weigher.readings(start, loose=True)
        for reading in readings:
            letters = self.text[start : reading.stop]
            if (
                len(letters) >= 3
                and reading.follow < _LIKED
                and reading.cost + _UNANNOUNCED < plain
                and self._mean(letters) <= _USUAL
            ):
                return None if self._is_no_person(reading) else reading.stop
        return None

    def _holds_no_office(self, reading: Reading) -> bool:
        return not any(called_at(self.text, at) for at in range(reading.start + 1, reading.stop - 1))

    def _is_no_person(self, reading: Reading) -> bool:
        """Whether what looks like a name is a place, or belongs to the title of the next: 双泉|市长张公望."""
        text, stop = self.text, reading.stop
        if (reading.start, stop) in self.places:
            return True
        office = office_at(text, stop)
        if reading.follow > _ACTS and self._begins_title(stop):
            return True
        if office < 0:
            # 派|农技|站站长朱桓
            return text[stop : stop + 1] in _UNIT_ENDS and any(
                office_at(text, at) > 0 for at in range(stop + 1, stop + 5)
            )
        if not self.weigher.candidates.looks_like_one(reading.start, stop):
            return True  # 质量部|部长
        if text[office : office + 1] != "、":
            # why: 双泉|市长张公望也上堤, but 冯玉章|市长参加
            return self._is_name(office, BARRIER, 0.0 if text[stop] in RANKS else _SURE)
        following = next((end for at in range(office + 1, office + 6) if (end := office_at(text, at)) > 0), 0)
        if not following:
            return any(office_at(text, at) >= 0 for at in range(office + 6, self.weigher.running.window(office + 1)))
        # 黎明辉主任、吉祥副主任|出席, but 蔚来创始人、董事长|李斌
        return office_at(text, office + 1) >= 0 or self._is_name(following, BARRIER)

    def _begins_title(self, stop: int) -> bool:
        """Whether an office and a name stand further on, so that what ends here begins a title: 安泰|医药总裁李斌."""
        text = self.text
        for at in range(stop, min(stop + _FURTHER, len(text))):
            if not text[at].isalnum():
                return False
            if at > stop and (office := office_at(text, at)) > 0 and self._is_name(office, BARRIER):
                return True
        return False

    def _is_name(self, start: int, barrier: float | None, margin: float = _SURE) -> bool:
        readings, plain = self.weigher.readings(start, loose=barrier is not None, barrier=barrier)
        return bool(readings) and readings[0].cost < plain - margin
