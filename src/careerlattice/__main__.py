"""`python -m careerlattice`: the command line without its script on the path."""

from careerlattice.cli.main import run

if __name__ == "__main__":
    run()
