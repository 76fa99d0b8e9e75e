"""`python -m mtaudit`."""

from mtaudit.cli import run

if __name__ == "__main__":
    run()
