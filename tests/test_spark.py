"""Spark: the function as it is in `mapInArrow` (`make test-spark`; skipped where there is no pyspark or no Java)."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from chronicle_parse.batch import batch_schema, parse_batches

pyspark = pytest.importorskip("pyspark", reason="needs the extra `spark`: make test-spark")
if not shutil.which("java"):
    pytest.skip("Spark needs Java", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from pyspark.sql.pandas.types import from_arrow_schema  # noqa: E402

pytestmark = pytest.mark.filterwarnings("default")  # Spark's own, which are not our errors

PAGES = 2_000
PAGE = "{year}年大事记\n3月{day}日,区长王芳到第一小学调研。\n3月{day}日,人民医院开工建设,总投资3.2亿元。\n"
SCHEMA = batch_schema(pa.schema({"key": pa.int64(), "text": pa.string()}))


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config(
        "spark.ui.enabled", "false"
    )  # a task is tried four times
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture
def pages(spark: SparkSession) -> DataFrame:
    rows: list[tuple[int, str | None]] = [
        (number, PAGE.format(year=2000 + number % 24, day=number % 28 + 1)) for number in range(PAGES)
    ]
    rows += [(PAGES, None), (PAGES + 1, "区" * 10_001), (PAGES + 2, "山重水复疑无路,柳暗花明又一村。")]
    return spark.createDataFrame(rows, "key long, text string").repartition(8)


def test_every_page_is_a_row(pages: DataFrame) -> None:
    read = partial(parse_batches, max_chars=10_000)
    parsed = pages.mapInArrow(read, from_arrow_schema(SCHEMA)).cache()
    assert sorted(row.key for row in parsed.select("key").collect()) == list(range(PAGES + 3))
    errors = {row.key - PAGES: row.error_code for row in parsed.where("error_code is not null").collect()}
    assert errors == {0: "row.unreadable", 1: "source.too-large", 2: "format.unknown"}
    first = parsed.where("key = 0").collect()[0]
    assert (first.kind, [entry.date for entry in first.entries]) == ("chronicle", ["2000-03-01", "2000-03-01"])
    names = parsed.selectExpr("key", "explode(people) as person").groupBy("person.name").count().collect()
    assert [tuple(row) for row in names] == [("王芳", PAGES)]


def test_a_killed_python_worker_costs_no_row_and_doubles_none(pages: DataFrame, tmp_path: Path) -> None:
    mark = tmp_path / "killed"

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(parse_batches(batches)):
            if number == 2 and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    rows = pages.mapInArrow(read, from_arrow_schema(SCHEMA)).select("key").collect()
    print(f"killed: {mark.exists()}; {len(rows)} rows, {len({row.key for row in rows})} keys")
    assert mark.exists()
    assert sorted(row.key for row in rows) == list(range(PAGES + 3))
