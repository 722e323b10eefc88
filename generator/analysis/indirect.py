"""Sieves for a speaker who is not the subject of a finite verb of saying, each (text, what is known) -> (speaker, verb, place of the verb).

"according to the officials"; "X backed the ban, saying that ..."; ", said X of the Guild.".
"""

from __future__ import annotations

import re

from generator.analysis import names, referents, somebody, subjects
from generator.analysis.known import Known

_NP = (
    r"(?P<who>(?:(?:the|an?|one|some|several|two|three|many|most|other|his|her|its|their)\s)?[^,.;:()“”\"\x00]{2,90}?)"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to {_NP}(?=[,.;:()]|$| (?:who|which|that|and|in|on)\b)")
_ACCOUNT = re.compile(
    rf"\b(?:[Bb]y the account of|[Ii]n the (?:view|words|opinion|eyes|telling) of|[Aa]s reported by) {_NP}(?=[,.;:]|$)"
)
_INVERTED = re.compile(
    rf",\s+(?P<verb>said|says|wrote|writes|explained|argued|added|warned|noted|claimed|recalled|insisted)\s+{_NP}(?=[,.;]|$| (?:who|in|on|at|during|last)\b)"
)
_SAYING = re.compile(
    r"(?:,|\x00|\band|\bby)\s(?:\w+ly\s)?(?P<verb>saying|stating|arguing|accusing|alleging|claiming|warning|insisting|denying|noting|adding|telling|asserting|complaining|suggesting|explaining|declaring|"
    r"describing|blaming|criticizing|criticising|demanding|urging|contending|maintaining|predicting|vowing|promising|acknowledging|conceding|admitting|asking|dismissing|rejecting)\s(?!of\b)"
)


def according_to(text: str, known: Known) -> tuple[str, str, int]:
    """Those who have no name of their own: "according to officials", "by the account of the crew"."""
    match = _ACCORDING.search(text) or _ACCOUNT.search(text)
    return (_somebody(match["who"], known), "", -1) if match else ("", "", -1)


def inverted(text: str, known: Known) -> tuple[str, str, int]:
    """A verb of saying before its subject, without quotation marks: "The claim is false, said Ada Brown, a chemist."."""
    match = _INVERTED.search(text)
    return (_somebody(match["who"], known), match["verb"], -1) if match else ("", "", -1)


def saying(text: str, known: Known) -> tuple[str, str, int]:
    """What the subject of the sentence does while it says: "The Guild left the talks, accusing the stores of fraud"."""
    match = _SAYING.search(text)
    subject = subjects.leading(text) if match else ""
    return (referents.name(subject, known), match["verb"], -1) if match and subject else ("", "", -1)


def _somebody(phrase: str, known: Known) -> str:
    """The name that the phrase stands for, where it can speak at all."""
    if subjects.NO_SPEAKER.search(phrase) or not (names.plausible(phrase) or somebody.is_kind_of_people(phrase)):
        return ""
    return referents.name(phrase, known)
