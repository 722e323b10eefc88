"""Whether what a person's sentences rest on is still there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.compose.merging.parts import Cite, Part, cite, marks, note_bodies
from generator.compose.merging.units import units


class Grounds:
    """The notes of the last draft that fail and that the new one no longer has.

    A note that a person broke is not among them: the draft still has the statement, and the check shows where the note is wrong.
    """

    def __init__(
        self,
        base: str,
        theirs: str,
        bodies: Mapping[str, str],
        new: Sequence[Part],
        holds: Callable[[str], bool],
    ) -> None:
        """`bodies` and the parts `new` of the new draft have the labels that all texts of the page have in common."""
        self._bodies = bodies
        self._new = new
        # What the base does not refer to was left behind by a conflict, which a person has decided.
        referred = {*marks(base)}
        old = {label: body for label, body in note_bodies(base).items() if label in referred}
        anew = {*note_bodies(theirs).values()}
        generated = {*old.values()}
        self._gone = {
            label: cite(body)
            for label, body in bodies.items()
            if body not in anew and (body in generated or old.get(label, body) not in {body, *anew}) and not holds(body)
        }

    def instead(self, sentence: str) -> str | None:
        """What the new draft says in the place of a sentence whose ground is gone, "" for nothing; None where the sentence may stay."""
        gone = [self._gone[label] for label in marks(sentence) if label in self._gone]
        if not gone:
            return None
        computed = {one for one in gone if one.source.startswith("=")}
        return next((unit.strip() for unit, cites in self._said() if computed & cites), "") if computed else ""

    def _said(self) -> Iterator[tuple[str, set[Cite]]]:
        for part in self._new:
            for unit in units(part):
                yield unit, {cite(self._bodies[label]) for label in marks(unit) if label in self._bodies}
