"""The JSON Schema (2020-12) of what `to_json` writes, made from the attrs fields so that it cannot fall behind them."""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from chronicle_parse.export.as_json import SCHEMA
from chronicle_parse.formats import by_name, formats
from chronicle_parse.model import CleanText, Edit, Issue, PartialDate, Span, When

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_STRING = {"type": "string"}
_PLAIN: Mapping[object, dict[str, Any]] = {
    str: _STRING,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?(E[+-]?\d+)?$"},
    dt.datetime: {"type": "string", "format": "date-time"},
    Span: {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    PartialDate: {"type": "string", "pattern": r"^(\d{4}|XXXX)(-(\d\d|XX))?(-\d\d)?$"},
}


def json_schema(*kinds: str) -> dict[str, Any]:
    """The schema of the documents of these formats, or of all known ones, as a dict that `json.dumps` writes.

    Raises:
        UnknownFormatError: for a kind that is not known.

    >>> json_schema()["$schema"], len(json_schema("chronicle", "roundup")["oneOf"])
    ('https://json-schema.org/draft/2020-12/schema', 2)
    """
    definitions: dict[str, Any] = {}
    documents = [
        {
            "allOf": [_of(each.document, definitions)],
            "properties": {"schema": {"const": SCHEMA}, "key": _STRING, "kind": {"const": each.name}},
            "required": ["schema", "kind"],
        }
        for each in (map(by_name, kinds) if kinds else formats())
    ]
    return {"$schema": DIALECT, "title": "A bulletin read by chronicle_parse", "oneOf": documents, "$defs": definitions}


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; classes go into `definitions` and are referred to."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_of(each, definitions) for each in arguments]}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {"enum": [each.value for each in kind]}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # so that a class that holds itself ends
        definitions[name] = _source(definitions) if kind is CleanText else _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    attrs.resolve_types(kind)
    properties = {each.name: _of(each.type, definitions) for each in attrs.fields(kind)}
    if kind is When:
        nullable = {"type": ["string", "null"], "format": "date"}
        properties |= {"edtf": _STRING, "earliest": nullable, "latest": nullable}
    first_line = (kind.__doc__ or "").partition("\n")[0]
    return {"type": "object", "description": first_line, "properties": properties, "required": list(properties)}


def _source(definitions: dict[str, Any]) -> dict[str, Any]:
    whole = {
        "original": _STRING,
        "encoding": _STRING,
        "edits": _of(tuple[Edit, ...], definitions),
        "warnings": _of(tuple[Issue, ...], definitions),
    }
    digest = {
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "length": {"type": "integer"},
        "encoding": _STRING,
    }
    return {"oneOf": [{"type": "object", "properties": each, "required": list(each)} for each in (whole, digest)]}
