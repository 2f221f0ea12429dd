"""一周动态."""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.page import Page
from chronicle_parse.model import Roundup


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 一周动态."""
    return (0.9, ("title",)) if "一周动态" in page.text[:500] else (0.0, ())


def read(page: Page) -> Roundup:
    """The page as a Roundup."""
    return Roundup("roundup", page.title, None, None, page.metadata, page.clean, page.tiles(), tuple(page.issues))


FORMAT = BulletinFormat("roundup", "一周动态", score, read)
