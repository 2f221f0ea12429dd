"""Sphinx configuration of the documentation: `make docs`."""

from chronicle_parse import __version__

project = "chronicle_parse"
author = "The chronicle_parse developers"
copyright = "2026, the chronicle_parse developers"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"chronicle_parse {release}"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_class_signature = "separated"
napoleon_use_ivar = True
myst_heading_anchors = 3
suppress_warnings = [
    "myst.xref_missing"
]  # links to files outside docs/, such as the seeds, work where the repository is read
