"""What leaves the library: JSON and its schema. Serialising stands outside the model, whose classes know nothing of it."""

from chronicle_parse.export.as_json import from_json, to_dict, to_json
from chronicle_parse.export.schema import json_schema
from chronicle_parse.export.tables import TABLES, to_csv, to_rows

__all__ = ["TABLES", "from_json", "json_schema", "to_csv", "to_dict", "to_json", "to_rows"]
