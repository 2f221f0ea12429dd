"""The documentation agrees with the code."""

import re
from pathlib import Path

import chronicle_parse as cp

ROOT = Path(__file__).parent.parent
CODE = re.compile(
    r'(?<!>>> )"((?:date|known|report|indicator|roundup|chronicle|layout|text|source|number|quantity|json)\.[a-z-]+)"'
)


def test_every_code_is_listed_and_every_listed_code_exists() -> None:
    used = {code for path in (ROOT / "src").rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    rows = [
        line
        for line in (ROOT / "docs" / "issues.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    listed = {code for row in rows for code in re.findall(r"`([a-z]+\.[a-z-]+)`", row.split("|")[1])}
    assert used == listed


def test_every_public_name_is_in_the_reference() -> None:
    reference = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    missing = [name for name in cp.__all__ if not re.search(rf":: {name}$", reference, re.MULTILINE)]
    assert missing == []
