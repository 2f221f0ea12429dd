"""Tries what one extra promises, in the environment it was installed into: python try_extra.py EXTRA."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import chronicle_parse as cp
from chronicle_parse import export

PAGE = "青石县大事记-2021年12月\n12月6日,县长王芳调研,超10亿元项目开工。\n"
DOC = cp.parse(PAGE, kind="chronicle")


def core() -> None:
    assert isinstance(DOC, cp.Chronicle)
    assert [p.name for p in DOC.entries[0].people] == ["王芳"]
    assert export.from_json(export.to_json(DOC)) == DOC
    assert "王芳" in export.to_csv([DOC], "people")
    assert export.to_html(DOC).startswith("<!DOCTYPE html>")


def arrow() -> None:
    assert export.to_arrow([DOC], "entries").num_rows == 1


def calendar() -> None:
    assert "BEGIN:VEVENT" in export.to_ical([DOC])


def cli() -> None:
    command = Path(sys.executable).parent / "chronicle-parse"
    done = subprocess.run(
        [command, "show", "-"], input=PAGE, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert "王芳" in done.stdout


def html() -> None:
    page = "".join(f"<p>{line}</p>" for line in PAGE.splitlines())
    assert "王芳" in cp.clean(f"<!doctype html><html><body><article>{page}</article></body></html>".encode()).text


def documents() -> None:
    import docx

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.docx"
        document = docx.Document()
        for line in PAGE.splitlines():
            document.add_paragraph(line)
        document.save(str(path))
        assert "王芳" in cp.clean(path).text


def encodings() -> None:
    import ftfy

    assert ftfy.fix_encoding("å¸‚é•¿") == "市长"


def plots() -> None:
    import altair

    assert altair.__version__


def testing() -> None:
    from chronicle_parse.strategies import garble

    assert "县长" in cp.clean(garble("县长王芳联合调研。")).text


TRIALS: dict[str, tuple[Callable[[], None], ...]] = {
    "none": (),
    "arrow": (arrow,),
    "calendar": (calendar,),
    "cli": (cli,),
    "html": (html,),
    "documents": (documents,),
    "encodings": (encodings,),
    "plots": (plots,),
    "testing": (testing,),
}
TRIALS["all"] = tuple(trial for trials in TRIALS.values() for trial in trials)

extra = sys.argv[1]
for trial in (core, *TRIALS[extra]):
    trial()
print(f"{extra}: works")
