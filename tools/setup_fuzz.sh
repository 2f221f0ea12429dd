#!/bin/sh
# Makes the virtual environment of `make fuzz`: the package in place with atheris, which has wheels for few versions of Python.
# usage: sh tools/setup_fuzz.sh PYTHON VENV
set -eu
python=$1 venv=$2
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --editable ".[html,encodings]" atheris
