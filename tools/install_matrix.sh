#!/bin/sh
# Builds the wheel, looks into it, and tries it with each extra alone in an empty virtual environment.
# usage: sh tools/install_matrix.sh PYTHON VENV_TO_BUILD_WITH [EXTRA…]
set -eu
python=$1 builder=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$builder/bin/python" -m pip wheel --quiet --no-deps --wheel-dir "$work" .
wheel=$(ls "$work"/chronicle_parse-*.whl)
"$builder/bin/python" tools/check_wheel.py "$wheel"
[ $# -gt 0 ] || set -- none $("$builder/bin/python" tools/check_wheel.py --extras)

for extra in "$@"; do
  "$python" -m venv "$work/$extra"
  case $extra in
    none) wanted=$wheel ;;
    *) wanted="$wheel[$extra]" ;;
  esac
  "$work/$extra/bin/python" -m pip install --quiet --disable-pip-version-check "$wanted"
  # -I and another folder: the package that answers is the installed one, not the one in this checkout
  (cd "$work" && "$work/$extra/bin/python" -I - "$extra") <tools/try_extra.py
  rm -rf "${work:?}/$extra"
done
