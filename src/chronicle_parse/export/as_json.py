"""JSON, whole and back again: `from_json(to_json(document)) == document`.

Notation: a span is `[start, stop]`; a date is an EDTF string (ISO 8601-2); a decimal is a string, so that nothing is
rounded; an enum is its value. A `When` also carries `edtf`, `earliest` and `latest`, which are for readers in other
languages and are not read back.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from attrs import AttrsInstance, has
from cattrs import BaseValidationError, Converter
from cattrs.gen import make_dict_unstructure_fn

from chronicle_parse.errors import ParseError, UnknownFormatError
from chronicle_parse.export.encodable import surrogates
from chronicle_parse.formats import by_name
from chronicle_parse.model import CleanText, Document, Edit, Issue, PartialDate, Span, When

SCHEMA = "chronicle-parse/1"
"""The version of the notation; it changes when a reader of the old one would go wrong."""

DEEPEST = 100
"""So many lists and objects may stand in one another, lest reading or writing them runs out of stack; a report has a dozen."""

Value = TypeVar("Value")


def to_dict(document: Document, *, source: bool = True, key: str | None = None) -> dict[str, Any]:
    """The document as plain lists, dicts, strings, numbers and None, as `to_json` writes it."""
    plain: dict[str, Any] = _converter().unstructure(document)
    if not source:
        original = document.source.original
        digest = hashlib.sha256(original.encode("utf-8", "surrogatepass")).hexdigest()
        plain["source"] = {"sha256": digest, "length": len(original), "encoding": document.source.encoding}
    named = {} if key is None else {"key": key}
    return {"schema": SCHEMA, **named, **plain}


def to_json(document: Document, *, source: bool = True, indent: int | None = None, key: str | None = None) -> str:
    """The document as JSON.

    Args:
        document: any document.
        source: whether the original text goes with it. Without it only its SHA-256 and length stay, and `from_json`
            gives a document with an empty source.
        indent: blanks a level, None for one line (as JSON Lines need it).
        key: what you call the document, such as the path of its file; `from_json` passes it over.
    """
    text = json.dumps(to_dict(document, source=source, key=key), ensure_ascii=False, indent=indent)
    return surrogates().sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def from_json(text: str | bytes) -> Document:
    """The document that `to_json` wrote.

    Raises:
        ParseError: for text that is no JSON ("json.syntax"), another schema ("json.schema"), an unknown kind
            ("json.kind") or a value of a wrong type ("json.value").

    >>> from_json("[]")
    Traceback (most recent call last):
    chronicle_parse.errors.ParseError: a document is a JSON object with "schema": "chronicle-parse/1": '[]' (json.schema)
    """
    shown = text if isinstance(text, str) else text.decode("utf-8", "replace")
    whole = Span(0, len(shown))
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParseError("json.syntax", f"this is no JSON ({error})", shown, whole) from error
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise ParseError("json.schema", f'a document is a JSON object with "schema": "{SCHEMA}"', shown, whole)
    kind = plain.get("kind")
    try:
        document = by_name(kind).document if isinstance(kind, str) else None
    except UnknownFormatError:
        document = None
    if document is None:
        raise ParseError("json.kind", f"no format {kind!r} is installed", shown, whole)
    try:
        _check_depth(plain)
        return _converter().structure(plain, document)
    except (BaseValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ParseError("json.value", f"this is no {document.__name__} ({error!r:.200})", shown, whole) from error


def _check_depth(plain: object) -> None:
    level = [plain]
    for _ in range(DEEPEST):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
    if level:
        raise ValueError(f"more than {DEEPEST} lists and objects in one another")


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))
    converter.register_structure_hook_factory(has, _read_object)
    converter.register_structure_hook_factory(_is_sequence, _read_list)
    converter.register_structure_hook_func(_is_word, _read_word)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.stop])
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(PartialDate, lambda date: date.edtf)
    converter.register_structure_hook(PartialDate, _read_date)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, _read_decimal)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_structure_hook(dt.datetime, lambda plain, _: dt.datetime.fromisoformat(plain))
    converter.register_unstructure_hook_func(_is_frozenset, sorted)
    _add_when(converter)
    _add_source(converter)
    return converter


def _is_frozenset(kind: object) -> bool:
    return get_origin(kind) is frozenset


def _read_object(kind: type[AttrsInstance], converter: Converter) -> Callable[[object, object], Any]:
    """A class is an object in JSON; a string or list does not pass for one of which every field may be left out."""
    fields = converter.gen_structure_attrs_fromdict(kind)

    def read(plain: object, _: object) -> Any:
        if not isinstance(plain, dict):
            raise TypeError(f"{plain!r} is no {kind.__name__}")
        return fields(plain, kind)

    return read


def _is_sequence(kind: object) -> bool:
    return get_origin(kind) in (tuple, frozenset)


def _read_list(kind: Any, converter: Converter) -> Callable[[object, object], Any]:
    """A tuple or set is a list in JSON: neither a string nor an object passes for one."""
    make, each = get_origin(kind), get_args(kind)[0]

    def read(plain: object, _: object) -> Any:
        if not isinstance(plain, list):
            raise TypeError(f"{plain!r} is no list")
        return make(converter.structure(item, each) for item in plain)

    return read


def _is_word(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is Literal


def _read_word(plain: object, kind: object) -> str:
    if not isinstance(plain, str) or plain not in get_args(kind):
        raise ValueError(f"{plain!r} is none of {', '.join(get_args(kind))}")
    return plain


def _exactly(kind: type[Value]) -> Callable[[object, object], Value]:
    """JSON says what is a string and what a number: nothing is converted, and True is no 1."""

    def read(plain: object, _: object) -> Value:
        if type(plain) is not kind:
            raise TypeError(f"{plain!r} is no {kind.__name__}")
        return plain

    return read


def _read_span(plain: object, _: object) -> Span:
    match plain:
        case [int(start), int(stop)] if 0 <= start <= stop and bool not in (type(start), type(stop)):
            return Span(start, stop)
    raise ValueError(f"{plain!r} is no span")


def _read_date(plain: object, _: object) -> PartialDate:
    parts = plain.split("-") if isinstance(plain, str) else []
    date = PartialDate(*(int(part) if part.isdecimal() else None for part in parts))
    if date.edtf != plain:
        raise ValueError(f"{plain!r} is no date")
    return date


def _read_decimal(plain: object, _: object) -> Decimal:
    try:
        value = Decimal(plain) if isinstance(plain, str) else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or str(value) != plain:
        raise ValueError(f"{plain!r} is no decimal")
    return value


def _add_when(converter: Converter) -> None:
    fields = make_dict_unstructure_fn(When, converter)

    def write(when: When) -> dict[str, Any]:
        first, last = when.start.earliest(), when.end.latest()
        return {
            **fields(when),
            "edtf": when.edtf,
            "earliest": first.isoformat() if first else None,
            "latest": last.isoformat() if last else None,
        }

    converter.register_unstructure_hook(When, write)


def _add_source(converter: Converter) -> None:
    def write(clean: CleanText) -> dict[str, Any]:
        return {
            "original": clean.original,
            "encoding": clean.encoding,
            "edits": converter.unstructure(clean.edits),
            "warnings": converter.unstructure(clean.warnings),
        }

    def read(plain: dict[str, Any], _: object) -> CleanText:
        if "sha256" in plain:
            return CleanText("", "", converter.structure(plain["encoding"], str))
        return CleanText.from_edits(
            converter.structure(plain["original"], str),
            converter.structure(plain["edits"], tuple[Edit, ...]),
            converter.structure(plain["encoding"], str),
            converter.structure(plain["warnings"], tuple[Issue, ...]),
        )

    converter.register_unstructure_hook(CleanText, write)
    converter.register_structure_hook(CleanText, read)
