"""The typed values: frozen, slotted attrs classes holding tuples, with almost no behaviour.

`spans` holds what points into a text, `values` what is read out of a sentence, `documents` what a bulletin becomes.
"""

from chronicle_parse.model.documents import (
    Chronicle,
    Document,
    Entry,
    Metadata,
    Paragraph,
    Roundup,
    RoundupSection,
    Section,
    WorkReport,
)
from chronicle_parse.model.spans import CleanSpan, CleanText, Edit, HasSpan, Issue, Line, Span, SpanMaker
from chronicle_parse.model.values import (
    Activity,
    Bound,
    Change,
    Indicator,
    Number,
    Organisation,
    PartialDate,
    Person,
    Quantity,
    Rank,
    When,
    Work,
)

__all__ = [
    "Activity",
    "Bound",
    "Change",
    "Chronicle",
    "CleanSpan",
    "CleanText",
    "Document",
    "Edit",
    "Entry",
    "HasSpan",
    "Indicator",
    "Issue",
    "Line",
    "Metadata",
    "Number",
    "Organisation",
    "Paragraph",
    "PartialDate",
    "Person",
    "Quantity",
    "Rank",
    "Roundup",
    "RoundupSection",
    "Section",
    "Span",
    "SpanMaker",
    "When",
    "Work",
    "WorkReport",
]
