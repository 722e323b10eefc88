"""What kind of sources the pages rest on, a line each: what it is, its date, and whom it has claims from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import edtf, english
from generator.model import Analysis, Evidence, Source

_LINES = 7
"""Most sources that get a line each; of more, a page that is read in a minute says only how many there are."""
_NAMES = 2
"""Origins named in a line, the most frequent first; the source's own page has them all."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in a line."""

    key: str
    name: str
    what: str
    """ "opinion column"."""
    issued: str
    """EDTF, "" where there is no date."""
    inferred: bool
    """Whether the date is inferred."""
    origins: tuple[str, ...]
    """Whom it names most as where it has claims from, as its articles name them."""
    more: bool
    """Whether it names others."""

    @property
    def when(self) -> str:
        """Its date in words, with what is to be known of it."""
        if not self.issued:
            return "undated"
        return f"{edtf.in_words(self.issued)}{' (inferred)' if self.inferred else ''}"

    @property
    def length(self) -> int:
        """Words of the line, with an article before each name and "passes on ... among others"."""
        names = [self.name, self.what, self.when, *self.origins]
        return sum(len(name.split()) for name in names) + (len(self.origins) + 5 if self.origins else 0)

    @property
    def arguments(self) -> tuple[str, ...]:
        """Of the computation that it rests on."""
        return self.key, self.what, self.issued or "undated", english.listed(self.origins)


def kind_of(source: Source) -> str:
    """What a source is, without what its description adds."""
    return english.brief(source.speaks.value)


def lines(evidence: Evidence, analysis: Analysis) -> tuple[SourceLine, ...]:
    """One for each source; none where there are too many for that, or nothing is known of one."""
    if len(evidence.sources) > _LINES or not all(kind_of(source) for source in evidence.sources.values()):
        return ()
    return tuple(_line(key, source, analysis) for key, source in evidence.sources.items())


def _line(key: str, source: Source, analysis: Analysis) -> SourceLine:
    named = Counter(
        name for p in analysis.passages if p.source == key and p.relevant for name in p.chain if name != source.name
    )
    most = sorted(named, key=lambda name: (-named[name], name))
    issued = source.metadata.get("issued")
    return SourceLine(
        key=key,
        name=source.name,
        what=kind_of(source),
        issued=issued.value if issued else "",
        inferred=bool(issued and issued.inferred),
        origins=tuple(most[:_NAMES]),
        more=len(most) > _NAMES,
    )
