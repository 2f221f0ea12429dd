"""Writes lexicon/word_weights.tsv: how likely common words are, for choosing a lost character by its neighbours.

usage: python tools/make_word_table.py path/to/jieba/dict.txt
The dictionary is in the source distribution of jieba (jieba/dict.txt): one `word frequency tag` a line.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src" / "chronicle_parse" / "lexicon" / "word_weights.tsv"
VERSION = "0.42.1"
LEAST = 30  # docs/damaged-text.md has the accuracy and the size for other thresholds
HAN = re.compile(r"[\u4e00-\u9fff]{1,4}")


def table(dictionary: str, least: int = LEAST) -> str:
    """The whole file: one weight a row, with all words that have it."""
    counts: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, count, *_ = line.split(" ")
        if HAN.fullmatch(word) and (int(count) >= least or len(word) == 1):
            counts[word] = int(count)
    total = math.log(sum(counts.values()))
    words: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        words[round(2 * (total - math.log(count + 1)))].append(word)
    rows = "".join(f"{weight}\t{' '.join(sorted(found))}\n" for weight, found in sorted(words.items()))
    return (
        "# what: weights of common words, the negative logarithm of their share of a large text, in half nats\n"
        f"# source: dict.txt of jieba {VERSION}, single characters and words counted {least} times or more, by tools/make_word_table.py\n"
        "# licence: MIT (jieba)\n"
        "# columns: weight; words: separated by blanks\n"
        f"weight\twords\n{rows}"
    )


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
