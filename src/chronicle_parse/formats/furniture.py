"""The furniture of a page, alike in every format: title, metadata lines, navigation and other chrome."""

from __future__ import annotations

from chronicle_parse.formats.page import Page


def mark_furniture(page: Page) -> None:
    """Gives chrome, metadata and title lines their roles and fills `page.metadata` and `page.title`."""
