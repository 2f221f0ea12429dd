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
# # A format of one's own
#
# 值班表 (who is on duty on which day) is no bulletin that chronicle_parse knows. A class, two functions and one object make it one:
# the JSON, the tables and the page then come by themselves. A package registers the object under the entry-point group
# `chronicle_parse.formats`, as `examples/appointments` does; here it is used as it stands.

# %%
from attrs import frozen

import chronicle_parse as cp
from chronicle_parse.export import to_markdown
from chronicle_parse.formats import Page, open_page
from chronicle_parse.model import Document, Person, Span, When

TEXT = """青禾縣五月值班表
2024年5月1日 縣長王芳
2024年5月2日 副縣長李建國
值班電話另行通知
"""

# %% [markdown]
# What a document holds, beside what every `Document` has. Each value keeps its `span`.


# %%
@frozen
class Duty:
    """One person on one day."""

    when: When
    person: Person
    span: Span


@frozen
class Roster(Document):
    """值班表: who is on duty when."""

    duties: tuple[Duty, ...] = ()


# %% [markdown]
# How it is recognised and how it is read. The page is clean already, and dates and people in it are found once.


# %%
def score(page: Page) -> tuple[float, tuple[str, ...]]:
    return (0.9, ("the title says 值班表",)) if "值班表" in page.title else (0.0, ())


def read(page: Page) -> Roster:
    duties = []
    for line in page.lines:
        span = page.span(line.start, line.stop)
        days, people = page.within(page.dates, span), page.within(page.people, span)
        if days and people:
            line.role = "entry"
            duties += [Duty(days[0], person, span) for person in people]
    return Roster(**page.parts("roster"), duties=tuple(duties))


FORMAT = cp.BulletinFormat("roster", "值班表", score, read, Roster)

# %%
page = open_page(cp.clean(TEXT))
print(FORMAT.score(page))
roster = FORMAT.read(page)
for duty in roster.duties:
    print(duty.when.edtf, duty.person.title, duty.person.name, "←", roster.original(duty.person))

# %% [markdown]
# The exports know the new class, and no character of the input is lost: the lines tile it.

# %%
print(to_markdown(roster))
for line in roster.lines:
    print(line.role, repr(roster.original(line)))
