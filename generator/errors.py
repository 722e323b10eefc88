"""Every error that the generator raises on purpose.

    ExplainerError                 something the person at the keyboard can mend
    ├── ProjectError               seeds/*.yml or the project's layout is wrong
    ├── SourceError                a source file cannot be read
    ├── ComposeError               a page cannot be written
    ├── ExportError                a copy cannot be made or read
    └── UsageError                 a command was called in a way it cannot serve

Findings about pages are not errors: they are `model.Diagnostic` values, collected and returned. An error means that the
command could not do its work at all. Every error carries what was expected, what was found, where, and what to type.
"""

from __future__ import annotations


class ExplainerError(Exception):
    """Base of the tree. `str(error)` is the whole message, ready to print.

    `where` is `file`, `file:line`, `file:line:column` or `file: byte N`; `help` says what to type or change. Both may be
    empty.
    """

    def __init__(self, message: str, *, where: str = "", help: str = "") -> None:  # noqa: A002  # the word that is printed
        super().__init__(message)
        self.message = message
        self.where = where
        self.help = help

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n  help: {self.help}" if self.help else head


class ProjectError(ExplainerError):
    """A file in `seeds/` that steers the generator is missing, malformed or contradicts itself."""


class SourceError(ExplainerError):
    """A source article cannot be read: missing, of an unknown encoding, or not in a format that a reader knows."""


class ComposeError(ExplainerError):
    """A page cannot be written."""


class ExportError(ExplainerError):
    """An offline copy cannot be made from the site, or what was named is no copy."""


class UsageError(ExplainerError):
    """The command line asks for something that cannot be done."""
