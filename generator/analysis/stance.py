"""What can be seen of a whole article that bears on the side it takes, as strings: who issues it, who writes, how it speaks.

In an article that argues, most sentences of its own voice share one role, and many of them show it by nothing but that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis.speakers import Attribution
from generator.analysis.units import Unit
from generator.model import BlockKind, Speech

_WE = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my|me)\b")
_SIDES = (("accuser", "ACCUSES_"), ("accused", "ACCUSED_"))
_ISSUER = re.compile(
    r"^(?:about|by|from|for|posted|(?:press |media )?contact)\b|\b(?:statement|press|team)\b", re.IGNORECASE
)
_WRITER = re.compile(
    r"\b(?:the )?(?:writer|author)\b|^[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+)+ (?:is|was|has|served|taught|led|leads|directs?|teaches|worked|works|runs|chairs|commanded)\b"
)
_LINE = 14
"""Most words of a line that says who issues an article."""
_EDGE = 4
"""Units at either end of an article in which its issuer and writer are named."""
_REPLYING = re.compile(
    r"\b(?:critics?|opponents?|campaigners?|activists?|headlines?|so-called|accusers?|accused of|charges? (?:that|of)|rumou?rs?|hysteria|panic|fashionable|outrage|"
    r"they (?:say|call|tell us|want)|we are told|it is said)\b",
    re.IGNORECASE,
)
_EXPOSING = re.compile(
    r"\b(?:refused|declined|admitted|knew|hid|hidden|buried|ignored|silence|silent|victims?|families|truth|nobody (?:told|asked)|warned|profits?|paid)\b",
    re.IGNORECASE,
)
_SCARE_QUOTE = re.compile('[“"][^”"]{2,30}[”"]')
_WORD = re.compile(r"[A-Z]{2,}_|[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*%?|[?!:;\"“”…—]")


def describe(units: Sequence[Unit], attributions: Sequence[Attribution], masked: Sequence[str]) -> tuple[str, ...]:
    """The article's strings. `masked` are the units' texts with parties replaced by their sides (`features.mask`)."""
    found = [
        *_named(units, masked),
        *_signed(units, masked),
        *_voice(units, attributions, masked),
        *_make_up(units, attributions),
    ]
    return tuple(f"art:{one}" for one in dict.fromkeys(found))


def words(units: Sequence[Unit], attributions: Sequence[Attribution], masked: Sequence[str]) -> tuple[str, ...]:
    """The words of the article's own voice and of its headings and bylines, each once."""
    found: dict[str, None] = {}
    for unit, attribution, text in zip(units, attributions, masked, strict=True):
        if attribution.kind is Speech.VOICE or unit.furniture:
            prefix = "h:" if unit.block is BlockKind.HEADING or unit.furniture else "w:"
            found.update(dict.fromkeys(f"art:{prefix}{_folded(token)}" for token in _WORD.findall(text)))
    return tuple(found)


def _folded(token: str) -> str:
    return "#" if token[0].isdigit() else token if token.endswith("_") else token.lower()


def _named(units: Sequence[Unit], masked: Sequence[str]) -> Iterator[str]:
    """Which side the top, the bylines, the first person and the headlines name."""
    top = " ".join(masked[:3])
    for side, mark in _SIDES:
        if mark in top:
            yield f"top={side}"
        if any(unit.furniture and mark in text for unit, text in zip(units, masked, strict=True)):
            yield f"byline={side}"
        ours = sum(1 for text in masked if mark in text and _WE.search(text) and '"' not in text and "“" not in text)
        if ours:
            yield f"we+{side}={min(2, ours)}"
    for i in [i for i, unit in enumerate(units) if unit.block is BlockKind.HEADING][:2]:
        sides = re.findall(r"ACCUSE[SD]_", masked[i])
        if sides:
            yield f"headline-on={sides[0]}"


def _signed(units: Sequence[Unit], masked: Sequence[str]) -> Iterator[str]:
    """Which side the lines at either end name that say who issues the article or who wrote it."""
    edge = [*range(min(_EDGE, len(units))), *range(max(_EDGE, len(units) - _EDGE), len(units))]
    for i in edge:
        sides = [side for side, mark in _SIDES if mark in masked[i]]
        if _ISSUER.search(units[i].text) and len(units[i].text.split()) <= _LINE:
            yield from (f"issuer={side}" for side in sides)
        if _WRITER.search(units[i].text):
            yield "writer"
            yield from (f"writer={side}" for side in sides)


def _voice(units: Sequence[Unit], attributions: Sequence[Attribution], masked: Sequence[str]) -> Iterator[str]:
    """How the article speaks where it speaks itself."""
    own = [
        unit.text
        for unit, attribution in zip(units, attributions, strict=True)
        if attribution.kind is Speech.VOICE and not unit.furniture
    ]
    for name, pattern, steps in (
        ("replies", _REPLYING, 8),
        ("exposes", _EXPOSING, 8),
        ("scare-quotes", _SCARE_QUOTE, 8),
    ):
        yield f"{name}={_share(sum(1 for text in own if pattern.search(text)), len(own), steps)}"
    yield f"asks={_share(sum(1 for text in own if text.endswith('?')), len(own), 10)}"
    unquoted = [unit.text for unit, a in zip(units, attributions, strict=True) if a.kind is not Speech.QUOTE]
    yield f"we={_share(sum(1 for text in unquoted if _WE.search(text)), len(units), 8)}"
    yield f"I={_share(sum(1 for text in unquoted if _I.search(text)), len(units), 8)}"
    accuser = sum(1 for text in masked if "ACCUSES_" in text)
    accused = sum(1 for text in masked if "ACCUSED_" in text)
    yield f"accuser-share={3 * (accuser + 1) // (accuser + accused + 2)}"
    yield f"parties={_share(accuser + accused, len(units), 5)}"


def _make_up(units: Sequence[Unit], attributions: Sequence[Attribution]) -> Iterator[str]:
    kinds = [attribution.kind for attribution in attributions]
    yield f"voice={_share(kinds.count(Speech.VOICE), len(units), 5, 5)}"
    yield f"quoted={_share(kinds.count(Speech.QUOTE), len(units), 5, 5)}"
    yield f"length={min(5, len(units) // 6)}"
    yield f"list={any(unit.block is BlockKind.ITEM for unit in units)}"


def _share(part: int, whole: int, steps: int, most: int = 4) -> int:
    """A share as a whole number of steps."""
    return min(most, (2 * steps * part + whole) // (2 * max(1, whole)))
