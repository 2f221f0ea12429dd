"""Names: the noun phrase of an indicator, its verb split off, what does not belong to it dropped."""

from __future__ import annotations

from functools import cache, lru_cache
from re import Pattern
from typing import NamedTuple

from chronicle_parse.fields.indicators.tails import MEMO
from chronicle_parse.fields.indicators.verbs import (
    closing_verb,
    last_verbs,
    middle,
    short_verb,
    short_verbs,
    strong_verb,
    take_verb,
    terms,
)
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

HIDDEN = "\0"
"""Stands for the characters of a bracket that holds no figure: left out of names, no border."""

_LONG = 14
"""From how many characters on a noun is suspected to hold another clause."""

_HAN = r"[\p{Han}“”A-Za-z《「]"
_YEARS = r"""(?:(?:19|20|2\d)?[Xx×]{1,4}年|“?[一二三四五六七八九十]{1,2}五”?(?:期间|时期|以来|末)|(?:到|至|截至|截止)?(?:\d{4}年|[二〇○零一二三四五六七八九]{4}年)(?:-\d{4}年|以来|期间|年底|年末|底|末|上半年|下半年|前三季度|内)?
             |(?:[过]去|今后|未来|近|前)?[一二三四五六七八九十两\d]{1,2}(?:多|余)?(?:年|个月)(?:多)?(?:来|间|累计|内|共)?|\d{1,2}月(?:底|末|份)?|前[一二三四]季度)"""


class Phrase(NamedTuple):
    """A segment taken apart: `subject` (verb) noun. Offsets are those of the segment.

    Attributes:
        start: where verb or noun begin.
        part: whether 其中 stood in front.
    """

    subject: str
    verb: str
    noun: str
    start: int
    part: bool = False


@cache
def _lead() -> Pattern[str]:
    """One thing that may stand in front of a name: marks, enumerators, times, the whole place, adverbs."""
    whole = any_of(words("indicator_terms"))
    verbs = any_of(
        (*words("indicator_verbs"), *words("indicator_leads"), *words("indicator_terms"), *words("indicator_levels"))
    )
    return verbose(
        rf"""
        (?:[^\w“《「『(（\[【%‰+]|_|{HIDDEN})+
        | [(（]?[一二三四五六七八九十\d]{{1,2}}[)）.．、](?=\D)(?![二三四]、)
        | [一二三四五六七八九十]{{1,2}}[是要](?!{_HAN}{{0,2}}$)
        | 其[一二三四五六七八九十](?:是|[:：])?
        | “[一二三四五六七八九十]{{1,2}}五”(?={verbs})
        | (?P<part>其中[:：]?)
        | [我本](?:省|市|县|区|州|旗|盟|镇|乡|村|局|院|校|街道|社区)
        | 全[区市县省州旗盟镇乡域院校国](?:上下|人民)?(?:[现共已]?有(?!线|色|机|效|害|限))?(?!性|优|民)
        | {any_of(words("indicator_leads", before="always"))}(?!型)
        | {any_of(words("indicator_leads", before="verb"))}(?={verbs}|(?<!并)(?!建){short_verbs()}|{_YEARS})
        | {_YEARS}(?!级|度计划|度投资|均|人均|义务|一贯|制|期|以上)
        | [一二三四五六七八九十\d]{{1,3}}(?:个)?(?:大)?(?:类|方面)(?=的?{_HAN}|$)
        | 主要预期目标(?:建议)?[是为] | .{{0,16}}?目标(?:建议)?(?:是|为|定为|包括|确定为|——?)
        | [将把](?![军领士手握关]) | (?:这些|该|上述|此类)(?:批|个)?(?=\p{{Han}}{{2}}) | \d{{1,2}}[-—–~至]\d{{1,2}}月份?
        | 年(?!{whole})(?={verbs}) | 到(?={_YEARS}) | [比较](?:[上去]年|{_YEARS}|年初|上届)(?:同期|底|末)?
        """
    )


@cache
def _each() -> tuple[str, ...]:
    """What a noun begins with that says how much there is for each: no verb in it ends another clause."""
    return words("indicator_words", role="each")


_PLACED = "生产总值"


@cache
def _place() -> Pattern[str]:
    """The name of the place in front of its 生产总值: 东淮地区生产总值."""
    own = any_of(words("indicator_qualifiers"))
    return verbose(rf"(?!{own}|每)\p{{Han}}{{2,4}}?(?=(?:全[省市县区州])?{own}?(?:地区|国内)?{_PLACED})")


@cache
def _aimed() -> Pattern[str]:
    """Whom something was done for, in front of the verb or set term: 为企业减负."""
    verbs, whole = any_of(words("indicator_verbs")), any_of(words("indicator_terms"))
    helping = any_of(words("indicator_words", role="helping"))
    return verbose(rf"(?:为(?!民)|向|对|给|{helping})[^,，。；;、]{{1,12}}?(?={whole}|{verbs}[^,，。；;])")


@cache
def _aimed_inside() -> Pattern[str]:
    """By what and for whom the set term behind was done: “营改增”为企业减税."""
    return verbose(rf"(?<=.) (?<![成作行认因]) 为 [^,，。；;、为]{{1,8}}? (?= {any_of(words('indicator_terms'))} $ )")


@cache
def _causes() -> Pattern[str]:
    """Words of cause and promise that are dropped in front of what grows."""
    return verbose(any_of(words("indicator_words", role="before growth")))


@cache
def _rate() -> Pattern[str]:
    """Nouns that are no object of a verb: 生活垃圾收运处置体系覆盖率 holds none."""
    nouns = [*words("indicator_words", role="share"), *words("indicator_words", role="degree")]
    return verbose(rf"(?:率|{any_of(nouns)})$")


@cache
def _level_inside() -> Pattern[str]:
    """A word of level between who earns and what: 工程机械实现产值."""
    earned = any_of(words("indicator_words", role="earned"))
    return verbose(rf"(?<=..)(?:共|累计)?(?:实现|完成)(?=(?:工业|农业)?(?:总)?{earned}$)")


@cache
def _acting() -> Pattern[str]:
    """A verb of increase right behind a set term, with its object: 开发区新增工业用地."""
    acting = [*words("indicator_words", role="increase"), *words("indicator_words", role="establishing")]
    return verbose(rf"{any_of(acting)}(?=\p{{Han}}{{2}})")


def _is_acted_on(rest: str, stop: int) -> bool:
    """Whether a verb follows the set term that ends at `stop`: 开发区新增工业用地, 高标准农田新建."""
    if _acting().match(rest, stop) or last_verbs().fullmatch(rest, stop):
        return True
    return _said_of().match(rest, stop) is not None


@cache
def _late() -> Pattern[str]:
    """A verb of increase that closes a phrase which another verb opened."""
    return verbose(rf"(?<=..){any_of(words('indicator_words', role='increase'))}$")


@cache
def _said_of() -> Pattern[str]:
    """A verb at the end that an adverb shows to be the predicate: 高标准农田累计建成."""
    adverbs = any_of(words("indicator_words", role="predicated"))
    return verbose(rf"(?<=..) {adverbs} (?P<verbs> (?: {strong_verb().pattern} ){{1,2}} ) $")


@cache
def _adverb() -> Pattern[str]:
    adverbs = [word for word in (*words("indicator_adverbs"), *words("indicator_leads")) if len(word) > 1]
    return verbose(rf"(?: {any_of(adverbs)} | (?<![许认])可 )+ $")


def _without_adverb(subject: str) -> str:
    """A subject without the adverb of the verb behind it: 保障性住房基本建成, 老旧小区改造全面开工."""
    return _adverb().sub("", subject)


def ends_in_term(segment: str, tail: int) -> bool:
    """Whether a set term reaches from in front of `tail` to the end: 农民人均增收 says no growth of 农民人均."""
    return any(match.start() < tail and match.end() == len(segment) for match in terms().finditer(segment))


def leads_off(segment: str) -> tuple[int, bool]:
    """How many characters in front of a name do not belong to it, and whether 其中 was among them."""
    at, part = 0, False
    for _ in range(12):
        if terms().match(segment, at) or (match := _lead().match(segment, at)) is None or match.end() == at:
            break
        part = part or match["part"] is not None
        at = match.end()
    return at, part


@lru_cache(MEMO)
def grown(segment: str) -> Phrase:
    """Takes the words before a word of growth apart: the subject stays whole.

    >>> grown("全年推动园区新增建成面积").noun
    '园区新增建成面积'
    """
    at, part = _front(segment)
    while not terms().match(segment, at) and (match := _causes().match(segment, at)) is not None:
        at = match.end()
        more, inner = leads_off(segment[at:])
        at, part = at + more, part or inner
    return Phrase("", "", segment[at:], at, part)


def _front(segment: str) -> tuple[int, bool]:
    """Where what a figure is of begins, and whether 其中 stood before it: behind times, places and whom it was done for."""
    at, part = leads_off(segment)
    if _PLACED in segment and (place := _place().match(segment, at)):
        at = place.end()
    if aimed := _aimed().match(segment, at) or ("为" in segment and _aimed_inside().search(segment, at)):
        at = aimed.end()
    return at, part


@lru_cache(MEMO)
def phrase(segment: str) -> Phrase:
    """Takes the words before a figure (and its tail) apart, from the border of the clause to the tail.

    >>> phrase("全年新增停车位").noun, phrase("签约率").noun, phrase("园区新增建成面积").subject
    ('停车位', '签约率', '园区')
    """
    at, part = _front(segment)
    rest = segment[at:].replace(HIDDEN, "")
    if not rest or ((term := terms().match(rest)) and not _is_acted_on(rest, term.end())):
        return Phrase("", "", rest, at, part)
    if taken := take_verb(rest, 0):
        verb, end = taken
        if len(rest) - end > _LONG and (inner_verb := _last_verb(rest, end)) is not None:
            return _after_verb(rest, inner_verb, at, part)
        more, inner = leads_off(rest[end:])
        if more and terms().match(rest, end):
            more = 0
        noun = rest[end + more :]
        if (late := _late().search(noun)) is not None:
            # why: 建成通车里程新增350公里
            return Phrase("", late[0], noun[: late.start()], at, part or inner)
        return Phrase("", verb, noun, at, part or inner)
    if level := _level_inside().search(rest):
        return Phrase("", "", rest[: level.start()] + rest[level.end() :], at, part)
    if short := short_verb().match(rest):
        return Phrase("", short[0], rest[1:], at, part)
    return _with_subject(rest, at, part)


def _with_subject(rest: str, at: int, part: bool) -> Phrase:
    best: Phrase | None = None
    for match in middle().finditer(rest):
        if match.start() < 1 or _in_term(rest, match.start()) or _in_term(rest, match.end() - 1):
            continue
        if (taken := take_verb(rest, match.start())) is None:
            continue
        verb, end = taken
        if (end == len(rest) and len(rest) <= _LONG) or _rate().search(rest, end):
            continue
        best = Phrase(rest[: match.start()], verb, rest[end:], at, part)
    if best is not None:
        return best
    last = closing_verb(rest, any_verb=len(rest) > _LONG) or _said_of().search(rest)
    if last is not None and last.start() > 0 and not _in_term(rest, last.start()):
        return Phrase(_without_adverb(rest[: last.start()]), last["verbs"], "", at, part)
    # why: 每千人口拥有3岁以下婴幼儿托位数 is long, but one noun
    if len(rest) > _LONG and not rest.startswith(_each()) and (inner_verb := _last_verb(rest, 1)) is not None:
        return _after_verb(rest, inner_verb, at, part)
    return Phrase("", "", rest, at, part)


def _in_term(rest: str, at: int) -> bool:
    """Whether the character at `at` belongs to a set term."""
    return any(match.start() <= at < match.end() for match in terms().finditer(rest))


def _last_verb(rest: str, start: int) -> tuple[int, str, int] | None:
    """The last verb with an object in a phrase that is too long to be one: its page has lost punctuation."""
    best = None
    for match in strong_verb().finditer(rest, start):
        taken = take_verb(rest, match.start())
        if taken is not None and taken[1] < len(rest) and not _rate().search(rest, taken[1]):
            best = (match.start(), *taken)
    return best


def _after_verb(rest: str, found: tuple[int, str, int], at: int, part: bool) -> Phrase:
    start, verb, end = found
    more, _ = leads_off(rest[end:])
    noun = rest[end + more :]
    closing = take_verb(noun, 0) if noun else None
    if closing is not None and closing[1] == len(noun):
        return Phrase("", closing[0], "", at + end + more, part)
    return Phrase("", verb, noun, at + start, part)


@cache
def ending_examples() -> Pattern[str]:
    """The 等 behind examples, in front of what they are examples of: 第三初级中学等学校."""
    return verbose(r"(?<=[^平中高初同上下优对均何])等(?=[\p{Han}“]{2})(?!级|次|候|效|于)")


@cache
def _examples() -> Pattern[str]:
    """Examples with their 等: 第三初级中学等学校 are 学校."""
    return verbose(rf"^.*{ending_examples().pattern}")


@lru_cache(MEMO)
def tidy(name: str) -> str:
    """A name without hidden brackets, blanks, examples before 等 and stray marks at its ends."""
    if HIDDEN in name:
        name = name.replace(HIDDEN, "")
    name = "".join(name.split())
    for adverb in ("累计", "预计"):
        name = name.replace(adverb, "")
    if "等" in name:
        name = _examples().sub("", name)
    name = name.strip(" 、,，.·•●◆■▲-—–…:：‘’")
    if name.count('"') % 2:
        name = name.strip('"')
    while name and name[-1] in "的等和与及均共也并了之暨":
        name = name[:-1]
    if name.startswith(("的", "了")):
        name = name[1:]
    if name.count("“") != name.count("”"):
        name = name.strip("“”") if name.startswith("”") or name.endswith("“") else name
    return name
