# Two commands do everything on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint types bench docs clean setup
.DEFAULT_GOAL := demo

setup: $(STAMP)

$(STAMP): pyproject.toml examples/appointments/pyproject.toml tools/setup_venv.sh
	sh tools/setup_venv.sh $(PYTHON) $(VENV)
	@touch $@

demo: $(STAMP)  ## parse seeds/ and show the typed results
	$(BIN)/chronicle-parse show seeds --year 2021

lint: $(STAMP)  ## style and strict types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint  ## lint, strict types, all tests, doctests, README
	$(BIN)/python -m pytest

bench: $(STAMP)  ## speeds, as ratios measured in one run
	$(BIN)/python -m benchmarks

docs: $(STAMP)  ## the documentation site, warnings are errors
	$(BIN)/python -m sphinx -W -b html docs docs/_build/html

clean:
	rm -rf $(VENV) dist build docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis
