"""The likeliest words where characters are in doubt, compared with trying every way to settle the doubt."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle_parse.text.words import RUNNERS, spell

CHARACTERS = "工作会议全市学校现场教育我们人民代表大，。救狱较佼"
PLACES = st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=6)
CANDIDATES = st.lists(st.sampled_from(CHARACTERS), min_size=2, max_size=4, unique=True).map("".join)


def settled(slots: list[str]) -> dict[str, int]:
    """The cost of each way to settle the doubt."""
    return {"".join(chosen): spell(chosen).cost for chosen in product(*slots)}


@settings(max_examples=200)
@given(before=PLACES, doubtful=CANDIDATES, after=PLACES)
def test_one_place_in_doubt_is_settled_by_the_cheapest_words(
    before: list[str], doubtful: str, after: list[str]
) -> None:
    spelling = spell([*before, doubtful, *after])
    costs = settled([*before, doubtful, *after])
    assert spelling.cost == costs[spelling.text] == min(costs.values())
    runners = spelling.runners[len(before)]
    with_runners = [costs["".join([*before, other, *after])] for other in runners]
    assert [spelling.cost, *with_runners] == sorted(costs.values())[: RUNNERS + 1]


@settings(max_examples=200)
@given(first=CANDIDATES, second=CANDIDATES)
def test_two_places_in_doubt_make_the_cheapest_word(first: str, second: str) -> None:
    spelling, costs = spell([first, second]), settled([first, second])
    assert spelling.cost == costs[spelling.text] == min(costs.values())


@given(slots=PLACES)
def test_nothing_in_doubt_stays_and_has_no_runners(slots: list[str]) -> None:
    spelling = spell(slots)
    assert (spelling.text, spelling.runners) == ("".join(slots), {})


def test_a_pair_seen_on_the_page_is_a_word() -> None:
    unseen = spell(["佼", "狱救"]).cost
    assert spell(["佼", "狱救"], {"佼救": 5}).text == "佼救"
    assert spell(["佼", "狱救"], {"佼救": 5}).cost < unseen


def test_a_place_without_candidates_is_refused() -> None:
    with pytest.raises(ValueError, match="candidate"):
        spell(["学", ""])
