"""The example scripts run as they stand, and show what they are about."""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "examples"
SHOWS = {
    "seeds_to_jsonl": ["003_d5fabbdb30472f7d.txt: work_report"],
    "seeds_to_csv": ["entries.csv: "],
    "folder_to_table": ["2024-05-27/2024-06-02", "inspection", "entries in entries.csv"],
    "leaders_month": ["2020-04-21", "到桂园中学", "刘智勇"],
    "promises_kept": ["verdict", "引育“高精尖缺”人才", "unknown", "the chart is in promises_kept.html"],
    "millions_of_rows": [
        "part-000.parquet part-001.parquet part-002.begun",
        "400 rows in the second run, 0 in a third",
        "800   800   800        0",
        "source.too-large     4",
    ],
    "custom_format": ["2024-05-02 副县长 李建国 ← 李建國", "the title says 值班表"],
    "panel": ["440303 深圳市罗湖区", "-6.6"],
}
"""What an example prints, by its name; every example has its line here."""


@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_example_runs_from_any_folder(script: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", script],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    for words in SHOWS[script.stem]:
        assert words in done.stdout


def test_a_page_that_cannot_be_read_does_not_stop_an_example(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("大事记\n2021年3月5日,区长王芳调研。\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\xff\xfe\x9d\x81")
    out = tmp_path / "out" / "pages.jsonl"
    script = FOLDER / "seeds_to_jsonl.py"
    done = subprocess.run([sys.executable, "-X", "utf8", script, tmp_path, out], capture_output=True, encoding="utf-8")
    assert done.returncode == 0
    assert "bad.txt" in done.stderr
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1
