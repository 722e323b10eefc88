"""One page while it is written: its statements' notes, named and collected in the order of their first use."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    def cite(self, statement: Statement) -> Markup:
        """The mark of the statement's note; the same words of the same source share a note."""
        body = statement.citation
        known = next((label for label, other in self.notes.items() if other == body), None)
        return self._mark(known or labels.label(body.words, self.taken), body)

    def derive(self, label: str, name: str, *arguments: object) -> Markup:
        """The mark of a note that names a computation."""
        body = Derivation(name, tuple(str(argument) for argument in arguments))
        known = next((other for other, found in self.notes.items() if found == body), None)
        if known is None:
            label = next(
                candidate
                for candidate in (label, *(f"{label}-{n}" for n in range(2, 1000)))
                if candidate not in self.taken
            )
            self.taken.add(label)
        return self._mark(known or label, body)

    def label_of(self, statement: Statement) -> str:
        """The label under which a statement is cited on this page."""
        return str(self.cite(statement))[2:-1]

    def _mark(self, label: str, body: Citation | Derivation) -> Markup:
        self.notes.setdefault(label, body)
        return Markup(f"[^{label}]")  # noqa: S704  # labels are letters, digits and hyphens

    def definitions(self) -> Markup:
        """All notes, one logical line each."""
        lines = "\n".join(f"[^{label}]: {grammar.write(body)}" for label, body in self.notes.items())
        return Markup(lines)  # noqa: S704  # grammar.write escapes
