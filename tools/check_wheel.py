"""Refuses a wheel that is large or carries what users do not need; with --extras prints the extras of the project."""

import sys
import tomllib
import zipfile
from pathlib import Path

LIMIT = 3_000_000
NEEDED = ("chronicle_parse/py.typed", "chronicle_parse/lexicon/surnames.tsv")


def extras() -> list[str]:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    return sorted(project["optional-dependencies"])


def faults(wheel: Path) -> list[str]:
    names = zipfile.ZipFile(wheel).namelist()
    size = wheel.stat().st_size
    found = [f"{size:,} bytes, more than {LIMIT:,}"] if size > LIMIT else []
    found += [f"{name} is missing" for name in NEEDED if name not in names]
    found += [f"{name} belongs to no wheel" for name in names if name.split("/")[0] in ("seeds", "tests", "docs")]
    return found


if __name__ == "__main__":
    if sys.argv[1] == "--extras":
        print(*extras())
    elif found := faults(Path(sys.argv[1])):
        sys.exit("\n".join(found))
    else:
        print(f"wheel: {Path(sys.argv[1]).stat().st_size:,} bytes")
