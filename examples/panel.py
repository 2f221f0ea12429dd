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
# # A panel: place × year
#
# A table with the columns place, year and doc, as corpora of work reports come, becomes a panel of growth targets and what
# was reached. Places are written in different ways (罗湖区, 深圳市罗湖区), so they are joined by their GB/T 2260 code. The
# texts in `data/reports.csv` are invented; the districts are not, for only real ones have codes.
# It needs pandas. Run it as a script, or open it as a notebook.

# %%
from pathlib import Path

import pandas as pd

import chronicle_parse as cp
from chronicle_parse.compare import standard_name

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
REPORTS = HERE / "data" / "reports.csv"

# %%
reports = pd.read_csv(REPORTS)
print(reports.assign(doc=reports["doc"].str.len()).rename(columns={"doc": "characters"}).to_string(index=False))

# %% [markdown]
# `year` is the year in which a report was delivered; it decides which year 去年 and 今年 are. What the text says itself wins.

# %%
rows = []
for place, year, doc in reports.itertuples(index=False):
    report = cp.parse(doc, kind="work_report", year=year, place=place)
    assert isinstance(report, cp.WorkReport)
    for indicator in report.indicators:
        if indicator.change and standard_name(indicator.name) == "地区生产总值":
            growth = indicator.change.quantity
            sign = -1 if indicator.change.direction == "down" else 1
            rows.append(
                {
                    "code": report.place_code,
                    "place": report.place,
                    "year": indicator.year,
                    "kind": "target" if indicator.kind == "target" else "result",
                    "growth": sign * float(growth.value),
                    "written": indicator.change.written,
                }
            )
growth = pd.DataFrame(rows)
print(growth.to_string(index=False))

# %% [markdown]
# The report of a year holds its target, the report of the next year its result: one row of the panel. The name of a place
# is the longest under which it appears.

# %%
names = growth.groupby("code")["place"].agg(lambda places: max(places, key=len))
panel = growth.pivot_table(index=["code", "year"], columns="kind", values="growth", aggfunc="first")
panel["beyond"] = panel["result"] - panel["target"]
panel = panel.reset_index().assign(place=lambda table: table["code"].map(names))
panel = panel.set_index(["code", "place", "year"])[["target", "result", "beyond"]]
print(panel.to_string(na_rep="–", float_format="%.1f"))

# %%
print(panel["beyond"].unstack("year").to_string(na_rep="–", float_format="%+.1f"))
