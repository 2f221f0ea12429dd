"""The documentation agrees with the code."""

import re
from pathlib import Path

import attrs

import chronicle_parse as cp
from chronicle_parse.compare import Comparison

ROOT = Path(__file__).parent.parent
CODE = re.compile(
    r'(?<!>>> )"((?:date|known|report|indicator|roundup|chronicle|layout|text|source|number|quantity|json|format|row|worker|extra|parse)\.[a-z-]+)"'
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


def test_the_reference_shows_every_field_of_every_public_class() -> None:
    reference = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    classes = [name for name in cp.__all__ if attrs.has(getattr(cp, name))]
    bare = [
        name
        for name in classes
        if not re.search(rf"autoclass:: {name}\n   :members:\n   :undoc-members:$", reference, re.MULTILINE)
    ]
    assert "Person" in classes
    assert bare == ["CleanText"]  # lists its members, of which some are inner


def test_the_docstring_of_every_public_class_describes_each_of_its_fields() -> None:
    classes = [cls for name in cp.__all__ if attrs.has(cls := getattr(cp, name))]
    silent = [
        f"{cls.__name__}.{field.name}"
        for cls in [*classes, Comparison]
        for field in attrs.fields(cls)
        if not field.inherited and not re.search(rf"^ +{field.name}: \S", _attributes_of(cls), re.MULTILINE)
    ]
    assert cp.Person in classes
    assert silent == []


def _attributes_of(cls: type) -> str:
    return (cls.__doc__ or "").partition("    Attributes:\n")[2]
