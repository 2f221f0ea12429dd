# Two commands do everything on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BENCH := .venv-bench
FUZZ_STAMP := $(VENV)-fuzz/.installed
FUZZ_SECONDS ?= 60
SPARK := $(VENV)-spark
MUTANTS ?= 350

.PHONY: demo test lint types typing install-matrix bench fuzz mutation docs clean setup test-spark
.DEFAULT_GOAL := demo

setup: $(STAMP)

$(STAMP): pyproject.toml examples/appointments/pyproject.toml tools/setup_venv.sh
	sh tools/setup_venv.sh $(PYTHON) $(VENV)
	@touch $@

demo: $(STAMP)  ## parse seeds/ and show the typed results
	$(BIN)/chronicle-parse show seeds --limit 6
	$(BIN)/chronicle-parse parse seeds --to html --out out/pages --again
	@echo "All of it, each value in its original: open out/pages/*.html in a browser. All in the terminal: $(BIN)/chronicle-parse show seeds"

lint: $(STAMP)  ## style and strict types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint typing  ## lint, strict types, all tests, doctests, README
	$(BIN)/python -m pytest

test-spark: $(SPARK)/.installed  ## the batches in Spark's mapInArrow, in an environment of its own; needs Java 17 or newer
	$(SPARK)/bin/python -m pytest tests/test_spark.py -s

$(SPARK)/.installed: pyproject.toml tools/setup_spark.sh
	sh tools/setup_spark.sh $(PYTHON) $(SPARK)
	@touch $@

typing: $(STAMP)  ## what the public names give, as mypy and pyright see it
	$(BIN)/mypy tests/typing
	$(BIN)/basedpyright --pythonpath $(BIN)/python --project tests/typing

install-matrix: $(STAMP)  ## the wheel with each extra alone in an empty environment: minutes, for the night; EXTRAS="cli arrow" tries these
	sh tools/install_matrix.sh $(PYTHON) $(VENV) $(EXTRAS)

bench: $(BENCH)/.installed  ## speeds, as ratios measured in one run; QUICK=--quick takes a minute
	$(BENCH)/bin/python -m benchmarks $(QUICK)

$(BENCH)/.installed: pyproject.toml tools/setup_bench.sh
	sh tools/setup_bench.sh $(PYTHON) $(BENCH)
	@touch $@

$(FUZZ_STAMP): pyproject.toml tools/setup_fuzz.sh
	sh tools/setup_fuzz.sh $(PYTHON) $(VENV)-fuzz
	@touch $@

fuzz: $(FUZZ_STAMP)  ## FUZZ_SECONDS of made-up bytes for each entry point, in an environment with atheris
	for target in parse clean html from_json; do nice $(VENV)-fuzz/bin/python tools/fuzz $$target $(FUZZ_SECONDS) || exit 1; done

mutation: $(STAMP)  ## changes fields/ and text/ in about MUTANTS small places and counts how many the tests notice
	nice $(BIN)/python tools/mutation --sample $(MUTANTS)

docs: $(STAMP)  ## the documentation site, warnings are errors
	$(BIN)/python -m sphinx -W -b html docs docs/_build/html

clean:
	rm -rf $(VENV) $(VENV)-fuzz $(SPARK) dist build docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis
