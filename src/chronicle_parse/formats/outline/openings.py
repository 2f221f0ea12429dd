"""Headings that are phrases without a marker: 经济运行稳中有升。全区…, at the start of a paragraph or inside it.

They count in groups: two or more of one shape in the paragraphs of one section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from attrs import define, field

from chronicle_parse.formats.outline.lines import Heading, Item
from chronicle_parse.formats.outline.phrases import LABELS, figured, label, plain
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

RUN_IN = "run-in"
"""The system of these headings."""
LEAST = 15
"""Characters of a paragraph that holds a phrase and a text behind it."""


@cache
def _opening() -> Pattern[str]:
    """A short sentence that opens a paragraph, or stands in it behind a stop and a blank, with a text behind it."""
    quoted = r"[“《] [^”》\n]{1,12} [”》]"
    return verbose(rf"""
        (?: ^ (?: \*\* | __ )? | (?P<inner> (?<= [。！] ) [ \u3000]+ ) )
        (?P<title> (?! {any_of(words("outline_words", use="address"))} ) (?! [^。,，]* (?: 之年 | 一年 ) 。 )
            (?: {quoted} | [\p{{Han}}A-Za-z、·\n-] | \d (?= [A-Z] ) ){{4,22}}+
            (?P<comma> [,，] (?: {quoted} | [\p{{Han}}、\n] ){{3,16}}+ )?
        )
        (?: 。 (?: \*\* | __ )? | (?: \*\* | __ ) ) (?= \s? [^\s”] .{{5}} )
    """)


@define
class _Section:
    """The paragraphs between two headings, with the phrases found in them."""

    paragraphs: int = 0
    plain: list[tuple[int, Heading]] = field(factory=list)
    with_comma: list[tuple[int, Heading]] = field(factory=list)
    inside: list[Heading] = field(factory=list)
    labelled: list[tuple[int, Heading]] = field(factory=list)

    def add(self, item: Item) -> None:
        """Takes in a paragraph."""
        if len(item.text) >= LEAST:
            if (named := label(item.text, 0, len(item.text))) is not None:
                self.labelled.append((self.paragraphs, _heading(item, (0, named[0]), named[1])))
            for match in _opening().finditer(item.text):
                if figured(item.text, *match.span("title")):
                    continue  # why: 棉花总产二万四千担,比上年增加三千担。 states, it heads nothing
                if match["inner"] is None:
                    kind = self.with_comma if match["comma"] else self.plain
                    kind.append((self.paragraphs, _heading(item, match.span("title"), match.end())))
                elif not match["comma"]:
                    self.inside.append(_heading(item, match.span("title"), match.end()))
        self.paragraphs += 1

    def headings(self, usual: bool) -> list[Heading]:
        """Those of its phrases that are headings; `usual`: whether the page has shown such headings before."""
        kind = max(self.plain, self.with_comma, self.labelled if len(self.labelled) >= LABELS else [], key=len)
        rest = self.paragraphs - kind[0][0] if kind else 0
        found: list[Heading] = []
        if (len(kind) > 1 and 2 * len(kind) >= rest) or (usual and kind and len(kind) == rest):
            found += [heading for _, heading in kind]
        if len(self.inside) > 1 or usual or found:
            found += self.inside
        return found


def _heading(item: Item, title: tuple[int, int], body: int) -> Heading:
    at = item.line.start
    start, stop = title
    return Heading(
        at + start, at + stop, at + body, "", None, plain(item.text[start:stop]), True, RUN_IN, item.at, item.last
    )


def openings(items: Sequence[Item]) -> Iterator[Heading]:
    """The opening phrases of a page that are headings."""
    section = _Section()
    usual = False
    for item in items:
        if not item.heading and not item.system:
            section.add(item)
            continue
        found = section.headings(usual)
        usual = usual or bool(found)
        yield from found
        section = _Section()
    yield from section.headings(usual)
