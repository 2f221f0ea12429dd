"""The field parsers. Each module reads one kind of value and follows one convention.

`scan(text, at)` takes CLEAN text and returns the values in order of position, their spans made by `at` (a `SpanMaker`:
`Span` itself for a text that was not changed, `CleanText.span_at` for a page). Formats call it once for a whole page.
`find_*(text)` is the public face: it folds raw text first. `parse_*(text)` takes exactly one value or raises `ParseError`.
"""
