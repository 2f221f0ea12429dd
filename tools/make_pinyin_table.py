"""Writes lexicon/pinyin.tsv: the toned readings of every character that Traditional to Simplified changes.

usage: python tools/make_pinyin_table.py
"""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC
from pypinyin.constants import PINYIN_DICT

TABLE = Path(__file__).parents[1] / "src" / "chronicle_parse" / "lexicon" / "pinyin.tsv"


def table() -> str:
    """The whole file: one reading a row with the characters that have it, or whose Simplified form has it."""
    simplified = OpenCC("t2s").convert
    readings: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(0x3400, 0xA000):
        character = chr(code)
        plain = simplified(character)
        if plain == character:
            continue
        known = f"{PINYIN_DICT.get(code, '')},{PINYIN_DICT.get(ord(plain), '')}"
        for reading in sorted(set(filter(None, known.split(",")))):
            readings[reading].append(character)
    rows = "".join(f"{reading}\t{''.join(characters)}\n" for reading, characters in sorted(readings.items()))
    return (
        "# what: toned readings of the characters that Traditional to Simplified changes, with those of their Simplified forms\n"
        f"# source: pypinyin {version('pypinyin')} and OpenCC {version('opencc')}, by tools/make_pinyin_table.py\n"
        "# licence: MIT (pypinyin), Apache-2.0 (OpenCC)\n"
        "# columns: reading; characters: all that may be read so\n"
        f"reading\tcharacters\n{rows}"
    )


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
