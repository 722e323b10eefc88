"""One name for one note in all texts of a page, the person's name first: otherwise a new label would look like a new statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from generator.compose.merging.parts import REFERENCE, Kind, Part, marks, note_bodies, split


class Labels:
    """Body of a note -> its label, over all texts of one page."""

    def __init__(self, mine: str, *others: str) -> None:
        """`mine` is the person's text, whose labels stand; those of the others give way where they mean another note."""
        self.bodies: dict[str, str] = dict(note_bodies(mine))
        """Label -> body, of every note in any of the texts."""
        self._label: dict[str, str] = {}
        self._given_way: dict[str, str] = {}
        """Label that another text's note got here -> the one that it had there."""
        for label, body in self.bodies.items():
            self._label.setdefault(body, label)
        for other in others:
            for label, body in note_bodies(other).items():
                if body not in self._label:
                    free = label if label not in self.bodies else self._free(label)
                    self._label[body] = free
                    self._given_way |= {free: label} if free != label else {}
                    self.bodies[free] = body

    def _free(self, label: str) -> str:
        return next(name for n in count(2) if (name := f"{label}-{n}") not in self.bodies)

    def named(self, markdown: str) -> tuple[Part, ...]:
        """The parts of a text other than the person's, with its notes and marks under their common labels."""
        own = note_bodies(markdown)
        return tuple(self._renamed(part, own) for part in split(markdown))

    def given_way(self, label: str, to: str) -> bool:
        """Whether a note had the label `to` in its own text, and had to give way to another one's."""
        return self._given_way.get(label) == to

    def given_back(self, markdown: str) -> str:
        """A merged page on which a note has its own label again where the note that had it is gone."""
        return given_back(markdown, self._given_way)

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


def given_back(markdown: str, labels: Mapping[str, str]) -> str:
    """The page with notes called by other labels, as far as nothing on it bears these; `labels` maps the label of each to the one that it shall have."""
    known = {*note_bodies(markdown), *marks(markdown)}
    for label, wanted in labels.items():
        if label in known and wanted not in known:
            markdown = markdown.replace(f"[^{label}]", f"[^{wanted}]")
            known.add(wanted)
    return markdown
