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
# # A folder of pages as a table
#
# Every page of a folder is read, whatever its kind; the entries of chronicles and roundups become one pandas table.
# It needs pandas. Run it as a script, or open it as a notebook (`jupytext --to notebook folder_to_table.py`).

# %%
from pathlib import Path

import pandas as pd

import chronicle_parse as cp
from chronicle_parse.export import to_rows

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
PAGES = HERE.parent / "seeds"  # your folder
OUT = HERE.parent / "out" / "entries.csv"

# %% [markdown]
# `parse_many` reads one page after the other and never stops at a bad one: what failed says why.

# %%
documents: dict[str, cp.Document] = {}
for parsed in cp.parse_many(sorted(PAGES.glob("*.txt"))):
    name = Path(str(parsed.key)).stem
    if parsed.document is None:
        print(f"{name}: {parsed.error}")
    else:
        documents[name] = parsed.document

overview = pd.DataFrame(to_rows(documents.items(), "documents")).set_index("document")
print(overview[["kind", "place", "period", "year", "entries", "indicators", "issues"]].to_string())

# %% [markdown]
# A document shows itself in a notebook. What is doubtful stands below it.

# %%
next(iter(documents.values()))

# %% [markdown]
# The entries as a table: dates as [EDTF](https://www.loc.gov/standards/datetime/) and as days that pandas can sort; a
# day without a year is no day, and its `date_earliest` stays empty.

# %%
entries = pd.DataFrame(to_rows(documents.items(), "entries"))
entries["day"] = pd.to_datetime(entries["date_earliest"])
print(entries[["document", "date", "activity", "people", "text"]].head(10).to_string(max_colwidth=24))

# %%
print(entries.groupby(["document", "activity"]).size().unstack(fill_value=0).T.to_string())

# %%
OUT.parent.mkdir(parents=True, exist_ok=True)
entries.to_csv(OUT, index=False, encoding="utf-8-sig")  # with a BOM, so that a spreadsheet knows the encoding
print(f"{len(entries)} entries in {OUT.name}")
