"""Where a title begins: back from the office over its organisation, up to a word that is no part of it."""

from __future__ import annotations

from functools import cache, lru_cache
from re import Pattern

from chronicle_parse.fields.people.costs import UNKNOWN, after_costs, longer_words, word_costs
from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import compiled

LONGEST = 60
"""A title has at most so many characters."""

_CLOSING = {")": "(", "）": "（", "”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "]": "[", "】": "【"}
_MARKS = frozenset((*_CLOSING, *_CLOSING.values()))
_JOINING = frozenset(("和", "与", "及", "以及", "同", "跟"))
_BODY_ENDS = frozenset("委府局部厅处办院署队会司团行社校站所门镇村区道县市省国州大协")
_UNIT_ENDS = "委局部厅处办院署队会司团站所组科室心校集系"
_LEVELS = "省市县区镇乡村州盟旗国各中"


@cache
def offices() -> frozenset[str]:
    """The words that end a title."""
    plain = words("offices")
    return frozenset(plain) | {
        rank + word for rank in words("people_words", role="rank") for word in words("offices", kind="office")
    }


@cache
def loose_offices() -> dict[str, str]:
    """Those that often stand without a name, "common" (居民, 代表), or mostly do, "seldom" (冠军, 先锋)."""
    return {row["word"]: row["use"] for row in rows("offices") if row["use"]}


@cache
def role_words() -> frozenset[str]:
    """The titles that are no offices."""
    return frozenset(words("offices", kind="role"))


@cache
def _calling() -> frozenset[str]:
    """Offices and words of courtesy that make a surname alone of the character before: 张|局长, 孙|女士."""
    return (offices() - set(words("offices", name="namelike"))).union(words("people_words", role="courtesy"))


@cache
def _calling_starts() -> frozenset[str]:
    return frozenset(word[:2] for word in _calling())


@cache
def _more_than_office() -> frozenset[str]:
    """Words that begin with an office and are something else: 常委|会, 记者|站."""
    return frozenset(words("office_compounds"))


@cache
def _stops() -> dict[str, str]:
    return {
        **dict.fromkeys(words("before_titles", kind="verb"), "verb"),
        **dict.fromkeys(words("before_titles", kind="preposition"), "preposition"),
    }


@cache
def _border() -> Pattern[str]:
    """The last thing that a title cannot hold."""
    return compiled(
        r"(?r)[，,。；;：:！!？?\s…—•▲●◆■★△☆①-⑳】\]〕]|[(（][\d一二三四五六七八九十]{1,3}[)）]"
        r"|[\d一二三四五六七八九十](?:日|月份?[初底末]?)[)）]?|\d{4}年(?![度代级])|年[(（]\d{4}[)）]|\d/|(?:会议|[会式])上(?!午)"
        r"|(?<!\d)\d{1,2}[.．](?!\d)"
        r"|[\d一二两三四五六七八九十几数多这那每][余多]?[名位]|\d{6,}"
    )


@cache
def _office_borders() -> tuple[frozenset[str], frozenset[str]]:
    """The first two characters of offices, and the last."""
    known = offices()
    return frozenset(word[:2] for word in known), frozenset(word[-1] for word in known)


def office_before(text: str, end: int, depth: int = 3) -> int:
    """Where the office that ends at `end` begins, -1 if none does; a bracket or a closing quotation mark may follow it."""
    mark = text[end - 1 : end]
    if depth == 0 or not mark:
        return -1  # why: no title ends in bracket upon bracket, and a page may hold thousands of them
    if mark in ")）":
        opened = text.rfind(_CLOSING[mark], max(0, end - 12), end)
        return office_before(text, opened, depth - 1) if opened > 0 else -1
    if mark in "”’」』":
        opened = text.rfind(_CLOSING[mark], max(0, end - 16), end - 1)
        return opened if opened >= 0 and office_before(text, end - 1, depth - 1) >= 0 else -1
    if mark not in _office_borders()[1]:
        return -1
    known = offices()
    for length in range(min(6, end), 1, -1):
        if text[end - length : end] in known:
            return end - length
    return -1


@cache
def _inner_pairs() -> frozenset[str]:
    """Any two characters that stand next to each other in an office or a word made of one."""
    known = offices() | _more_than_office()
    return frozenset(word[at : at + 2] for word in known for at in range(len(word) - 1))


def inside_office(text: str, at: int) -> bool:
    """Whether an office, or a word made of one, goes on over this place: 护士|长, 教|师, 常委|会."""
    if text[at - 1 : at + 1] not in _inner_pairs():
        return False
    known, more = offices(), _more_than_office()
    for start in range(max(0, at - 4), at):
        for stop in range(at + 1, min(at + 3, len(text)) + 1):
            word = text[start:stop]
            if word in known or word in more:
                return True
    return False


def office_at(text: str, start: int) -> int:
    """Where the office that begins here ends, -1 if none does: no name is 书|记, 居|民, 董|事长."""
    if text[start : start + 2] not in _office_borders()[0]:
        return -1
    known = offices()
    for length in range(5, 1, -1):
        if text[start : start + length] in known:
            return start + length
    return -1


def called_at(text: str, start: int) -> bool:
    """Whether here stands a word that makes what is before it a mere surname."""
    if text[start : start + 2] not in _calling_starts():
        return False
    known = _calling()
    return any(text[start : start + length] in known for length in range(2, 6))


def title_start(text: str, floor: int, end: int) -> int:
    """Where the title that ends at `end` begins; nothing before `floor`, the end of the name before, belongs to it."""
    office = office_before(text, end)
    floor = max(floor, end - LONGEST)
    border = _border().search(text, floor, office)
    first = _unbalanced(text, border.end() if border else _behind_name(text, floor, office), end)
    return min(first + _after_stops(text[first:office], text[office]), office) if first < office else office


def _behind_name(text: str, floor: int, office: int) -> int:
    """The end of the words that go on from the name right before: 尉迟恭|作|市委书记徐茂讲话的传达."""
    known = after_costs()
    size = max((n for n in range(1, 5) if text[floor : floor + n] in known), default=0) if floor else 0
    if size == 1 and text[floor : floor + 2] in word_costs():
        return floor  # 教|育局
    return floor + size if floor + size <= office else floor


def _unbalanced(text: str, start: int, end: int) -> int:
    """The end of the last mark that was opened or closed but not both."""
    if _MARKS.isdisjoint(text[start:end]):
        return start
    opened: list[tuple[str, int]] = []
    for at in range(start, end):
        mark = text[at]
        if mark in _CLOSING:
            if opened and opened[-1][0] == _CLOSING[mark]:
                opened.pop()
            else:
                opened, start = [], at + 1
        elif mark in _CLOSING.values():
            opened.append((mark, at))
    return opened[-1][1] + 1 if opened else start


@lru_cache(maxsize=1 << 12)
def _after_stops(words: str, following: str) -> int:
    """The end of the last of the words before an office that no title holds; kept, since titles come again and again."""
    text, office = words + following, len(words)
    start, quoted = office, False
    chained = _part_before(text, office)
    for at, stop in tokens_before(text, 0, office):
        word = text[at:stop]
        if word in _CLOSING or word in _CLOSING.values():
            quoted = word in _CLOSING
        elif quoted:
            pass  # why: “光荣在党50年”纪念章获得者 is one title
        elif word == "、":
            if not _may_end_part(text, at):
                break
            chained = _part_before(text, at)
        elif word == "的":
            # why: 团的十九大代表, 党的二十大代表 are fixed names
            if text[at - 1 : at] not in ("团", "党"):
                break
        elif word in "了着过":
            break
        elif word in _JOINING:
            if not _joins_inside(text, at, stop, office):
                break
        elif not chained and _is_stop(word, text[stop]):
            break
        start = at
    return start


def _part_before(text: str, end: int) -> bool:
    """Whether a title goes on before the last 、 here, so that no verb cuts what stands behind: …书记、区扫黑|除|恶…组长."""
    mark = text.rfind("、", 0, end)
    return mark > 0 and office_before(text, mark) >= 0


def _is_stop(word: str, following: str) -> bool:
    """Whether no title holds the word; 宣传 and 考察 do stop one, but not in 宣传部 and 考察组."""
    kind = _stops().get(word)
    return kind == "preposition" or (kind == "verb" and following not in _UNIT_ENDS + "章奖馆")


def _may_end_part(text: str, end: int) -> bool:
    """Whether a title may go on before this 、: an office or a body ends there."""
    return office_before(text, end) >= 0 or (end > 0 and text[end - 1] in "委府协大")


@cache
def _bodies() -> frozenset[str]:
    """What ends the name of a body, of two characters: 大学."""
    return frozenset(words("people_words", role="body"))


def _joins_inside(text: str, at: int, stop: int, office: int) -> bool:
    """Whether 和, 与 or 及 stands inside the name of a body: 住房|和|城乡建设局, not 镇政府|与|各村."""
    if stop == office and text[at:stop] == "及":
        return office_before(text, at) >= 0  # 董事长及首席执行官
    right = text[stop:office].partition("、")[0]
    if not right or right[0] in _LEVELS or any(mark in right[1:4] for mark in "省市县区镇"):
        return False
    if not any(unit in right for unit in _UNIT_ENDS):
        return False
    if at == 0 or text[at - 1] in _BODY_ENDS or text[at - 2 : at] in _bodies():
        return False
    return office_before(text, at) < 0


def tokens_before(text: str, first: int, stop: int) -> list[tuple[int, int]]:
    """The likeliest words between two places, the last first."""
    return [(first + start, first + end) for start, end in _tokens(text[first:stop])] if first < stop else []


@lru_cache(maxsize=1 << 12)
def _tokens(text: str) -> tuple[tuple[int, int], ...]:
    """The likeliest words of a text, the last first; kept, since titles and bodies come again and again."""
    costs, ends = word_costs(), longer_words()[1]
    size = len(text)
    best, back = [0.0] * (size + 1), [0] * (size + 1)
    for i in range(1, size + 1):
        low, length = costs.get(text[i - 1], UNKNOWN) + best[i - 1], 1
        if i > 1:
            for width in range(2, min(4, i) + 1) if text[i - 2 : i] in ends else (2,):
                cost = costs.get(text[i - width : i])
                if cost is not None and cost + best[i - width] < low:
                    low, length = cost + best[i - width], width
        best[i], back[i] = low, length
    found = []
    while size > 0:
        found.append((size - back[size], size))
        size -= back[size]
    return tuple(found)
