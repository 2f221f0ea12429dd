"""What kind of noun it is: one that only announces, a share of something, a time, a subject that is joined, examples."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.indicators.names import grown, tidy
from chronicle_parse.fields.quantities.context import unit_roles
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose


@cache
def _headcount() -> Pattern[str]:
    """Attendance is no indicator."""
    return verbose(rf"{any_of(words('indicator_words', role='attendance'))}[^,，。；;\n]{{0,12}}$")


@cache
def _share() -> Pattern[str]:
    """占X比重, 占X的: the share that something has in another."""
    return verbose(
        r"(?P<whole>.*?)占(?![比有用道]|地(?![区方]))(?P<of>[^,，。；;、]{1,24}?)(?:的?(?P<word>比重|比例|份额|百分比|比)的?|(?P<to>的))?"
    )


@cache
def _joined() -> frozenset[str]:
    return frozenset(words("indicator_joined"))


@cache
def _announced() -> Pattern[str]:
    """Nouns whose count only announces: 五个方面, 三项重点工作."""
    noun = any_of(words("indicator_announced"))
    adjective = any_of(words("indicator_words", role="adjective"))
    return verbose(rf"(?:{adjective}|[年大新更])*{noun}(?:工作|任务|问题)?")


@cache
def _actor() -> Pattern[str]:
    """A subject that is joined with its object: 园区新增建成面积 is 园区建成面积."""
    return verbose(r"\p{Han}{0,4}" + any_of(words("indicator_actors")))


@cache
def _increases() -> frozenset[str]:
    """Verbs that make more of something, and may stand between a short subject and its object: 风电新增装机."""
    return frozenset(words("indicator_words", role="increase"))


@cache
def _timed() -> Pattern[str]:
    """A time that is itself measured."""
    return verbose(any_of(words("indicator_words", role="span")) + "$")


@cache
def _aged() -> Pattern[str]:
    return verbose(any_of(words("indicator_words", role="age")) + "$")


@cache
def _open() -> Pattern[str]:
    """Words at the end of a phrase that wait for the count behind them: A、B等, 首批, 对, 及."""
    return verbose(
        r"(?:(?<![平中高初同上下优对均何])等|首批|第[一二三四五六七八九十][批轮]|(?<!应|相|面|绝)对|为|向|将|把|以及|及|和|与|、|由|使|让|暨|^(?:对|向|给|在)\p{Han}{1,6}|(?<=[区域围境市县镇村园])(?:内|里)|沿线|^(?:现|共|已)?有)$"
    )


@cache
def _aside() -> Pattern[str]:
    """A clause that only explains: 按常住人口计算, 在连年增长的基础上."""
    return verbose(rf"\s*(?:[按据比较经在以除含受因为与同]|{any_of(words('indicator_words', role='aside'))})")


def counts_heads(segment: str) -> bool:
    """Whether the figure behind a segment is an attendance: 应到代表301人."""
    return _headcount().search(segment) is not None


def only_announces(noun: str) -> bool:
    """Whether the count of a noun says no more than that several follow: 五个方面."""
    return _announced().fullmatch(noun) is not None


def joins(subject: str, verb: str) -> bool:
    """Whether a subject is joined with the object of its verb: 园区 with any, a short one with its increase (风电新增装机)."""
    return _actor().fullmatch(subject) is not None or (verb in _increases() and len(tidy(subject)) <= 4)


def is_timed(noun: str, unit: str) -> bool:
    """Whether a noun is measured in lengths of time, or in years of age: 办理时限, 人均预期寿命."""
    return (_aged() if unit_roles().get(unit) == "age" else _timed()).search(noun) is not None


def waits(noun: str) -> bool:
    """Whether a noun in front of a count is none, but leads to the one behind: A、B等, 首批, 对."""
    return _open().search(noun) is not None


def explains(clause: str) -> bool:
    """Whether a clause only explains, and names nothing: 按常住人口计算."""
    return _aside().match(clause) is not None


@cache
def _aspects() -> frozenset[str]:
    return frozenset(words("indicator_heads", lone="yes"))


@cache
def _sums() -> frozenset[str]:
    return frozenset(words("indicator_heads", sum="yes"))


@cache
def _sum() -> Pattern[str]:
    """A sum of money at the end of a noun, of whom stands before it: 农业龙头企业年销售收入."""
    verb = any_of(words("indicator_words", role="sum verb"))
    return verbose(rf"(?<=\p{{Han}}\p{{Han}}) {verb}? 年? {any_of(words('indicator_heads', sum='yes'))} $")


def is_sum(noun: str) -> bool:
    """Whether a noun only says which sum of money is meant: 利税."""
    return noun in _sums()


def without_sum(noun: str) -> str:
    """The noun that was counted, without the sum that the next figure tells of it.

    >>> without_sum("农业龙头企业年销售收入")
    '农业龙头企业'
    """
    return _sum().sub("", noun)


@cache
def _area() -> Pattern[str]:
    """What the next measure of a crop or herd takes the place of: 粮食播种面积5.1万亩、产量2.2万吨; 肉牛存栏4万头、出栏2万头."""
    return verbose(rf"(?<=..) (?: {any_of(words('indicator_words', role='growing'))}? 面积 | [存出]栏 ) $")


@cache
def _rate() -> Pattern[str]:
    return verbose(rf"(?:率|浓度|{any_of(words('indicator_words', role='share'))})$")


def is_rate(noun: str) -> bool:
    """Whether a noun is measured in shares or densities, so that no count can be of it: 水质优良比例."""
    return _rate().search(noun) is not None


def is_aspect(noun: str) -> bool:
    """Whether a noun only says by what a thing is measured: 产量, 建成面积."""
    return noun in _aspects()


def _without_share(name: str) -> str:
    """What has a share, of the name of one: 专利申请量占全市比重, of which also the share in the province is told."""
    match = _share().fullmatch(name)
    return match["whole"] if match is not None and match["whole"] and match["word"] else name


def joined_name(written: str, before: str, *, share: bool = False, listed: bool = False) -> str | None:
    """The full name of 总数, 占比, 占X比重 …; None for a noun that stands for itself.

    Args:
        written: the noun phrase as written.
        before: the noun of the clause before.
        share: the figure is a percentage, so that 占X needs no 比重 behind it.
        listed: only 、 stands between it and the figure before.

    >>> joined_name("总数", "规上工业企业"), joined_name("占财政支出的", "民生支出")
    ('规上工业企业总数', '民生支出占财政支出比重')
    >>> joined_name("满意率", "提案") is None
    True
    """
    noun = tidy(written)
    if noun in _joined():
        head = "总投资" if "总投资" in noun else "完成投资" if noun.endswith("完成投资") else noun
        return before + head
    if listed and before and is_aspect(noun):
        return _area().sub("", before) + noun
    match = _share().fullmatch("".join(written.split())) if "占" in written else None
    if match is not None and (share or match["word"] or match["to"]):
        whole = tidy(grown(match["whole"]).noun.rstrip("已约仍")) or _without_share(before)
        return f"{whole}占{tidy(match['of'])}{match['word'] or '比重'}"
    return None
