"""What a page may say of the sources themselves: what each is, whether any is an original document, how much is tied to a charge.

Each function is a computation for `derived.py`, with the arguments of the note and what it looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import edtf, english
from generator.model import ORIGINALS, Analysis, Charge, Computed, Evidence, Stated

UNDATED = "undated"
"""Stands in a note for the date of a source that has none."""


def originals(arguments: Sequence[str], evidence: Evidence) -> Computed:
    """`originals NUMBER`: so many sources are original documents."""
    found = [source.name for source in evidence.sources.values() if source.original]
    if arguments[0] != str(len(found)):
        return Computed(False, f"{len(found)} of the sources are original documents now, not {arguments[0]}")
    those = f" ({english.listed(found)})" if found else ""
    kinds = ", ".join(ORIGINALS.values())
    return Computed(
        True,
        f"Looked up what kind of text each source is: {len(found)} of {english.counted(len(evidence.sources), 'source')}{those} "
        f"{'is an original document' if len(found) == 1 else 'are original documents'} ({kinds}).",
    )


def described(arguments: Sequence[str], evidence: Evidence, analysis: Analysis) -> Computed:
    """`described KEY "kind" DATE "NAMES"`: sources.yml describes a source so, and it names these as where it has claims from ("" for nobody)."""
    key, kind, date, named = arguments
    source = evidence.sources.get(key)
    if source is None:
        return Computed(False, f"there is no source “{key}”")
    if not source.speaks.value.startswith(kind):
        return Computed(False, f"seeds/sources.yml has “{key}” as “{source.speaks.value}” now, not “{kind}”")
    issued = source.metadata.get("issued", Stated(UNDATED))
    if issued.value != date:
        return Computed(False, f"the date of “{key}” is {issued.value} now, not {date}")
    known = {name for passage in analysis.passages if passage.source == key for name in passage.chain}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        named = named.replace(name, "")
    if gone := named.replace(" and ", "").strip(" ,"):
        return Computed(False, f"“{key}” does not name {gone} now as where it has a claim from")
    return Computed(
        True,
        f"What is known of this source: {source.speaks.value}{_ground(source.speaks)}; "
        f"{edtf.in_words(date)}{_ground(issued)}.",
    )


def _ground(stated: Stated) -> str:
    return f" (inferred: {stated.basis})" if stated.inferred else ""


def tied_ids(charges: Iterable[Charge]) -> frozenset[str]:
    """Ids of the passages that make charges or answer them."""
    claims = (claim for charge in charges for claim in (*charge.claims, *(answer.claim for answer in charge.answers)))
    return frozenset(passage.id for claim in claims for passage in claim.passages)


def tied(expected: str, told: Iterable[frozenset[str]], analysis: Analysis, evidence: Evidence) -> Computed:
    """`tied NUMBER KEY "words" ...`: so many passages make or answer the charges that the words name.

    `told` holds for each of them the ids of the passages in which its words stand.
    """
    charges: list[Charge] = []
    for ids in told:
        here = [charge for charge in analysis.charges if tied_ids([charge]) & ids]
        if not here:
            return Computed(False, "one of the sentences named makes no charge now, and answers none")
        charges += here
    found = len(tied_ids(charges))
    if expected != str(found):
        return Computed(False, f"{english.counted(found, 'sentence')} make or answer these charges now, not {expected}")
    return Computed(
        True,
        f"Counted: {english.counted(found, 'sentence')} of {english.counted(len(evidence.documents), 'source')} make these "
        "charges or answer them. Where a field is empty, all of them are by other speakers.",
    )
