"""政府工作报告."""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.page import Page
from chronicle_parse.model import WorkReport


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 政府工作报告."""
    return (0.9, ("title",)) if "政府工作报告" in page.text[:500] else (0.0, ())


def read(page: Page) -> WorkReport:
    """The page as a WorkReport."""
    return WorkReport(
        "work_report", page.title, None, None, page.metadata, page.clean, page.tiles(), tuple(page.issues)
    )


FORMAT = BulletinFormat("work_report", "政府工作报告", score, read)
