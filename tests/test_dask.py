"""Dask: the function as it is, on two worker processes, of which one is killed."""

import os
import signal
import time
from collections.abc import Iterator

import pyarrow as pa
import pytest
from dask.distributed import Client, LocalCluster

from chronicle_parse.batch import parse_batches

PAGES, BATCH = 20_000, 100
EVENTS = (
    "区长王芳到第一小学调研",
    "全区教育工作会议召开",
    "人民医院开工建设,总投资3.2亿元",
    "区委书记李强会见客商一行",
    "《三年行动方案》印发",
)

pytestmark = pytest.mark.filterwarnings("default")  # Dask's own, which are not our errors


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    with LocalCluster(**options) as cluster, Client(cluster) as client:
        yield client


def page(number: int) -> str:
    event = EVENTS[number % len(EVENTS)]
    return f"{2000 + number % 24}年大事记\n{number % 12 + 1}月{number % 28 + 1}日,{event}。\n"


def batch_of(texts: list[str], first: int = 0) -> pa.RecordBatch:
    return pa.record_batch({"key": list(range(first, first + len(texts))), "text": texts})


def test_all_rows_are_there_exactly_once_though_a_worker_is_killed(client: Client) -> None:
    def read(batch: pa.RecordBatch) -> pa.RecordBatch:
        (result,) = parse_batches([batch], kind="chronicle")
        return result

    batches = [batch_of([page(first + at) for at in range(BATCH)], first) for first in range(0, PAGES, BATCH)]
    futures = client.map(read, batches)
    begun = 0
    while begun < len(futures) // 5:  # in mid-run
        time.sleep(0.05)
        begun = sum(future.done() for future in futures)
    victim, survivor = client.run(os.getpid).values()
    os.kill(victim, signal.SIGKILL)
    results: list[pa.RecordBatch] = client.gather(futures)
    keys = [key for batch in results for key in batch.column("key").to_pylist()]
    print(
        f"killed {victim} when {begun} of {len(futures)} were done; {len(keys)} rows, {len(set(keys))} keys; workers now: {client.run(os.getpid)}"
    )
    assert keys == list(range(PAGES))
    assert all(batch.column("error").null_count == batch.num_rows for batch in results)
    assert all(batch.column("entries").value_lengths().to_pylist() == [1] * batch.num_rows for batch in results)
    assert victim not in client.run(os.getpid).values()
    assert survivor in client.run(os.getpid).values()


def test_no_page_kills_a_worker(client: Client) -> None:
    def read(batch: pa.RecordBatch) -> pa.RecordBatch:
        (result,) = parse_batches([batch], kind="chronicle", max_chars=3_000_000, seconds=3)
        return result

    slow = "大事记\n" + "3月5日,区长王芳到第一小学调研,投资120亿元。\n" * 100_000
    hostile = [
        "区" * 3_000_001,
        slow,
        "（" * 200_000,
        "<div>" * 40_000,
        "《" * 200_000,
        "1亿," * 50_000,
        "\0" * 1000,
        "",
    ]
    texts = [each for text in hostile for each in (text, page(1))]
    client.wait_for_workers(2, timeout=60)
    before = client.run(os.getpid)
    pages = client.scatter(batch_of(texts))  # to a worker, and not inside the task
    result = client.submit(read, pages).result()
    codes = result.column("error_code").to_pylist()
    print(list(zip([text[:4] for text in hostile], codes[::2], strict=True)))
    assert codes[:3] == ["source.too-large", None, "source.too-slow"]
    assert codes[1::2] == [None] * len(hostile)
    assert client.run(os.getpid) == before
