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
# # One leader's month
#
# What a leader did, day by day, put together from all chronicles and roundups of a folder: under which title, doing what,
# who else is named. It needs pandas. Run it as a script, or open it as a notebook.

# %%
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

import chronicle_parse as cp

HERE = Path(__file__).parent if "__file__" in globals() else Path.cwd()
PAGES = HERE.parent / "seeds"  # your folder


# %%
def read(folder: Path) -> dict[str, cp.Chronicle | cp.Roundup]:
    """The documents that hold dated entries."""
    parsed = cp.parse_many(sorted(folder.glob("*.txt")), on_error="skip")
    return {Path(str(p.key)).stem: p.document for p in parsed if isinstance(p.document, cp.Chronicle | cp.Roundup)}


documents = read(PAGES)
{name: document.kind for name, document in documents.items()}

# %% [markdown]
# An entry belongs to the month if its date does. A date whose year the page does not say (`XXXX-12-03`) belongs to no month
# of a year; tell `parse_many` the `year=` if you know it.


# %%
def days_of(leader: str, month: str, documents: Iterable[cp.Chronicle | cp.Roundup]) -> pd.DataFrame:
    """The entries of a month ("2020-04") that name the leader, in the order of their days."""
    rows = []
    for document in documents:
        for entry in document.entries:
            named = [person for person in entry.people if person.name == leader]
            if named and entry.when and entry.when.start.edtf.startswith(month):
                rows.append(
                    {
                        "day": entry.when.edtf,
                        "title": named[0].title,
                        "activity": entry.activity.value if entry.activity else "",
                        "also named": "、".join(person.name for person in entry.people if person.name != leader),
                        "what": entry.text,
                        "kind": document.kind,
                    }
                )
    return pd.DataFrame(rows, columns=["day", "title", "activity", "also named", "what", "kind"]).sort_values(
        "day", kind="stable"
    )


april = days_of("罗育德", "2020-04", documents.values())
print(april.to_string(index=False, max_colwidth=26))

# %%
print(april["activity"].value_counts().to_string())
print(Counter(name for names in april["also named"] for name in names.split("、") if name).most_common(3))

# %% [markdown]
# The same question to a roundup: who was out on how many days of its week?

# %%
week = Counter(
    (person.name, entry.when.edtf)
    for document in documents.values()
    if isinstance(document, cp.Roundup)
    for entry in document.entries
    if entry.when
    for person in entry.people
)
days = Counter(name for name, _ in week)
for leader, count in days.most_common(3):
    print(leader, f"{count} days")
    print(
        days_of(leader, "2024", documents.values())[["day", "title", "activity", "what"]].to_string(
            index=False, max_colwidth=30
        )
    )
