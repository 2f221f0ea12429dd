"""chronicle_parse: Chinese government bulletins as typed data."""

from chronicle_parse.detect import detect
from chronicle_parse.errors import (
    ChronicleParseError,
    DecodeError,
    DocumentIssueError,
    MissingExtraError,
    ParseError,
    TooLargeError,
    TooSlowError,
    UnknownFormatError,
    WorkerLostError,
)
from chronicle_parse.fields.changes import find_changes
from chronicle_parse.fields.dates import find_dates, parse_date
from chronicle_parse.fields.indicators import find_indicators
from chronicle_parse.fields.numerals import find_numbers, parse_number
from chronicle_parse.fields.organisations import find_organisations
from chronicle_parse.fields.people import find_people
from chronicle_parse.fields.quantities import find_quantities, parse_quantity
from chronicle_parse.fields.ranks import find_ranks
from chronicle_parse.fields.works import find_works
from chronicle_parse.formats import BulletinFormat, Detection, formats
from chronicle_parse.model import (
    Activity,
    Bound,
    Change,
    Chronicle,
    CleanSpan,
    CleanText,
    Document,
    Edit,
    Entry,
    Indicator,
    Issue,
    Line,
    Metadata,
    Number,
    Organisation,
    Paragraph,
    PartialDate,
    Person,
    Quantity,
    Rank,
    Roundup,
    RoundupSection,
    Section,
    Span,
    When,
    Work,
    WorkReport,
)
from chronicle_parse.pipeline import Parsed, parse, parse_many
from chronicle_parse.text import clean

__version__ = "0.1.0"

__all__ = [
    "Activity",
    "Bound",
    "BulletinFormat",
    "Change",
    "Chronicle",
    "ChronicleParseError",
    "CleanSpan",
    "CleanText",
    "DecodeError",
    "Detection",
    "Document",
    "DocumentIssueError",
    "Edit",
    "Entry",
    "Indicator",
    "Issue",
    "Line",
    "Metadata",
    "MissingExtraError",
    "Number",
    "Organisation",
    "Paragraph",
    "ParseError",
    "Parsed",
    "PartialDate",
    "Person",
    "Quantity",
    "Rank",
    "Roundup",
    "RoundupSection",
    "Section",
    "Span",
    "TooLargeError",
    "TooSlowError",
    "UnknownFormatError",
    "When",
    "Work",
    "WorkReport",
    "WorkerLostError",
    "clean",
    "detect",
    "find_changes",
    "find_dates",
    "find_indicators",
    "find_numbers",
    "find_organisations",
    "find_people",
    "find_quantities",
    "find_ranks",
    "find_works",
    "formats",
    "parse",
    "parse_date",
    "parse_many",
    "parse_number",
    "parse_quantity",
]
