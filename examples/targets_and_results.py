"""Promises kept: what the report of early 2021 promised for 2021, beside what the report of 2022 says came of it.

Run: python examples/targets_and_results.py [EARLIER LATER]
"""

import sys
from pathlib import Path

import chronicle_parse as cp
from chronicle_parse.compare import targets_with_results

SAYS = {True: "met", False: "missed", None: "cannot be said"}


def words(indicator: cp.Indicator | None) -> str:
    if indicator is None:
        return "not reported"
    parts = [amount.written for amount in (indicator.quantity, indicator.change) if amount]
    return "、".join(parts)


def main(earlier: Path, later: Path) -> None:
    promised, reported = cp.parse(earlier, kind="work_report"), cp.parse(later, kind="work_report")
    assert isinstance(promised, cp.WorkReport)
    assert isinstance(reported, cp.WorkReport)
    print("year\tindicator\ttarget\tresult\tmet")
    for row in targets_with_results(promised, reported):
        print(row.target.year, row.target.name, words(row.target), words(row.result), SAYS[row.met], sep="\t")


if __name__ == "__main__":
    seeds = Path(__file__).parent.parent / "seeds"
    given = [Path(each) for each in sys.argv[1:3]]
    main(*(given or (seeds / "003_d5fabbdb30472f7d.txt", seeds / "001_2e0345968032a4f3.txt")))
