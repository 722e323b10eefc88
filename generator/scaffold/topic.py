"""What a person says of a new topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.errors import UsageError
from generator.model import Side

ARTICLES = ("the ", "a ", "an ")
HOW = "write NAME=SIDE, such as --party 'Harbour Board=accused'; other names of the same party follow its name after |"


@dataclass(frozen=True, slots=True)
class NewParty:
    """One who takes part in the dispute."""

    name: str
    side: Side = Side.NEITHER
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewTopic:
    """A topic before it has a source."""

    title: str
    subject: str
    question: str = ""
    terms: tuple[str, ...] = ()
    """Words by which a passage on the subject is recognised; empty for the subject alone."""
    parties: tuple[NewParty, ...] = ()
    repo_url: str = ""
    """Where the project's own repository is to be; "" where that is not known yet."""

    @property
    def recognised_by(self) -> tuple[str, ...]:
        """The terms; of a subject such as "the toll" sources may say "a toll" or "tolls" as well."""
        article = next((a for a in ARTICLES if self.subject.casefold().startswith(a)), "")
        return self.terms or (self.subject[len(article) :],)


def address(told: str) -> str:
    """The address of a repository, without the slash at its end. Raises UsageError for what no browser could open."""
    if told and not re.fullmatch(r"https?://[^\s/]+/\S+", told):
        raise UsageError(
            f"“{told}” is no address of a repository",
            where="--repo-url",
            help="write it as a browser shows it, such as https://git.example/us/the-toll, or leave it out",
        )
    return told.rstrip("/")


def party(described: str) -> NewParty:
    """Reads `NAME[|ALIAS ...][=accuses|accused|neither]`. Raises UsageError for a side that there is not, and for no name."""
    names, _, side = described.rpartition("=") if "=" in described else (described, "", Side.NEITHER.value)
    if side.strip() not in set(Side):
        raise UsageError(
            f"“{side.strip()}” is no side of a dispute: expected one of {', '.join(Side)}",
            where=f"--party “{described}”",
            help=HOW,
        )
    name, *aliases = (" ".join(part.split()) for part in names.split("|"))
    if not name or not all(aliases):
        raise UsageError("a party without a name", where=f"--party “{described}”", help=HOW)
    return NewParty(name, Side(side.strip()), tuple(aliases))
