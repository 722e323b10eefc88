"""Independent origins, not carriers: articles that pass on the same report, or the same author's text, have one origin.

Nothing here says that origins are independent of each other; it only says which plainly are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Evidence, Passage, Source, Topic

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    r"(?:\s+(?:news agency|newswire|agency|newspaper|magazine|website|report|online))+$|\.(?:com|org|net)$",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"(?:staff|newsroom|admin|editors?|editorial|guest|our|special|correspondents?|reporters?|writers?|board|and|by|\W)+"
)
"""An author's name that names nobody."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one or several carriers have a claim from."""

    names: tuple[str, ...]
    """As the carriers name it, what most of them name first; several where a carrier names several. The carriers' own names where they name none."""
    carriers: tuple[str, ...]
    """Keys of the sources that pass it on, in the order of the passages."""
    named: bool
    """Whether a carrier names it; where none does, the carrier itself is the origin as far as the sources tell."""


def origins(passages: Sequence[Passage], evidence: Evidence) -> tuple[Origin, ...]:
    """The origins of passages that carry one claim, in the order of the passages.

    Two passages have one origin where they name one outlet or person as where they have it from, where one names the other's publisher, or where both
    are of one publisher or author.
    """
    groups: list[tuple[set[str], list[Passage]]] = []
    for passage in passages:
        keys, members = set(_keys(passage, evidence)), [passage]
        for group in [group for group in groups if group[0] & keys]:
            groups.remove(group)
            keys, members = keys | group[0], group[1] + members
        groups.append((keys, members))
    position = {passage.id: number for number, passage in enumerate(passages)}
    ordered = [sorted(members, key=lambda p: position[p.id]) for _, members in groups]
    return tuple(_origin(members, evidence) for members in sorted(ordered, key=lambda members: position[members[0].id]))


def _keys(passage: Passage, evidence: Evidence) -> Iterator[str]:
    """What the passage's origin is known by: whom it names, else the source's own names."""
    source = evidence.sources[passage.source]
    passed_on = _passed_on(passage, source, evidence.topic)
    for name in passed_on or _own_names(source):
        yield _folded(name, evidence.topic)


def _passed_on(passage: Passage, source: Source, topic: Topic) -> tuple[str, ...]:
    """Whom the passage names as having passed its content on; the speaker is not an origin of what he says, nor a carrier of what it carries."""
    itself = {_folded(name, topic) for name in (passage.speaker, *_own_names(source)) if name}
    return tuple(name for name in passage.chain if _folded(name, topic) not in itself)


def _own_names(source: Source) -> tuple[str, ...]:
    authors = [name.strip() for name in source.stated("author").split(";")]
    stated = (source.key, source.name, source.stated("container-title"), source.stated("publisher"))
    named = [name for name in authors if name and not _ANYONE.fullmatch(name.casefold())]
    return tuple(dict.fromkeys(name for name in (*stated, *named) if name))


def _folded(name: str, topic: Topic) -> str:
    """One form for one name: "the Reuters news agency" is "reuters", an alias is its party."""
    party = topic.party(name) or topic.party(bare := _ARTICLE.sub("", name.strip()))
    return party.name.casefold() if party else _WHAT_IT_IS.sub("", bare).casefold()


def _origin(members: Sequence[Passage], evidence: Evidence) -> Origin:
    named = [
        name for passage in members for name in _passed_on(passage, evidence.sources[passage.source], evidence.topic)
    ]
    carriers = tuple(dict.fromkeys(passage.source for passage in members))
    own = [evidence.sources[key].name for key in carriers]
    return Origin(_distinct(named or own, evidence.topic), carriers, bool(named))


def _distinct(names: Iterable[str], topic: Topic) -> tuple[str, ...]:
    """Each name once in its first form, what is named most often first."""
    listed = list(names)
    often = Counter(_folded(name, topic) for name in listed)
    first: dict[str, str] = {}
    for name in listed:
        first.setdefault(_folded(name, topic), name)
    return tuple(first[key] for key, _ in sorted(often.items(), key=lambda item: -item[1]))
