"""Entries of chronicles and roundups as a CSV table, ready for a spreadsheet or pandas.

Run: python examples/seeds_to_csv.py [FOLDER] [OUT]
"""

import sys
from pathlib import Path

import chronicle_parse as cp
from chronicle_parse.export import to_csv


def main(folder: Path, out: Path) -> None:
    parsed = cp.parse_many(sorted(folder.glob("*.txt")), on_error="skip")
    table = to_csv(((Path(str(p.key)).name, p.document) for p in parsed if p.document is not None), "entries")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(table, encoding="utf-8-sig", newline="")  # with a BOM, so that a spreadsheet knows the encoding
    print(f"{out}: {table.count(chr(10)) - 1} lines")


if __name__ == "__main__":
    here = Path(__file__).parent.parent
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else here / "seeds",
        Path(sys.argv[2]) if len(sys.argv) > 2 else here / "out" / "entries.csv",
    )
