"""One page while it is written: its statements' notes, named and collected in the order of their first use."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, count

from markupsafe import Markup

from generator.citations import grammar
from generator.compose import labels
from generator.compose.statement import Statement
from generator.model import Citation, Derivation


@dataclass(slots=True)
class Page:
    """What a template calls while it writes a page. A mark is the text of a reference: `[^fraudulent-accounts]`."""

    taken: set[str] = field(default_factory=set)
    notes: dict[str, Citation | Derivation] = field(default_factory=dict)
    """Label -> body, in the order of first use."""
    known: dict[Citation | Derivation, str] = field(default_factory=dict)
    """Body -> its label."""

    def cite(self, statement: Statement) -> Markup:
        """The mark of the statement's note; the same words of the same source share a note."""
        body = statement.citation
        return self._mark(self.known.get(body) or labels.label(body.words, self.taken), body)

    def derive(self, label: str, name: str, *arguments: object) -> Markup:
        """The mark of a note that names a computation."""
        body = Derivation(name, tuple(str(argument) for argument in arguments))
        known = self.known.get(body)
        if known is None:
            numbered = (f"{label}-{n}" for n in count(2))
            label = next(candidate for candidate in chain((label,), numbered) if candidate not in self.taken)
            self.taken.add(label)
        return self._mark(known or label, body)

    def label_of(self, statement: Statement) -> str:
        """The label under which a statement is cited on this page."""
        return str(self.cite(statement))[2:-1]

    def _mark(self, label: str, body: Citation | Derivation) -> Markup:
        self.notes.setdefault(label, body)
        self.known.setdefault(body, label)
        return Markup(f"[^{label}]")  # noqa: S704  # labels are letters, digits and hyphens

    def definitions(self) -> Markup:
        """All notes, one logical line each."""
        lines = "\n".join(f"[^{label}]: {grammar.write(body)}" for label, body in self.notes.items())
        return Markup(lines)  # noqa: S704  # grammar.write escapes
