"""HTML pages: the main text with its lines, by edits that drop the markup, so that offsets refer to the source.

A tokenizer walks the source and says where every tag and every text stands; names that content systems give to the article
choose the part to keep, trafilatura (extra `html`) judges pages that have none of them. Text is never rewritten, so every
character of it has its place.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from re import Pattern

from attrs import define

from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose
from chronicle_parse.text.offsets import Change, change_of

LEAST = 80
"""How many characters the article must hold, links left out …"""

SHARE = 0.3
"""… and what share of those of the page."""

MOST_TEXTS = 5_000
"""A page with more pieces of text is kept whole where no name tells the article: judging it takes too long."""

DEEPEST = 2_000
"""Elements nested deeper count as part of the one above: no page needs it, and a hostile one must not cost more."""


@cache
def _elements(role: str) -> frozenset[str]:
    """The names of the elements of a role: what the roles are says lexicon/html_elements.tsv."""
    return frozenset(words("html_elements", role=role))


@cache
def _token() -> Pattern[str]:
    """A comment, a declaration or a tag; attribute values may hold >."""
    return verbose(
        r"""
        <!-- (?s: .*? ) (?: --> | \Z )
      | <[!?] [^>]*+ (?: > | \Z )
      | < (?P<close>/?) (?P<name>[A-Za-z][\w:-]*+) (?P<rest> (?: [^"'<>]++ | = \s*+ "[^"]*+" | = \s*+ '[^']*+' | ["'] )*+ ) (?: > | \Z | (?=<) )
        """
    )


@cache
def _document() -> Pattern[str]:
    return verbose(r"(?i) \s* (?: <\?xml [^>]*+ > \s* )? (?: <!DOCTYPE \s+ html | < (?: html | head | body ) [\s>] )")


@cache
def _usual_tag() -> Pattern[str]:
    return verbose(
        r"(?i) < /? (?: p | div | br | span | t[dr] | table | li | ul | h[1-6] | a | strong | section ) (?: \s [^<>]*+ )? /? >"
    )


@cache
def _article_name() -> Pattern[str]:
    """What content systems call the article: an id or a class."""
    names = any_of(words("html_articles"))
    return verbose(rf"(?i) (?: id | class ) \s* = \s* [\"']? [^\"'>]*? (?<![a-z]) {names} (?![a-z])")


@cache
def _title_name() -> Pattern[str]:
    return verbose(r"(?i) (?: id | class ) \s* = \s* [\"']? [^\"'>]*? (?: title | tit\b | headline )")


@cache
def _metadata() -> Pattern[str]:
    return verbose(
        r"发布(?:时间|日期|人|机构) | 來源 | 来源 | 日期[:：] | 时间[:：] | 作者[:：] | 浏览 | 阅读(?:次数|量) | 点击 | \d{4}-\d{2}-\d{2}"
    )


@cache
def _blank() -> Pattern[str]:
    """White space of the source with a line end in it, which means at most one blank on the page."""
    return verbose(r"[\ \t\r\f]*+ \n \s*+")


@cache
def _entity() -> Pattern[str]:
    return verbose(r"& (?: \# (?: \d{1,7} | [xX][\dA-Fa-f]{1,6} ) | [A-Za-z][A-Za-z\d]{1,30} ) ;")


def is_html(text: str) -> bool:
    """Whether a text is an HTML document, or a piece of one full of tags.

    >>> is_html("<!DOCTYPE html><p>大事记</p>"), is_html("3月5日<b>某会</b>召开")
    (True, False)
    """
    return "<" in text and (_document().match(text) is not None or len(_usual_tag().findall(text[:20_000])) >= 6)


@define
class _Element:
    """An element of the page. `size` and `linked` count the characters in it and those inside links."""

    name: str
    parent: int
    attributes: str
    hidden: bool
    link: bool
    first: int  # the number of its first text
    last: int = -1  # one past its last text
    size: int = 0
    linked: int = 0


_Text = tuple[int, int, str]
"""A text between two tags, from where to where, and what parts it from the text before: "", a blank or a line end."""


def extract(source: str) -> list[Change]:
    r"""The changes that leave the text of a page: the article with its title and source line, or all of the body.

    >>> page = "<html><body><h1>大事记</h1><div><p>3月5日，</p><p>某会召开。</p></div></body></html>"
    >>> [change.after for change in extract(page)]
    ['', '\n', '\n', '']
    """
    elements, texts = _Reader(source).run()
    kept = _article(source, elements, texts)
    changes: list[Change] = []
    at, gap = 0, ""
    for number, (start, stop, between) in enumerate(texts):
        gap = "\n" if between == "\n" else gap or between
        if not kept[number]:
            gap = "\n"
            continue
        if start:
            changes.append(change_of((at, start, gap if at else "", "html", None)))
        changes += _inside(source, start, stop)
        at, gap = stop, ""
    if at < len(source):
        changes.append(Change(at, len(source), "", "html"))
    return changes


@cache
def _end_of(name: str) -> Pattern[str]:
    return verbose(rf"(?i) </{name}")


class _Reader:
    """Walks over the markup once, opens and closes elements, and takes the texts between the tags.

    Attributes:
        elements, texts: what was found so far; the first element is the page.
        opened: the numbers of the elements that are open.
        gap: what parts the next text from the one before.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.elements = [_Element("", -1, "", False, False, 0)]
        self.texts: list[_Text] = []
        self.opened = [0]
        self.gap = ""

    def run(self) -> tuple[list[_Element], list[_Text]]:
        """All elements and all shown texts of the page."""
        at = 0
        tokens = _token().finditer(self.source)
        while (found := next(tokens, None)) is not None:
            start, stop = found.span()
            if start > at:
                self._take(at, start)
            at = stop
            close, name, rest = found.group(1, 2, 3)
            name = name.lower() if name else ""
            if self._tag(name, rest, close=bool(close)) and name in _elements("raw"):
                end = _end_of(name).search(self.source, at)
                at = end.start() if end else len(self.source)
                tokens = _token().finditer(self.source, at)
        self._take(at, len(self.source))
        self._count()
        return self.elements, self.texts

    def _tag(self, name: str, rest: str, *, close: bool) -> bool:
        """Takes a tag; whether it opened an element. A comment has no name."""
        if name in _elements("line"):
            self.gap = "\n"
        elif name in _elements("cell"):
            self.gap = self.gap or " "
        if not name or name in _elements("void") or rest.endswith("/"):
            return False
        if close:
            self._close(name)
            return False
        if len(self.opened) >= DEEPEST:
            return False
        above = self.elements[self.opened[-1]]
        hidden, link = above.hidden or name in _elements("hidden"), above.link or name == "a"
        self.elements.append(_Element(name, self.opened[-1], rest, hidden, link, len(self.texts)))
        self.opened.append(len(self.elements) - 1)
        return True

    def _take(self, start: int, stop: int) -> None:
        """Takes the text between two tags without the white space around it."""
        element = self.elements[self.opened[-1]]
        if element.hidden or stop <= start:
            return
        piece = self.source[start:stop]
        body = piece.strip(" \t\r\n\f")
        if not body:
            self.gap = self.gap or ("" if "\n" in piece else " ")
            return
        element.size += len(body)
        element.linked += len(body) if element.link else 0
        if len(body) == len(piece):
            self.texts.append((start, stop, self.gap))
            self.gap = ""
            return
        first = start + piece.index(body[0])
        last = first + len(body)
        if first > start and "\n" not in self.source[start:first]:
            self.gap = self.gap or " "
        self.texts.append((first, last, self.gap))
        self.gap = " " if last < stop and "\n" not in self.source[last:stop] else ""

    def _close(self, name: str) -> None:
        """Closes the innermost open element of that name and what was left open in it; a stray end tag closes nothing."""
        opened = self.opened
        for depth in range(len(opened) - 1, max(0, len(opened) - 40), -1):
            if self.elements[opened[depth]].name == name:
                for number in opened[depth:]:
                    self.elements[number].last = len(self.texts)
                del opened[depth:]
                return

    def _count(self) -> None:
        """Closes what is still open, and counts what stands in an element to those around it."""
        for number in self.opened:
            self.elements[number].last = len(self.texts)
        for element in reversed(self.elements[1:]):
            self.elements[element.parent].size += element.size
            self.elements[element.parent].linked += element.linked


def _article(source: str, elements: Sequence[_Element], texts: Sequence[_Text]) -> list[bool]:
    """Which texts to keep."""
    whole = elements[0].size - elements[0].linked
    named = [
        element
        for element in elements[1:]
        if not element.hidden
        and element.size - element.linked >= max(LEAST, SHARE * whole)
        and (element.name in ("article", "main") or _article_name().search(element.attributes))
    ]
    if named:
        most = max(element.size - element.linked for element in named)
        # why: the innermost that has nearly all of it; outer ones of the same name hold the navigation as well
        inner = [element for element in named if element.size - element.linked >= 0.7 * most][-1]
        first = _with_title(source, elements, texts, inner)
        return [first <= number < inner.last for number in range(len(texts))]
    judged = _by_trafilatura(source) if len(texts) <= MOST_TEXTS else None
    if judged:
        squeezed = "".join(judged.split())
        keep = [_judge(source, text, squeezed) for text in texts]
        if any(keep):
            return keep
    return [True] * len(texts)


def _judge(source: str, text: _Text, judged: str) -> bool:
    plain = "".join(html.unescape(source[text[0] : text[1]]).split())
    return plain in judged or _metadata().search(plain) is not None


def _with_title(source: str, elements: Sequence[_Element], texts: Sequence[_Text], inner: _Element) -> int:
    """The number of the first text to keep: the nearest title above the article, or the line that tells its source."""
    for element in reversed(elements):
        if element.last > inner.first or element.hidden or not element.size or element.first > inner.first:
            continue
        if element.name in ("h1", "h2") or _title_name().search(element.attributes):
            return element.first if inner.first - element.first <= 30 else inner.first
    for number in range(max(0, inner.first - 12), inner.first):
        if _metadata().search(source, *texts[number][:2]):
            return number
    return inner.first


def _by_trafilatura(source: str) -> str | None:
    """What trafilatura takes for the text of the page; None without the extra `html` or where it finds none."""
    try:
        from trafilatura import extract as judge
    except ImportError:
        return None
    found: str | None = judge(source, include_comments=False, include_tables=True, favor_recall=True)
    return found if found and len(found) >= LEAST else None


def _inside(source: str, start: int, stop: int) -> list[Change]:
    """Entities read and line ends of the source closed inside one text."""
    piece = source[start:stop]
    changes: list[Change] = []
    if "&" not in piece and "\n" not in piece:
        return changes
    if "&" in piece:
        for found in _entity().finditer(piece):
            plain = html.unescape(found[0])
            if plain != found[0]:
                changes.append(Change(start + found.start(), start + found.end(), plain, "entity"))
    if "\n" in piece:
        for found in _blank().finditer(piece):
            first, last = found.span()
            words_meet = (piece[max(0, first - 1) : first] + piece[last : last + 1]).isascii()
            changes.append(Change(start + first, start + last, " " if words_meet else "", "html"))
        changes.sort(key=lambda change: change.start)
        changes = [b for a, b in pairwise([Change(-1, -1, "", ""), *changes]) if a.stop <= b.start]
    return changes
