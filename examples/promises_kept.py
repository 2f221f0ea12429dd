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
# # Promises kept
#
# What the work report of early 2021 promised for 2021, beside what the report of 2022 says came of it. Run it as a script,
# or open it as a notebook; it needs pandas, and the extra `plots` for the chart.

# %%
from pathlib import Path

import altair as alt
import pandas as pd

import chronicle_parse as cp
from chronicle_parse.compare import targets_with_results

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
SEEDS = HERE.parent / "seeds"
EARLIER = SEEDS / "003_d5fabbdb30472f7d.txt"
LATER = SEEDS / "001_2e0345968032a4f3.txt"
OUT = HERE.parent / "out" / "promises_kept.html"

# %%
promised, reported = (cp.parse(path, kind="work_report") for path in (EARLIER, LATER))
assert isinstance(promised, cp.WorkReport)
assert isinstance(reported, cp.WorkReport)
print(
    f"{len(promised.targets)} targets of {promised.year}, {len(reported.results)} results in the report of {reported.year}"
)

# %% [markdown]
# `targets_with_results` matches names that mean the same, compares levels with levels and growth with growth, and knows
# ceilings (失业率 3%以内), ranges and 左右. Where it cannot be said whether a promise is kept, `met` is None: no figure is
# reported, or one of another measure, such as growth of 11.6% for a promised 400亿元.

# %%
VERDICT = {True: "met", False: "not met", None: "unknown"}


def words(indicator: cp.Indicator | None) -> str:
    """The amounts of an indicator as they are written."""
    amounts = (indicator.quantity, indicator.change) if indicator else ()
    return "、".join(amount.written for amount in amounts if amount)


def called(indicator: cp.Indicator) -> str:
    """Verb and name; 投入1.5亿元 says for nothing else, and its verb is its name."""
    return indicator.name if indicator.verb == indicator.name else indicator.verb + indicator.name


rows = targets_with_results(promised, reported)
table = pd.DataFrame(
    {
        "indicator": called(row.target),
        "target": words(row.target),
        "bound": row.promised.bound.value if row.promised else "",
        "result": words(row.result),
        "verdict": VERDICT[row.met],
    }
    for row in rows
)
print(table.to_string(index=False))

# %%
print(table["verdict"].value_counts().to_string())

# %% [markdown]
# Every value leads back to the words of the page.

# %%
kept = next(row for row in rows if row.met)
assert kept.result is not None
print(promised.original(kept.target), "→", reported.original(kept.result))

# %% [markdown]
# How far beyond the promise: the result as a share of the target, for all that could be compared.

# %%
compared = pd.DataFrame(
    {
        "indicator": f"{called(row.target)} {row.promised.written}",
        "share": float(row.reached.value / row.promised.value),
        "result": row.reached.written,
        "verdict": VERDICT[row.met],
    }
    for row in rows
    if row.promised and row.reached and row.promised.value
)
base = alt.Chart(compared).encode(y=alt.Y("indicator", sort=None, title=None, axis=alt.Axis(labelLimit=260)))
bars = base.mark_bar().encode(
    x=alt.X("share", title="result ÷ target", axis=alt.Axis(format="%")),
    color=alt.Color("verdict", scale=alt.Scale(domain=list(VERDICT.values()), range=["#2a7d4f", "#b3402e", "#8a8a8a"])),
    tooltip=["indicator", "result", "verdict", alt.Tooltip("share", format=".0%")],
)
labels = base.mark_text(align="left", dx=4).encode(x="share", text="result")
promise = alt.Chart(pd.DataFrame({"share": [1.0]})).mark_rule(strokeDash=[4, 3]).encode(x="share")
chart = (bars + labels + promise).properties(width=420, title="2021: what was promised and what was reported")
chart

# %%
OUT.parent.mkdir(parents=True, exist_ok=True)
chart.save(OUT)
print(f"the chart is in {OUT.name}")
