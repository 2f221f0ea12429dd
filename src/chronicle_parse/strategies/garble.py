"""Damage a clean text as some content systems do, byte for byte; the forward way of what `text.repair` undoes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from opencc import OpenCC

OFTEN = (
    "個gè 優yōu 內nèi 創chuàng 動dòng 務wù 協xié 團tuán 執zhí 堅jiān 學xué 實shí 導dǎo 強qiáng 態tài 應yīng 戰zhàn 據jù 擴kuò 數shù 會huì 業yè 構gòu "
    "標biāo 機jī 權quán 測cè 準zhǔn 濟jì 獻xiàn 現xiàn 環huán 產chǎn 當dāng 發fā 監jiān 節jié 細xì 結jié 絡luò 統tǒng 經jīng 網wǎng 續xù 習xí 聯lián 術shù "
    "規guī 訓xùn 設shè 評píng 調diào 護hù 譽yù 費fèi 貿mào 質zhì 農nóng 進jìn 達dá 鄉xiāng 醫yī 鎮zhèn 關guān 隊duì 項xiàng 領lǐng 驗yàn 點diǎn"
)
"""Characters that damaged pages were seen to annotate, with the one reading that each has there."""

_KEPT = frozenset("后云干里于制采并愿余范杰松系征咨伙污斗面表只台岳升准占布采")
"""Characters that a naive conversion leaves alone although they have another Traditional form."""

_OWN = {"签": "簽", "台": "臺", "着": "著", "为": "為", "众": "眾", "群": "群", "启": "啟"}
"""Where the naive conversion takes another form than OpenCC."""

_SPLIT = re.compile(rb"(\xa3\xac|\xa3\xbf|\xa3\xa1|\xa3\xbb|\xa1\xa2)")
"""The bytes of ，？！；、 wherever they stand."""


def readings(pairs: str = OFTEN) -> dict[str, str]:
    """Characters and readings, from words such as `區qū`.

    >>> readings("區qū 聯lián")
    {'區': 'qū', '聯': 'lián'}
    """
    return {pair[0]: pair[1:] for pair in pairs.split()}


def garble(text: str, annotated: Mapping[str, str] | None = None, *, folded: bool = False) -> str:
    r"""The text as a damaged page shows it: Traditional, with inserted pinyin, torn where bytes happened to fit.

    Args:
        text: clean Simplified text; every line is damaged for itself.
        annotated: the Traditional characters that get their reading, and that reading; `readings()` by default.
        folded: whether the full-width punctuation was made half-width afterwards, as in many copies of such pages.

    >>> garble("我区联合发布,因为教学需要。", readings("區qū 聯lián 發fā 驗yàn 學xué"))
    '我區(qū)聯(lián)合發(fā)布,因?yàn)榻虒W(xué)需要。'
    >>> garble("各学校,现场指导", readings("現xiàn"))
    '各學校,現(xiàn)場指導'
    >>> garble("各学校现场指导", readings("現xiàn"), folded=True)
    '各學?,F(xiàn)場指導'
    """
    inserted = {
        spelt: spelt + f"({reading})".encode("gbk", "replace")
        for character, reading in (readings() if annotated is None else annotated).items()
        if len(spelt := character.encode("gbk", "replace")) == 2
    }
    spots = re.compile(b"|".join(map(re.escape, inserted))) if inserted else None
    return "\n".join(_damage(line, inserted, spots, folded) for line in text.split("\n"))


def _damage(line: str, inserted: Mapping[bytes, bytes], spots: re.Pattern[bytes] | None, folded: bool) -> str:
    held = "".join(map(_traditional, line)).encode("gbk", "replace")
    if spots is not None:
        held = spots.sub(lambda found: inserted[found[0]], held)
    shown = "".join(map(_shown, _SPLIT.split(held)))
    return shown.translate(_FOLDED) if folded else shown


_FOLDED = str.maketrans("，？！；：（）", ",?!;:()")


@cache
def _s2tw() -> OpenCC:
    return OpenCC("s2tw")


@cache
def _traditional(character: str) -> str:
    if character in _OWN:
        return _OWN[character]
    return character if character in _KEPT else str(_s2tw().convert(character))


def _shown(piece: bytes) -> str:
    """GBK read so that a lead byte without a fitting second one becomes `?` and takes its neighbour along."""
    shown: list[str] = []
    at = 0
    while at < len(piece):
        width = 2 if piece[at] > 0x80 else 1
        try:
            shown.append(piece[at : at + width].decode("gb18030" if width == 2 else "ascii"))
        except UnicodeDecodeError:
            shown.append("?")
        at += width
    return "".join(shown)
