"""大事记."""

from __future__ import annotations

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.page import Page
from chronicle_parse.model import Chronicle


def score(page: Page) -> tuple[float, tuple[str, ...]]:
    """How much the page looks like a 大事记."""
    return (0.9, ("title",)) if "大事记" in page.text[:500] else (0.0, ())


def read(page: Page) -> Chronicle:
    """The page as a Chronicle."""
    return Chronicle("chronicle", page.title, None, None, page.metadata, page.clean, page.tiles(), tuple(page.issues))


FORMAT = BulletinFormat("chronicle", "大事记", score, read)
