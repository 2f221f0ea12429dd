"""A folder of saved pages to JSON Lines: one typed document a line, the way back to the original included.

Run: python examples/seeds_to_jsonl.py [FOLDER] [OUT]
"""

import sys
from pathlib import Path

import chronicle_parse as cp
from chronicle_parse.export import from_json, to_json


def main(folder: Path, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for parsed in cp.parse_many(sorted(folder.glob("*.txt"))):
            if parsed.document is None:
                print(f"{parsed.key}: {parsed.error}", file=sys.stderr)
                continue
            line = to_json(parsed.document)
            assert from_json(line) == parsed.document  # nothing is lost on the way
            file.write(line + "\n")
            print(f"{parsed.key}: {parsed.document.kind}, {len(parsed.document.issues)} issues")


if __name__ == "__main__":
    here = Path(__file__).parent.parent
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else here / "seeds",
        Path(sys.argv[2]) if len(sys.argv) > 2 else here / "out" / "seeds.jsonl",
    )
