"""What kind of act an item reports: the words are in lexicon/activities.tsv, the way through the sentence is here.

The act is looked for in the first clause that says what happened. Labels (`欢迎:`), occasions (`在…会上,`), purposes
(`为…,`) and sources (`《…日报》载,`) are passed over, names in 《》 and “” are not read. Of several acts in one clause the one
that stands first in `Activity` wins, so a signing ceremony is a signing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

from attrs import frozen

from chronicle_parse.lexicon import rows, words
from chronicle_parse.model import Activity
from chronicle_parse.patterns import any_of, compiled, verbose

LIMIT = 600
"""So many characters are looked at: the act of an item stands at its beginning."""

_RANK = {activity: rank for rank, activity in enumerate(Activity)}


@frozen
class _Cue:
    """The kind of act that a word tells of, None for a longer word that holds a cue and is none (检查站); `about` names a rule."""

    activity: Activity | None
    about: str


@cache
def _cues() -> dict[str, _Cue]:
    kinds: dict[str, Activity | None] = {"": None} | {each.value: each for each in Activity}
    return {row["word"]: _Cue(kinds[row["activity"]], row["about"]) for row in rows("activities")}


@cache
def _cue() -> Pattern[str]:
    return compiled(any_of(_cues()))


@cache
def _name() -> Pattern[str]:
    """What is a name or a remark inside the sentence; its words are not read, but those of “夜查”行动 are."""
    return verbose(
        r"""《[^《》\n]{1,120}》 | “(?! [^“”\n]{1,4} ”(?: 行动 | 活动 ) )[^“”\n]{1,80}” | 「[^「」\n]{1,80}」 | [(（][^()（）\n]{1,60}[)）]"""
    )


@cache
def _visited() -> Pattern[str]:
    """What guests came for or are known by, behind a verb of meeting: 慰问(荣获劳模称号的)…, 接待(来区考察)客商."""
    return verbose(
        r"""(?P<verb> 看望 | 慰问 | 会见 | 走访 | 邀请 | 欢迎 | 接待 | 探望 | 会晤 | 与 | 对 | 向 )
        (?: (?<! 会晤 ) (?: (?! 签[署订约] ) [^,，;；。:：\s] ){2,40}? (?<! 表 ) 的
          | (?<= 会见 | 接待 | 欢迎 | 会晤 ) 来 \p{Han}{0,4}? (?: 考察 | 调研 | 参观 | 视察 | 访问 ) )"""
    )


@cache
def _aside() -> Pattern[str]:
    """A clause that gives occasion, purpose or source, and so is passed over while another one follows."""
    return verbose(
        r"""^ (?: 为 (?! 期 ) | 为了 | 围绕 | 按照 | 根据 | 随着 | 鉴于 | 由于 | 近年来 | 近日 | 日前 | 据 | 结合 | 通过 )
        | ^ (?: 在 | 当 | 值 | 正值 | 自 | 从 ) .* (?: 之际 | 期间 | 之后 | 以来 | 前夕 | 上 | 中 | 下 | 后 | 时 ) $
        | (?: 之际 | 报道 | 消息 | 刊文 | 介绍 | 讯 | 获悉 | 载 | 来临 | 临近 | 到来 | 当 [天日晚] (?: 晚上 | 下午 )? ) $"""
    )


@cache
def _stage() -> Pattern[str]:
    """The occasion in front of the verb of the same clause: 在…论坛上 | 致辞."""
    return verbose(
        r"""在 [^,，;；。]{1,60}?
        (?: (?: 会 | 会议 | 坛 | 式 | 礼 | 典 | 班 | 活动 | 仪式 ) (?: 上 | (?= 致[辞词] | 演讲 | 发表 ) ) | 期间 | 之际 )"""
    )


@cache
def _shapes() -> tuple[tuple[str, Pattern[str], Activity], ...]:
    """Acts that are a frame rather than a word, each with a word that its clause must hold."""
    office = r"(?: 书记 | 主任 | [市区县州省镇乡] 长 | 局长 | 厅长 | 院长 | 主席 | 董事长 | 总经理 | 部长 | 秘书长 | 处长 | 会长 | 校长 | 检察长 )"
    shapes = (
        ("补选", r"补选 [^,，;；。]{1,30}? 为", Activity.APPOINTMENT),
        (
            "任",
            rf"(?<! 历 | 现 | 时 | 前 | 责 | 主 | 信 | 胜 | 常 | 原 | 新 ) 任 (?! 务 | 期 | 何 ) [^,，;；。:：]{{0,20}}? {office}",
            Activity.APPOINTMENT,
        ),
        (
            "班",
            r"(?<! 航 | 值 | 上 | 夜 | 早 | 晚 | 交 | 跟 | 接 | 带 | 下 | 换 | 轮 | 领导 ) 班 (?: 在 \p{Han}{2,12} )? (?: 举[行办] | 结业 | 开课 | 圆满 | 顺利 )",
            Activity.STUDY,
        ),
        *(
            (
                work,
                rf"(?: 到 | 赴 | 深入 | 莅临 | 现场 | 实地 ) [^,，;；。:：]{{0,16}}? {shape}",
                Activity.INSPECTION,
            )
            for work, shape in (
                ("指导", "指导 (?! 员 | 意见 | 站 | 中心 )"),
                ("督促", "督促"),
                ("摸排", "摸排"),
                ("查险", "查险"),
            )
        ),
        ("接受", r"接受 [^,，;；。]{0,30}? (?: 采访 | 专访 )", Activity.SPEECH),
        ("欢迎", r"欢迎 [^,，;；。]{1,40}? (?: 到访 | 来访 | 一行 )", Activity.RECEPTION),
        (
            "会",
            r"(?: 主持 | 召集 | 出席 | 参加 ) (?: 了 | 召开 )? [^,，;；。]{1,40}? (?: 会议 | 动员会 | 工作会 )",
            Activity.MEETING,
        ),
    )
    return tuple((word, verbose(shape), act) for word, shape, act in shapes)


@cache
def _told() -> Pattern[str]:
    """Words that make a speech where nothing else happens: 某某谈…, …在会上说."""
    return verbose(
        r"(?<! 会 | 座 | 洽 | 恳 | 约 | 访 | 面 | 商 | 详 ) 谈 (?! 判 | 话 | 会 | 心 | 及 | 到 | 起 | 谈 | 何 ) | (?<! 据 | 听 | 小 | 传 ) 说 $"
    )


@cache
def _went() -> Pattern[str]:
    """Going out among people and works, which is an inspection where nothing else happens: 深入田间地头."""
    return verbose(
        r"深入 [^,，;；。]{0,16}? (?: 一线 | 现场 | 地头 | 社区 | 企业 | 车间 | 村 | 基层 | 街道 | 镇 | 园区 | 工地 | 学校 | 农户 )"
    )


BUILDING = r"(?: 校区 | 新址 | 工程 | 设施 | 码头 | 隧道 | 基地 | 仪式 | [馆楼厅站厂桥路园场院庭室港所舍塔库区街房] | 中心 | 线 )"
PRODUCT = "(?: 平台 | 系统 | 小程序 | 软件 | 热线 | 专线 | 公众号 | 网站 | 频道 | 一卡通 | 号码 | 电话 )"
MEETING = "(?: 会议 | 全会 | 大会 | 论坛 | 峰会 | 年会 | 推介会 | 洽谈会 | 对接会 | [届次]会 | [协代]会 )"
RULES = "(?: 条例 | 办法 | 规定 | 规则 | 细则 | 新规 | 标准 | 意见 | 新政 | 方案 | 政策 )"
CONTEST = "(?: 冠军 | 亚军 | 季军 | 金牌 | 银牌 | 铜牌 | [金银铜]奖牌 | 夺冠 | 决赛 | 名次 | 比分 )"
HONOUR = "(?: 称号 | 表彰 | 授予 | 颁奖 | 命名 | 劳动?模 )"


@cache
def _by_subject() -> dict[str, tuple[tuple[Pattern[str], Activity | None], ...]]:
    """By the column `about` of a cue: what else its clause holds, and the kind that the cue has there; the first that fits counts."""
    words_of_beginning = any_of(words("activities", about="begins"))
    begins = rf"(?: ^ 起 | [今即日月年天] 起 | (?: 正式 | 全面 | 率先 | 首次 | 开始 | 在全 ) \p{{Han}}? {words_of_beginning} )"
    rules: dict[str, tuple[tuple[str, Activity | None], ...]] = {
        "news": ((r"新闻 | 记者 | 通报 | 通气", Activity.SPEECH),),
        "thing": ((PRODUCT, Activity.LAUNCH), (rf"^ (?! .* {BUILDING} )", Activity.LAUNCH)),
        "opened": ((rf"^ (?! .* {BUILDING} )", None),),
        "meeting": ((MEETING, Activity.MEETING),),
        "visit": ((r"(?<! 欢迎 [^,，;；。]{0,40} ) 到访 (?! 我 | 本 | 时 | 的 ) \p{Han}{2}", Activity.INSPECTION),),
        "contest": ((rf"^ (?! .* {HONOUR} ) .* {CONTEST}", Activity.OTHER),),
        "readers": ((r"接待 [^,，;；。]* (?: 人次 | 游客 | 旅客 | 观众 )", Activity.OTHER),),
        "work": ((r"[书志刊著集卷] | 《", Activity.PUBLICATION),),
        "rule": ((RULES, Activity.PUBLICATION),),
        "issued": ((rf"《 | 通知 | 文件 | {RULES}", Activity.PUBLICATION), (CONTEST, Activity.OTHER)),
        "begins": ((rf"^ (?! .* {begins} )", None), (RULES, Activity.PUBLICATION)),
    }
    return {about: tuple((verbose(shape), act) for shape, act in of) for about, of in rules.items()}


@cache
def _cut() -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    """The ends of sentences, the ends of clauses (but not behind 今起), and a label in front: 欢迎:."""
    return (
        verbose(r"[。!！?？]"),
        verbose(r"[,，;；:：] (?<! ^ 起 . ) (?<! [今即日月年天] 起 . ) | \s{2,}"),
        verbose(r"[^,，;；:：。]{1,10} [:：]"),
    )


def classify(text: str, before: str = "") -> Activity:
    """The kind of act that an item (clean text, without date and marker) reports.

    Args:
        text: of the item.
        before: what stands in front of it: the date may say from when on something holds, 5月1日起.

    >>> classify("区长王芳到第一小学检查开学工作。").value
    'inspection'
    >>> classify("峰会: 行政长官在财经峰会上致辞时说,两地应加强合作。").value
    'speech'
    >>> classify("早稻插秧累计完成146.3万亩。").value
    'other'
    """
    text = text[:LIMIT]
    if before.rstrip(" ,，、").endswith("起"):
        text = f"起,{text}"
    for number, sentence in enumerate(_sentences(text)):
        act = _act(sentence)
        if act is not None or number == 2:
            return act or Activity.OTHER
    return Activity.OTHER


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        line = _name().sub(_hollow, line.strip())
        for sentence in _cut()[0].split(line):
            if sentence.strip():
                yield sentence.strip()


def _hollow(found: re.Match[str]) -> str:
    """Only what kind of thing has the name is left of it: “北口一卡通” is a card."""
    kind = _product().search(found[0])
    return found[0][0] + (kind[0] if kind else "") + found[0][-1]


@cache
def _product() -> Pattern[str]:
    return verbose(rf"{PRODUCT} (?= . $ )")


def _act(sentence: str) -> Activity | None:
    """The act of one sentence: OTHER where it reports an act of no kind, None where no act can be seen in it."""
    _, clause_end, labelled = _cut()
    label = labelled.match(sentence)
    first: list[str] = []
    later: list[str] = []
    seen = False
    for number, clause in enumerate(map(str.strip, clause_end.split(sentence))):
        if (number == 0 and label) or _aside().search(clause):
            later.append(clause)
        elif clause:
            first.append(clause)
            act = _of_clause(clause)
            if act is not None and act is not Activity.OTHER:
                return act
            seen = seen or act is not None
    for clause in filter(None, later):
        act = _of_clause(clause)
        if act is not None and act is not Activity.OTHER:
            return act
        seen = seen or act is not None
    if any(_told().search(clause) for clause in first):
        return Activity.SPEECH
    if any(_went().search(clause) for clause in first):
        return Activity.INSPECTION
    return Activity.OTHER if seen else None


def _of_clause(clause: str) -> Activity | None:
    if "的" in clause or "来" in clause:
        clause = _visited().sub(r"\g<verb>的", clause)
    stage = _stage().search(clause)
    if stage is not None:
        act = _strongest(clause[stage.end() :])
        if act is not None and act is not Activity.OTHER:
            return act
    return _strongest(clause)


def _strongest(clause: str) -> Activity | None:
    cues = _cues()
    found = {act for match in _cue().finditer(clause) if (act := _in_context(cues[match[0]], clause))}
    found.update(act for word, shape, act in _shapes() if word in clause and shape.search(clause))
    return min(found, key=_RANK.__getitem__, default=None)


def _in_context(cue: _Cue, clause: str) -> Activity | None:
    """The kind of a cue, where it depends on what is spoken of."""
    for shape, act in _by_subject().get(cue.about, ()):
        if shape.search(clause):
            return act
    return cue.activity
