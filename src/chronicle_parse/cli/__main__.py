"""`python -m chronicle_parse.cli`: the command where its script is not on the path."""

from chronicle_parse.cli import main

if __name__ == "__main__":
    main()
