"""One name for one note in all texts of a page, the person's name first: otherwise a new label would look like a new statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from generator.compose.merging.parts import REFERENCE, Kind, Part, note_bodies, split


class Labels:
    """Body of a note -> its label, over all texts of one page."""

    def __init__(self, mine: str, *others: str) -> None:
        """`mine` is the person's text, whose labels stand; those of the others give way where they mean another note."""
        self.bodies: dict[str, str] = dict(note_bodies(mine))
        """Label -> body, of every note in any of the texts."""
        self._label: dict[str, str] = {}
        for label, body in self.bodies.items():
            self._label.setdefault(body, label)
        for other in others:
            for label, body in note_bodies(other).items():
                if body not in self._label:
                    free = label if label not in self.bodies else self._free(label)
                    self._label[body] = free
                    self.bodies[free] = body

    def _free(self, label: str) -> str:
        return next(name for n in count(2) if (name := f"{label}-{n}") not in self.bodies)

    def named(self, markdown: str) -> tuple[Part, ...]:
        """The parts of a text other than the person's, with its notes and marks under their common labels."""
        own = note_bodies(markdown)
        return tuple(self._renamed(part, own) for part in split(markdown))

    def _renamed(self, part: Part, own: Mapping[str, str]) -> Part:
        if part.kind is Kind.NOTE:
            label = self._label[own[part.label]]
            return replace(part, text=part.text.replace(f"[^{part.label}]", f"[^{label}]", 1), label=label)
        return replace(
            part,
            text=REFERENCE.sub(
                lambda mark: f"[^{self._label.get(own.get(mark['label'], ''), mark['label'])}]", part.text
            ),
        )
