"""Shared figures: the names of a list joined by 分别, completed where a member cannot stand alone."""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.indicators.figures import Figure
from chronicle_parse.fields.indicators.names import grown, tidy
from chronicle_parse.fields.indicators.tails import Tail
from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import any_of, verbose


@cache
def _splits() -> Pattern[str]:
    """What parts the members of a list of names."""
    return verbose(r"、|(?<=..)(?:以及|(?<![共总平])和(?![谐美平睦])|与|(?<![普涉波遍])及(?!格|时))(?=..)")


@cache
def _industries() -> Pattern[str]:
    """The three sectors in one word."""
    return verbose("(?:三次|一二三次|一二三)产业")


@cache
def _parts() -> dict[str, str]:
    """Members that cannot stand alone to their full form."""
    return {row["word"]: row["full"] or row["word"] for row in rows("indicator_parts") if not row["last"]}


@cache
def _last_part() -> Pattern[str]:
    """The part that the last member begins with, and 居民 where the rest belongs to residents."""
    return verbose(rf"(?P<part>{any_of(words('indicator_parts'))})(?P<rest>.+)")


@cache
def _head() -> Pattern[str]:
    """By what the last member is measured: 水产品产量."""
    return verbose(rf"(?<=\p{{Han}}) {any_of(words('indicator_heads', shared='yes'))} $")


@cache
def _bare() -> Pattern[str]:
    """By what a thing is measured, without the thing: 支出, 产量."""
    return verbose(
        rf"(?: 收入 | 支出 | (?<=.. ) {any_of(words('indicator_words', role='growing'))} 面积 | {any_of(words('indicator_heads', lone='yes'))} ) $"
    )


@cache
def _measured() -> Pattern[str]:
    """The end of a member that is measured by itself: 化学需氧量, 养老金, 低保标准."""
    return verbose(rf"(?: [率量额值数金费税比产] | [存出]栏 | {any_of(words('indicator_words', role='measured'))} ) $")


def members(name: str, count: int) -> list[str] | None:
    """The names that share a list of `count` figures, completed where one cannot stand alone; None if they are not so many.

    >>> members("城乡居民人均可支配收入", 2)
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    >>> members("城区供水普及率和污水处理率", 2), members("高标准农田", 2)
    (['城区供水普及率', '污水处理率'], None)
    """
    parts = [part.strip() for part in _splits().split(name) if part.strip()]
    if count == 2:
        for row in rows("indicator_pairs"):
            before, word, after = name.partition(row["word"])
            if word and (len(parts) <= 1 or "、" in word):
                return [before + row["first"] + after, before + row["second"] + after]
    if len(parts) == count:
        return _completed(parts)
    if count == 3 and (match := _industries().search(name)) is not None:
        return [f"{name[: match.start()]}第{number}产业{name[match.end() :]}" for number in "一二三"]
    return None


def _completed(parts: list[str]) -> list[str]:
    """Gives members such as 城, 城镇 and 第一 what the last member says (城、乡居民收入), things what they are measured by."""
    *firsts, last = parts
    known = _parts()
    if (bare := _bare().fullmatch(last)) is not None and (measured := _bare().search(firsts[0])) is not None:
        # why: 一般公共预算收入和支出, 粮食播种面积和产量
        return [*firsts, firsts[0][: measured.start()] + bare[0]]
    head = _head().search(last)
    if head is not None and not any(part in known or _measured().search(part) for part in firsts):
        return [*(part + head[0] for part in firsts), last]
    if not all(part in known for part in firsts) or (match := _last_part().match(last)) is None:
        return parts
    rest = match["rest"]
    if rest.startswith("产") and not rest.startswith("产业"):
        return [*(part + rest for part in firsts), last]  # why: 一、二、三产增加值
    people = rest.startswith("居民")
    full = {**known, "城": "城镇" if people else "城市"}
    level = rest.removeprefix("级")
    if match["part"] in ("市", "县", "市级", "县级"):
        return [full.get(part, part) + level for part in firsts] + [last]
    return [full.get(part, part) + rest for part in firsts] + [full.get(match["part"], match["part"]) + rest]


def shared_names(noun: str, run: list[Figure], said: Tail) -> list[str]:
    """The names of a list of figures: one each where the noun is a list as long, else the same for all."""
    if len(run) < 2 or not (said.shared or run[0].quantity.unit == run[1].quantity.unit):
        return [noun] * len(run)
    whole, share, of = noun.partition("占")
    if share and not of.startswith("比") and (parts := members(whole, len(run))):
        return [tidy(part) + share + of for part in parts]
    if parts := members(noun, len(run)):
        return [tidy(grown(part).noun) or part for part in parts]
    return [noun] * len(run)
