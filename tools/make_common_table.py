"""Writes lexicon/common_characters.tsv: what Chinese text is mostly made of, in both scripts; it tells encodings apart.

usage: python tools/make_common_table.py path/to/jieba/dict.txt
"""

from __future__ import annotations

import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC

TABLE = Path(__file__).parents[1] / "src" / "chronicle_parse" / "lexicon" / "common_characters.tsv"
MOST = 1500
PUNCTUATION = "，。、；：？！“”‘’（）《》【】—…·　～％０１２３４５６７８９△●◆■"


def table(dictionary: str) -> str:
    """The whole file: the commonest characters, weighted by the words they stand in, and their Traditional forms."""
    counts: Counter[str] = Counter()
    for line in dictionary.splitlines():
        word, count, *_ = line.split(" ")
        counts.update({character: int(count) for character in word if "\u4e00" <= character <= "\u9fff"})
    common = "".join(character for character, _ in counts.most_common(MOST))
    forms = {OpenCC(config).convert(common) for config in ("s2t", "s2tw", "s2hk")}
    traditional = sorted({character for form in forms for character in form} - set(common))
    return (
        f"# what: the {MOST} commonest Chinese characters, their Traditional forms, and punctuation; they tell encodings apart\n"
        f"# source: dict.txt of jieba 0.42.1 and OpenCC {version('opencc')}, by tools/make_common_table.py\n"
        "# licence: MIT (jieba), Apache-2.0 (OpenCC)\n"
        "# columns: kind; characters\n"
        f"kind\tcharacters\nsimplified\t{common}\ntraditional\t{''.join(traditional)}\npunctuation\t{PUNCTUATION}\n"
    )


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
