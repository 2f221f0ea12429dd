"""Imports point one way: a layer knows those before it, never those after it."""

import ast
import subprocess
import sys
from pathlib import Path

import chronicle_parse

ROOT = Path(chronicle_parse.__file__).parent
LAYERS = (
    {"lexicon", "patterns", "model"},
    {"errors"},
    {"text", "budget"},
    {"fields"},
    {"formats"},
    {"detect", "compare", "parallel"},
    {"pipeline"},
    {"export", "strategies"},
    {"batch"},
    {"cli"},
)
RANK = {name: number for number, layer in enumerate(LAYERS) for name in layer}


def test_imports_point_one_way() -> None:
    wrong = []
    for path in ROOT.rglob("*.py"):
        inside = path.relative_to(ROOT).parts
        here = inside[0].removesuffix(".py")
        if here == "__init__":
            continue  # the public face
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("chronicle_parse"):
                there = (node.module or "").split(".")[1:2] or ["__init__"]
                if there[0] != here and RANK.get(there[0], 99) >= RANK[here] and here != "cli":
                    wrong.append(f"{path.relative_to(ROOT)} imports {node.module}")
    assert wrong == []


def test_an_import_leaves_out_what_few_need() -> None:
    late = {"concurrent.futures", "multiprocessing", "importlib.metadata", "importlib.resources", "dateparser"}
    code = f"import chronicle_parse, sys; print(sorted({late!r} & sys.modules.keys()))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
