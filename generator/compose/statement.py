"""A statement: who says it, through whom, when, and the source's own words, resting on one note.

The signal phrase that leads to the words is the templates' business; verbs that presuppose truth stand only inside the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import text
from generator.compose.clauses import shortened
from generator.compose.leaning import (
    Setting,
    lacks_its_lead_in,
    leans,
    leans_on_others,
    reach_back,
    spoken_words_lean,
    without_connective,
)
from generator.compose.marks import full_name, inner_marks, with_article, without_stop
from generator.compose.pointing import is_kind, means_the_charge
from generator.compose.wording import Form, form_and_words, named_in, only_announces, says_nothing_alone, when
from generator.model import Citation, Document, Evidence, Passage, Role

_MARK = re.compile(
    r"[\[(][^\])]*\b(?:unverified|unconfirmed|(?:not|to be|could)\b[^\])]*\b(?:verified|confirmed)|confirmation)\b",
    re.IGNORECASE,
)
_BRIEF = 14
"""Most words that a reader takes in before knowing whose they are."""
_LEANING = "it leans on a sentence before it and cannot stand alone"


@dataclass(frozen=True, slots=True)
class Statement:
    """The parts of one sentence for a page, in plain text."""

    passage: Passage
    form: Form
    speaker: str
    when: str
    """"on April 23", "" where the words themselves hold the date or there is none."""
    chain: tuple[str, ...]
    """Through whom the carrier has it, without the speaker and without those whom the words name themselves."""
    carrier: str
    words: str
    """As they stand in the source, white space folded."""
    excerpt: str
    """A few of the words in a row that stand nowhere else in the source: what a computation names the passage by."""

    @property
    def citation(self) -> Citation:
        return Citation(self.passage.source, self.words)

    @property
    def unverified(self) -> bool:
        """Whether the words, or the sentence they are taken from, are marked as unconfirmed by their own source."""
        return marked_unverified(self.passage) or bool(_MARK.search(self.words))

    @property
    def shown(self) -> str:
        """The words as they stand between the page's own double quotation marks: inner double marks become single."""
        return inner_marks(self.words)

    @property
    def brief(self) -> bool:
        """Whether the words are few and end without a mark of their own, so that who gives them can follow: "...", the union said."""
        return len(self.words.split()) <= _BRIEF and not re.search(r"[.,;:?!…][’”]?$", self.shown)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that stands on no page, or not on that of its role, with the reason."""

    passage: Passage
    reason: str


def state(
    passage: Passage,
    evidence: Evidence,
    setting: Setting,
    *,
    under: bool = False,
    whole: bool = False,
    needs: str = "",
) -> Statement | LeftOut:
    """The statement of a passage in the setting of its article.

    Args:
        passage: what is to be stated.
        evidence: what it stands in.
        setting: what stands before it in its article.
        under: it will stand under the very charge, or beside the very wording, that it points back to, and may lean on it.
        whole: the sentence is not cut.
        needs: a part of the sentence that has to stand in the words.

    """
    document = evidence.documents[passage.source]
    chosen = _choice(passage, setting, under, needs)
    if isinstance(chosen, LeftOut):
        return chosen
    form, words = chosen
    places = text.find(words, document.text)
    if len(places) != 1:
        several = "its words stand in several places of the source"
        return LeftOut(passage, several if places else "the layout cuts its words apart")
    own = max(0, len(words) - len(passage.text))
    if not whole:
        keep = (*filter(None, (*passage.caveats, needs)), *(mention.words for mention in passage.dates))
        words = shortened(words, document, keep, own)
    return Statement(
        passage=passage,
        form=form,
        speaker=_named(passage, evidence, document),
        when=when(passage) if form is Form.PREDICATE else "",
        chain=tuple(
            with_article(name, document)
            for name in passage.chain
            if name != passage.speaker and not named_in(name, words)
        ),
        carrier=evidence.sources[passage.source].name,
        words=words,
        excerpt=_excerpt(words, own, document),
    )


def marked_unverified(passage: Passage) -> bool:
    """Whether the source marks the claim as unconfirmed: in brackets of its own, or by calling it unverified."""
    return any(re.match(r"[\[(]|unverified\b|unconfirmed\b", caveat, re.IGNORECASE) for caveat in passage.caveats)


def _choice(passage: Passage, setting: Setting, under: bool, needs: str) -> tuple[Form, str] | LeftOut:
    """The form of the statement, and the words that can stand on the page."""
    form, words = form_and_words(passage, under=under)
    if needs not in words:
        form, words = Form.VOICE, passage.text
    if fault := _fault(passage, words, leans_on_page=under and not needs):
        return LeftOut(passage, fault)
    leaning = spoken_words_lean(words) if form is Form.SPEECH else form is not Form.PREDICATE and leans(words)
    if leaning and (bare := without_connective(words)):
        leaning, words = False, bare
    if leaning and under and (needs or not leans_on_others(words)):
        return Form.ON_THIS if form is Form.UNNAMED else form, without_stop(words)
    outside = _outside(passage, setting, form, words, under)
    if leaning or outside:
        words = reach_back(passage, setting.before, setting.points_outside)
        if not words:
            return LeftOut(passage, _LEANING if leaning else f"what “{outside}” means stands in a sentence before it")
        form = _form_of_several(passage, setting.before, words)
    return form, without_stop(words)


def _fault(passage: Passage, words: str, *, leans_on_page: bool) -> str:
    """Why a passage can be no statement, whatever stands before it; "" where it may be one."""
    if passage.text.endswith(":"):
        return "it only leads to the list that follows"
    if lacks_its_lead_in(passage):
        return "it is an item of a list, and whom it tells of stands in the words that lead to it"
    if says_nothing_alone(passage) and not leans_on_page:
        return _LEANING
    if only_announces(words):
        return "it only announces what follows"
    if is_kind(passage.speaker, passage.text):
        return f"its speaker is only called “{passage.speaker}”"
    return ""


def _outside(passage: Passage, setting: Setting, form: Form, words: str, under: bool) -> str:
    """The noun phrase that points to a sentence before the words; "" where there is none, or the charge right above tells what it means."""
    speaker = passage.speaker if form not in (Form.VOICE, Form.UNNAMED) else ""
    if who := speaker.partition(" ")[2] and setting.points_outside(passage, speaker):
        return who
    found = setting.points_outside(passage, words, speaker, own_words=form is Form.SPEECH)
    return "" if under and means_the_charge(found, words, setting.above) else found


def _form_of_several(passage: Passage, before: Sequence[Passage], words: str) -> Form:
    """The form for a passage with the sentences before it: the speaker's where all are, else the carrier's."""
    taken = [p for p in before if p.text in words]
    if not passage.speaker and passage.role in (Role.ALLEGATION, Role.REBUTTAL) and not any(p.speaker for p in taken):
        return Form.UNNAMED
    told = passage.speaker and all(p.speaker == passage.speaker for p in taken)
    return Form.REPORTED if told and not named_in(passage.speaker, words) else Form.VOICE


def _named(passage: Passage, evidence: Evidence, document: Document) -> str:
    """The speaker as the page names them: with the article that the source sets, else by the full name."""
    speaker = passage.speaker
    if speaker[:1].islower() and (
        first := re.search(rf"\b(?P<article>an?) {re.escape(speaker)}\b", passage.text, re.IGNORECASE)
    ):
        return f"{first['article'].lower()} {speaker}"
    led = with_article(speaker, document)
    return led if led != speaker else full_name(speaker, evidence.topic)


def _excerpt(words: str, own: int, document: Document) -> str:
    """The first run of at least five words without quotation marks that stands in one place of the document; else all the words.

    Before `own` stand the words of another passage that were taken in.
    """
    listed = words[own:].split()
    for size in range(5, len(listed)):
        for start in range(len(listed) - size + 1):
            run = " ".join(listed[start : start + size]).strip(" ,;:.—–-")
            if not re.search(r"[\"“”‘’'«»(\[]", run) and len(text.find(run, document.text)) == 1:
                return run
    return words
