"""The command `explainer`: one small function a command, grouped by what they are about.

Exit codes: 0 clean, 1 findings (or something would change), 2 could not run.
"""

from generator.cli.group import main

__all__ = ["main"]
