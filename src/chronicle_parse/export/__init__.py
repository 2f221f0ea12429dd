"""What leaves the library. Serialising stands outside the model, whose classes know nothing of it.

JSON that reads back equal, its schema, flat tables (CSV, Arrow, Parquet), iCalendar, Markdown, HTML pages and schema.org events.
"""

from chronicle_parse.export.arrow import arrow_schema, to_arrow
from chronicle_parse.export.as_json import from_json, to_dict, to_json
from chronicle_parse.export.calendar import to_ical
from chronicle_parse.export.html import to_html
from chronicle_parse.export.linked import to_jsonld
from chronicle_parse.export.markdown import to_markdown
from chronicle_parse.export.parquet import to_parquet
from chronicle_parse.export.schema import json_schema
from chronicle_parse.export.tables import TABLES, iter_csv, to_csv, to_rows

__all__ = [
    "TABLES",
    "arrow_schema",
    "from_json",
    "iter_csv",
    "json_schema",
    "to_arrow",
    "to_csv",
    "to_dict",
    "to_html",
    "to_ical",
    "to_json",
    "to_jsonld",
    "to_markdown",
    "to_parquet",
    "to_rows",
]
