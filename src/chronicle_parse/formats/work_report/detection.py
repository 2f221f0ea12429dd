"""How much a page looks like a work report."""

from __future__ import annotations

from chronicle_parse.formats.page import Page


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 政府工作报告, and why."""
    return (0.9, ("title",)) if "政府工作报告" in page.text[:500] else (0.0, ())
