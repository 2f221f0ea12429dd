# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Millions of rows
#
# A folder of Parquet files of pages becomes a folder of Parquet files of what the pages say: part by part, never more than
# one batch in memory, and a run that is broken off goes on where it stopped. Here it is a few hundred pages; with more of
# them nothing changes but the time. It needs the extra `arrow` and DuckDB. Run it as a script, or open it as a notebook.

# %%
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from chronicle_parse.batch import batch_schema, parse_batches

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
OUT = HERE.parent / "out" / "millions_of_rows"
PAGES, PARSED = OUT / "pages", OUT / "parsed"
PARTS, ROWS, BATCH = 4, 200, 50

# %% [markdown]
# ## The pages
#
# Made on the spot, so that the example stands alone: chronicles with two or three entries, and in each part three rows with
# which something is wrong. A crawl brings worse.

# %%
EVENTS = (
    "区长王芳到第一小学调研",
    "全区教育工作会议召开,区委书记李强讲话",
    "人民医院新院区开工,总投资3.2亿元",
    "《公共服务三年行动方案》印发",
)
BAD = {3: None, 30: "山重水复疑无路,柳暗花明又一村。", 130: "大事记\n" + "3月5日,某会召开。\n" * 3_000}


def page(number: int) -> str:
    days = sorted({number % 28 + 1, number * 7 % 28 + 1, number * 11 % 28 + 1})
    lines = [f"{number % 12 + 1}月{day}日,{EVENTS[(number // 5 + day) % len(EVENTS)]}。" for day in days]
    return "\n".join([f"罗湖区{2000 + number % 24}年大事记", *lines])


shutil.rmtree(OUT, ignore_errors=True)  # the example begins anew each time; your run would not
PAGES.mkdir(parents=True)
PARSED.mkdir()
for part in range(PARTS):
    numbers = range(part * ROWS, (part + 1) * ROWS)
    texts = [BAD.get(number % ROWS, page(number)) for number in numbers]
    keys = [f"page-{number:06}" for number in numbers]
    pq.write_table(pa.table({"key": keys, "text": texts}), PAGES / f"part-{part:03}.parquet")
print(f"{PARTS} parts of {ROWS} pages")

# %% [markdown]
# ## One part
#
# A part is done when its file is there: it is written under another name and renamed at the end, so there is no half of one.
# A page that is too long, too slow or no bulletin is a row that says so.


# %%
def parse_part(pages: Path, after_batch: Callable[[], None]) -> int:
    """Parses a part unless that was done before; the number of rows that were parsed now."""
    done = PARSED / pages.name
    if done.exists():
        return 0
    begun = done.with_suffix(".begun")
    with pq.ParquetFile(pages) as source:
        batches = source.iter_batches(batch_size=BATCH)
        with pq.ParquetWriter(begun, batch_schema(source.schema_arrow), compression="zstd") as writer:
            for batch in parse_batches(batches, max_chars=20_000, seconds=30):
                writer.write_batch(batch)
                after_batch()  # a progress bar, say
        rows = source.metadata.num_rows
    begun.replace(done)
    return rows


def parse_all(after_batch: Callable[[], None] = lambda: None) -> int:
    return sum(parse_part(part, after_batch) for part in sorted(PAGES.glob("*.parquet")))


# %% [markdown]
# ## A run that is broken off
#
# As if someone pressed Ctrl-C, or the machine went down, in the third part:

# %%
batches_until_then = iter(range(9))


def break_off() -> None:
    if next(batches_until_then, None) is None:
        raise KeyboardInterrupt


try:
    parse_all(break_off)
except KeyboardInterrupt:
    print("broken off; in the folder are", *sorted(path.name for path in PARSED.iterdir()))

# %% [markdown]
# The same call again does what is left. `parse_part` may run in as many processes as you like, each with other parts
# (`docs/scaling.md` shows a pool, Dask and Spark).

# %%
print(f"{parse_all()} rows in the second run, {parse_all()} in a third")

# %% [markdown]
# ## Is everything there?
#
# Every key of the pages once, and nothing else; then what went wrong, and in how many rows.

# %%
parsed = f"read_parquet('{PARSED.as_posix()}/*.parquet')"
pages = f"read_parquet('{PAGES.as_posix()}/*.parquet')"
counts = duckdb.sql(
    f"""
    select (select count(*) from {pages}) as pages, count(*) as rows, count(distinct key) as keys,
           (select count(*) from {pages} anti join {parsed} using (key)) as missing
    from {parsed}
    """
)
print(counts.df().to_string(index=False))
assert counts.fetchall() == [(PARTS * ROWS, PARTS * ROWS, PARTS * ROWS, 0)]
outcomes = f"select coalesce(error_code, 'read') as outcome, count(*) as rows from {parsed} group by all order by rows, outcome"
print(duckdb.sql(outcomes).df().to_string(index=False))

# %% [markdown]
# ## Tables
#
# The lists in the rows become tables of their own, of which each row knows its page.

# %%
for table in ("entries", "people", "quantities"):
    columns = f"key, unnest({table}, recursive := true)"
    duckdb.sql(f"copy (select {columns} from {parsed}) to '{(OUT / table).as_posix()}.parquet'")
entries = f"'{(OUT / 'entries').as_posix()}.parquet'"
activities = f"select activity, count(*) as entries from {entries} group by all order by entries desc, activity"
print(duckdb.sql(activities).df().to_string(index=False))

# %%
investments = duckdb.sql(
    f"""
    select date, round(value / 1e8, 1) as "亿元", text
    from {entries} join '{(OUT / "quantities").as_posix()}.parquet' using (key, entry)
    order by key, entry limit 3
    """
)
print(investments.df().to_string(index=False))
