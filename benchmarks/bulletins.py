"""Makes bulletins up, as many and as long as wanted and no two alike: numbers, names, places and projects are drawn anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from chronicle_parse.lexicon import rows, words

KINDS = ("chronicle", "work_report", "roundup")

_TITLES = (
    "市委书记", "县委副书记、县长", "区委常委、常务副区长", "市人大常委会主任", "市政协副主席", "区教育局局长", "县发展和改革局党组书记、局长",
    "镇党委书记", "副市长、市公安局局长", "街道办事处主任", "市委常委、组织部部长", "省委宣传部副部长", "区住房和城乡建设局副局长", "党工委书记",
)  # fmt: skip
_BODIES = (
    "区委", "市政府", "县人大常委会", "市教育局", "区卫生健康局", "县总工会", "市自然资源和规划局", "区残联", "市场监督管理局", "县委组织部",
)  # fmt: skip
_PROJECTS = (
    "人民医院", "污水处理厂", "高速公路连接线", "第三小学", "文化艺术中心", "老旧小区改造", "产业园", "体育公园", "养老服务中心", "水库除险加固",
)  # fmt: skip
_TOPICS = (
    "安全生产", "乡村振兴", "营商环境", "防汛抗旱", "生态环境保护", "招商引资", "基层治理", "教育教学", "文明城市创建", "稳就业保民生", "项目建设",
)  # fmt: skip
_WORKS = ("“十四五”规划纲要", "条例实施办法", "年鉴", "三年行动方案", "战略合作框架协议", "乡土志", "工作要点")
_MEASURES = (
    "公里",
    "平方米",
    "亩",
    "吨",
    "户",
    "个",
    "人",
    "家",
    "套",
    "名",
    "项",
    "万平方米",
    "万人次",
    "立方米",
    "盏",
    "台",
)
_SIZES = (
    "地区生产总值",
    "一般公共预算收入",
    "固定资产投资",
    "社会消费品零售总额",
    "规上工业增加值",
    "进出口总额",
    "城镇居民人均可支配收入",
)
_EVENTS = (
    "{titled}率队到{place}调研{topic}工作。",
    "{titled}主持召开{topic}工作推进会,{titled}、{titled}参加会议。",
    "{place}{project}开工建设,项目总投资{money},占地{amount}。",
    "{body}举办{topic}专题培训班,{amount}参加培训。",
    "《{place}{work}》正式印发。",
    "{place}{project}竣工并投入使用,建筑面积{money_number}万平方米,惠及群众{amount}。",
    "{titled}会见来访的{place}党政代表团一行,双方就{topic}交换意见。",
    "{body}与{company}签署{work},计划投资{money},建设{place}{project}。",
    "全市{topic}现场会在{place}召开,{titled}出席并讲话。会议强调,要抓好{topic}和{topic},确保各项任务落到实处。",
    "{body}发布通报,1至{month}月全市{topic}工作完成率{percent},居全省第{rank}位。",
    "{company}荣获“{topic}先进单位”称号,{name}等{small}人被评为先进个人。",
    "{titled}深入{place}{project}施工现场,详细了解工程进度,要求参建单位倒排工期、挂图作战,在保证质量的前提下加快推进。",
)
_RESULTS = (
    "{size}达到{money},增长{percent}",
    "{size}增长{percent}左右",
    "新建改造{project}{amount}",
    "完成{topic}投资{money}、同比增长{percent}",
    "城镇新增就业{amount},失业率控制在{percent}以内",
    "{place}{project}建成投用",
    "扎实推进{topic},深入开展{topic}专项行动,人民群众获得感明显增强",
    "{topic}工作走在全省前列,经验做法在{place}推广",
    "发放各类补贴{money},受益群众{amount}",
)
_PLANS = (
    "{size}增长{percent}左右",
    "力争完成{project}投资{money}",
    "新增{project}{amount}",
    "加快推进{place}{project}建设,持续抓好{topic}",
    "坚持把{topic}摆在突出位置,统筹{topic}和{topic},健全长效机制",
    "建成{project}{amount},完成率达到{percent}",
)


class Maker:
    """A source of bulletins; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """Reads the words that are drawn from."""
        self.draw = random.Random(seed)
        self.surnames = list(words("surnames", kind="single"))[:120]
        given = [row["character"] for row in rows("name_characters") if row["second"] and row["third"]]
        likely = {row["character"]: int(row["third"]) for row in rows("name_characters") if row["third"]}
        self.given = sorted(given, key=lambda character: likely[character])[:400]
        self.places = [word for word in words("divisions") if 2 < len(word) < 6]
        self.slots: dict[str, Callable[[], str]] = {
            "titled": lambda: self._one(_TITLES) + self._name(),
            "name": self._name,
            "place": lambda: self._one(self.places),
            "topic": lambda: self._one(_TOPICS),
            "project": lambda: self._one(_PROJECTS),
            "body": lambda: self._one(_BODIES),
            "work": lambda: self._one(_WORKS),
            "company": lambda: f"{self._one(self.places)[:2]}{''.join(self.draw.choices(self.given, k=2))}科技有限公司",
            "money": lambda: f"{self._number()}{self._one(('亿元', '万元'))}",
            "money_number": self._number,
            "amount": lambda: f"{self.draw.randint(2, 9999)}{self._one(_MEASURES)}",
            "percent": lambda: f"{self.draw.randint(1, 400) / 10}%",
            "size": lambda: self._one(_SIZES),
            "small": lambda: str(self.draw.randint(2, 60)),
            "rank": lambda: self._one("一二三四五六"),
            "month": lambda: str(self.draw.randint(2, 12)),
        }

    def document(self, kind: str, size: int) -> str:
        """A bulletin of about that many characters."""
        return "\n".join(self._until(size, getattr(self, f"_{kind}")()))

    def documents(self, characters: int, kinds: tuple[str, ...] = KINDS) -> list[tuple[str, str]]:
        """Bulletins of the length of real ones, (kind, text), of so many characters together."""
        found: list[tuple[str, str]] = []
        while characters > 0:
            kind = kinds[len(found) % len(kinds)]
            found.append((kind, self.document(kind, self.draw.randint(1500, 12000))))
            characters -= len(found[-1][1])
        return found

    @staticmethod
    def _until(size: int, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            yield line
            size -= len(line) + 1
            if size <= 0:
                return

    def _one(self, choices: tuple[str, ...] | list[str] | str) -> str:
        return self.draw.choice(choices)

    def _name(self) -> str:
        return self._one(self.surnames) + "".join(self.draw.choices(self.given, k=self.draw.choice((1, 2, 2, 2))))

    def _number(self) -> str:
        return f"{self.draw.randint(11, 99999) / 100:g}"

    def _say(self, frames: tuple[str, ...]) -> str:
        parts = self._one(frames).split("{")
        said = [parts[0]]
        for part in parts[1:]:
            slot, _, plain = part.partition("}")
            said += (self.slots[slot](), plain)
        return "".join(said)

    def _chronicle(self) -> Iterator[str]:
        year = self.draw.randint(1990, 2024)
        yield f"{self._one(self.places)}{year}年大事记"
        month = 0
        while True:
            month = month % 12 + 1
            yield f"{month}月"
            for day in sorted(self.draw.sample(range(1, 29), self.draw.randint(4, 9))):
                yield f"{month}月{day}日,{self._say(_EVENTS)}{self._say(_EVENTS) if self.draw.random() < 0.3 else ''}"

    def _work_report(self) -> Iterator[str]:
        year, place = (
            self.draw.randint(2005, 2025),
            self._one([place for place in self.places if place[-1] in "市县区"]),
        )
        yield f"{place}政府工作报告"
        yield f"——{year}年1月{self.draw.randint(3, 28)}日在{place}第十八届人民代表大会第三次会议上"
        yield f"{place}人民政府{place[-1]}长 {self._name()}"
        yield "各位代表:"
        yield "现在,我代表人民政府向大会报告工作,请予审议。"
        yield f"一、{year - 1}年工作回顾"
        for number in range(1, 9):
            yield from self._part(number, _RESULTS)
        yield f"二、{year}年主要目标和重点工作"
        number = 0
        while True:
            number += 1
            yield from self._part(number, _PLANS)

    def _part(self, number: int, frames: tuple[str, ...]) -> Iterator[str]:
        hanzi = "一二三四五六七八九十"[(number - 1) % 10]
        yield f"({hanzi}){self._one(('着力', '持续', '全面'))}抓好{self._one(_TOPICS)}。{self._clauses(frames)}"
        yield self._clauses(frames)

    def _clauses(self, frames: tuple[str, ...]) -> str:
        count = self.draw.randint(3, 7)
        return "".join(self._say(frames) + self._one((",", ";", "。")) for _ in range(count)) + self._say(frames) + "。"

    def _roundup(self) -> Iterator[str]:
        month, day = self.draw.randint(1, 12), self.draw.randint(1, 20)
        yield f"{self._one(self.places)}一周动态({month}月{day}日—{month}月{day + 6}日)"
        while True:
            yield f"【{self._one(_TOPICS)}】"
            for number in range(1, self.draw.randint(3, 6)):
                sentences = "".join(self._say(_EVENTS) for _ in range(self.draw.randint(1, 3)))
                yield f"{number}.{month}月{day + self.draw.randint(0, 6)}日,{sentences}"
