"""Speakers that a unit takes over from its neighbours: in a quotation of several sentences, after a transcript's label, in a list under a lead-in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import interviews, quotations
from generator.analysis.attribution import Attribution
from generator.analysis.quotations import SPOKEN, Run
from generator.analysis.units import Unit
from generator.model import BlockKind, Speech

_ATTRIBUTED = re.compile(
    r"[”\"],?\s+(?:according to|(?:[\w'’.-]+\s+){0,5}?(?:said|says|wrote|told|added|argued|asked|replied))\b"
)
"""A quotation that says whose it is, whether or not the speaker is understood: it goes on from no other."""

_TURNS = 4
"""Labels that an article has at the least where what stands between two of them goes on from the first."""
_STAGE = re.compile(r"^[(\[]|:$|\b(?:rose|laughter|applause|interruption|adjourned|withdrew)\b", re.IGNORECASE)
"""What a record says of those who speak: "Several members rose."."""


def share(article: Sequence[Unit], runs: Sequence[Run], own: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of an article's units, those without one of their own taken over from their neighbours. `own` runs parallel to the units."""
    result = list(own)
    _share_quotations(article, runs, result)
    _share_labels(article, result)
    _share_lead_ins(article, result)
    interviews.share_answers(article, result)
    return tuple(result)


def _share_quotations(article: Sequence[Unit], runs: Sequence[Run], result: list[Attribution]) -> None:
    for run in runs:
        whose = _whose(run, article, result)
        for index in run.units:
            if result[index].speaker:
                whose = result[index]
            elif whose is not None:
                result[index] = Attribution(whose.speaker, whose.chain, Speech.QUOTE)


def _whose(run: Run, article: Sequence[Unit], result: Sequence[Attribution]) -> Attribution | None:
    """Who speaks as a run begins: whom the first sentence with a name in it names, else whom the sentence before it announces or leaves speaking."""
    named = [result[index] for index in run.units if result[index].speaker]
    if named:
        return named[0]
    before = run.units[0] - 1
    if not run.opens or before < 0 or not result[before].speaker:
        return None
    if any(_ATTRIBUTED.search(article[index].text) for index in run.units):
        return None
    announced = run.continues or quotations.leads_in(article[before].text)
    left_speaking = not article[run.units[0]].first or (
        result[before].kind is Speech.QUOTE and all(_is_speech(article[i].text, i in run.inside) for i in run.units)
    )
    return result[before] if announced or left_speaking else None


def _is_speech(text: str, inside: bool) -> bool:
    """Whether nothing of a sentence stands outside quotation marks."""
    return not quotations.outside(text, inside).strip(SPOKEN + " ")


def _share_labels(article: Sequence[Unit], result: list[Attribution]) -> None:
    """Gives the speaker whom a transcript's label names to the rest of the paragraph, and to the paragraphs before the next label."""
    labelled = [index for index, said in enumerate(result) if said.labelled]
    last = labelled[-1] if len(labelled) >= _TURNS else -1
    speaking: Attribution | None = None
    for index, unit in enumerate(article):
        if result[index].labelled:
            speaking = result[index]
        elif (
            unit.furniture
            or unit.block is BlockKind.HEADING
            or (unit.first and (index > last or _STAGE.search(unit.text)))
        ):
            speaking = None
        elif speaking is not None and not result[index].speaker:
            result[index] = Attribution(speaking.speaker, speaking.chain, speaking.kind)


def _share_lead_ins(article: Sequence[Unit], result: list[Attribution]) -> None:
    """Gives the speaker of the line that leads to a list to its items."""
    lead = Attribution()
    for index, unit in enumerate(article):
        if unit.block is not BlockKind.ITEM:
            lead = result[index] if unit.text.rstrip().endswith(":") else Attribution()
        elif lead.speaker and not result[index].speaker:
            result[index] = Attribution(lead.speaker, lead.chain, Speech.REPORTED)
