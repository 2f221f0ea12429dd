#!/bin/sh
# Makes the virtual environment of `make test-spark`: the package in place with the extra `spark`, which is too large for everyone's.
# usage: sh tools/setup_spark.sh PYTHON VENV
set -eu
python=$1 venv=$2
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --upgrade "pip>=25.1"
"$venv/bin/python" -m pip install --quiet --editable ".[spark,testing]" pytest
