#!/bin/sh
# Makes the virtual environment of `make`: the package in place, with every extra, the example of a format, and the tools of the "dev" group.
# usage: sh tools/setup_venv.sh PYTHON VENV
set -eu
python=$1 venv=$2
"$python" -c 'import sys; sys.exit("chronicle_parse needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --upgrade "pip>=25.1"
"$venv/bin/python" -m pip install --quiet --editable . --editable examples/appointments --group dev
