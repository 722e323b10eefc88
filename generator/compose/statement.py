"""A statement: who says it, through whom, when, and the source's own words, resting on one note.

The signal phrase that leads to the words is the templates' business; verbs that presuppose truth stand only inside the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator import text
from generator.model import BlockKind, Citation, Document, Evidence, Passage, Role, Speech

_DANGLING = re.compile(
    r"^[\"“'‘]?(?:this|these|that|those|such|it|they|he|she|its|their|his|her|both|similar|here|there|the former|the latter|another|others|neither|either|"
    r"the (?:(?-i:[a-z][a-z-]*|[A-Z]\w+-based) ){0,2}(?:company|firm|startup|start-up|document|memo|memorandum|cable|report|bill|paper|accusation|practice|technique|move|launch|"
    r"decision|claim|announcement|ruling|statement|study|researchers|two|three|group|agency|officials|response|measures?|plan|proposal))\b"
    r"|^(?:in|against|by|for|with|through|under|despite|after|before|from|beyond|to) (?:this|that|these|those|contrast|addition|response|turn|short|particular|doing so|date)\b"
    r"|^(?:yet|but|however|instead|moreover|furthermore|also|therefore|thus|still|meanwhile|then|ironically|similarly|likewise|in contrast|on the same day|around the same time)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^\S+ (?:it|this|them)(?:[.]?$| as\b)|^\S+ (?:that|so)[.]?$", re.IGNORECASE)
"""A predicate that says nothing without the sentence before it: "denies it", "frames it as"."""
_OPENING = re.compile(r"^(?:In|On|At|By|Since|During|After|Before|For|According to)\b[^,]{1,60}, ")
_MARK = re.compile(
    r"[\[(][^\])]*\b(?:unverified|unconfirmed|(?:not|to be|could)\b[^\])]*\b(?:verified|confirmed)|confirmation)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]?")
_LEAD_IN = re.compile(r"^(?:According to|As)\b[^,]*,\s+")
_HAS_PREPOSITION = re.compile(r"(?:in|on|since|last|by|early|late|mid|until|during)\b", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?P<words>(?:(?:late|early) )?(?:in|on)|since|by|until|during|before|after|from|around|about|as of) $",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"^(?:Take|Consider)\b.{0,60}\b(?:as|for) (?:an |one )?(?:example|instance)[.:]?$")
_WHOLE_MAXIMUM = 75
"""Longest quotation in words that is made by taking in the sentence before."""


class Form(StrEnum):
    """How a statement leads to its words; the wording of each is in `templates/phrases.md.j2`."""

    PREDICATE = "predicate"
    """The speaker is the subject, the quotation begins with the verb: The union, according to X, "published a report ..."."""
    SPEECH = "speech"
    """The quotation is the speaker's own words as the carrier prints them."""
    REPORTED = "reported"
    """The carrier gives the content to a speaker."""
    VOICE = "voice"
    """The carrier says it in its own voice."""
    UNNAMED = "unnamed"
    """The carrier makes or passes on a charge or an answer without naming who says it."""
    ON_THIS = "on-this"
    """The same of an answer that points back to the charge it stands under: "This asymmetry ..."."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The parts of one sentence for a page, in plain text."""

    passage: Passage
    form: Form
    speaker: str
    when: str
    """"on April 23", "" where the words themselves hold the date or there is none."""
    chain: tuple[str, ...]
    """Through whom the carrier has it, without the speaker."""
    carrier: str
    words: str
    """As they stand in the source, white space folded."""

    @property
    def citation(self) -> Citation:
        return Citation(self.passage.source, self.words)

    excerpt: str
    """A few of the words in a row that stand nowhere else in the source: what a computation names the passage by."""

    @property
    def unverified(self) -> bool:
        """Whether the words, or the sentence they are taken from, are marked as unconfirmed by their own source."""
        return marked_unverified(self.passage) or bool(_MARK.search(self.words))

    @property
    def shown(self) -> str:
        """The words as they stand between the page's own double quotation marks: inner double marks become single."""
        return inner_marks(self.words)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that no statement can be made of, with the reason."""

    passage: Passage
    reason: str


def state(
    passage: Passage, evidence: Evidence, before: Sequence[Passage], *, under: bool = False
) -> Statement | LeftOut:
    """The statement of a passage. `before` are the passages of its article that stand before it, the nearest last.

    `under`: it will stand under the very charge that it points back to, and may lean on it.
    """
    if passage.text.endswith(":"):
        return LeftOut(passage, "it only leads to the list that follows")
    form, words = _words(passage)
    if form is Form.PREDICATE and _POINTS.search(words) and not under:
        return LeftOut(passage, "it leans on a sentence before it and cannot stand alone")
    if _ANNOUNCES.search(words):
        return LeftOut(passage, "it only announces what follows")
    if form not in (Form.PREDICATE, Form.SPEECH) and _leans(words):
        reached = words if under else _reach_back(passage, before)
        form = Form.ON_THIS if under and form is Form.UNNAMED else form
        if reached is None:
            return LeftOut(passage, "it leans on a sentence before it and cannot stand alone")
        words = reached
    found = _standing(_strip_stop(words), passage, evidence.documents[passage.source])
    if isinstance(found, LeftOut):
        return found
    document = evidence.documents[passage.source]
    return Statement(
        passage=passage,
        form=form,
        speaker=with_article(passage.speaker, document),
        when=_when(passage) if form is Form.PREDICATE else "",
        chain=tuple(with_article(name, document) for name in passage.chain if name != passage.speaker),
        carrier=evidence.sources[passage.source].name,
        words=found,
        excerpt=_excerpt(found, document),
    )


def marked_unverified(passage: Passage) -> bool:
    """Whether the source marks the claim as unconfirmed: in brackets of its own, or by calling it unverified."""
    return any(re.match(r"[\[(]|unverified\b|unconfirmed\b", caveat, re.IGNORECASE) for caveat in passage.caveats)


def with_article(name: str, document: Document) -> str:
    """The name with "the" where the source nearly always has it so: "the White House"."""
    bare = re.escape(name)
    every = len(re.findall(rf"(?<!\w){bare}(?!\w)", document.text))
    led = len(re.findall(rf"\b[Tt]he {bare}(?!\w)", document.text))
    return f"the {name}" if name and led * 2 >= max(every, 1) else name


def _excerpt(words: str, document: Document) -> str:
    """The first run of at least five words without quotation marks that stands in one place of the document; else all the words."""
    listed = words.split()
    for size in range(5, len(listed)):
        for start in range(len(listed) - size + 1):
            run = " ".join(listed[start : start + size]).strip(" ,;:.—–-")
            if not re.search(r"[\"“”‘’'«»(\[]", run) and len(text.find(run, document.text)) == 1:
                return run
    return words


def _standing(words: str, passage: Passage, document: Document) -> str | LeftOut:
    """The words, if they can be cited: they stand in one place of the document, in one run. A part of a sentence could change its sense."""
    places = text.find(words, document.text)
    if len(places) == 1:
        return words
    return LeftOut(
        passage, "its words stand in several places of the source" if places else "the layout cuts its words apart"
    )


def _words(passage: Passage) -> tuple[Form, str]:
    """How to lead to the words, and the words to quote."""
    inner = _speech(passage)
    if inner:
        return Form.SPEECH, inner
    if passage.predicate >= 0 and passage.speaker:
        return Form.PREDICATE, passage.text[passage.predicate :]
    if passage.speaker:
        return Form.REPORTED, _LEAD_IN.sub("", passage.text)
    contested = passage.role in (Role.ALLEGATION, Role.REBUTTAL)
    return Form.UNNAMED if contested else Form.VOICE, passage.text


def _speech(passage: Passage) -> str:
    """The words inside the quotation marks, where a passage is a quotation with at most "X said" beside it."""
    if passage.kind is not Speech.QUOTE or not passage.speaker or passage.predicate >= 0:
        return ""
    opens_with_mark = passage.text[:1] in '“"'
    if not opens_with_mark:
        inside = passage.text.rstrip()[-1:] in '”"' and not re.search(r"[“\"]", passage.text[:-1])
        plain = not re.search(r"[“”\"]", passage.text)
        return passage.text.rstrip('”" ') if inside or (plain and not _LEAD_IN.match(passage.text)) else ""
    match = _QUOTED.match(passage.text)
    return match["words"].rstrip(", ") if match else ""


def _when(passage: Passage) -> str:
    """The date that stands before the words quoted, with the preposition that the source gives it."""
    cut = passage.text[: passage.predicate]
    mention = next((date for date in passage.dates if date.words in cut), None)
    if mention is None:
        return ""
    before = cut[: cut.index(mention.words)]
    led = _LED_BY.search(before)
    rest = before[: led.start()] if led else before
    if rest.strip() and not rest.rstrip().endswith((",", passage.speaker)):
        return ""  # the date of something else: "in the report of 2030"
    if led:
        return f"{led['words'].lower()} {_lowered(mention.words)}"
    if _HAS_PREPOSITION.match(mention.words):
        return _lowered(mention.words)
    by_day = re.search(r"\d{1,2}\b", re.sub(r"\d{4}", "", mention.words))
    return ("on " if by_day else "in ") + mention.words


def _lowered(words: str) -> str:
    """The preposition that a date begins with, in lower case; a month keeps its capital."""
    return words[:1].lower() + words[1:] if _HAS_PREPOSITION.match(words) else words


def _reach_back(passage: Passage, before: Sequence[Passage]) -> str | None:
    """The passage together with the sentences before it that it leans on, within its paragraph."""
    words = passage.text
    for earlier in reversed(before):
        if (
            earlier.paragraph != passage.paragraph
            or earlier.article != passage.article
            or earlier.block is BlockKind.HEADING
        ):
            return None
        if {earlier.role, passage.role} >= {Role.ALLEGATION, Role.REBUTTAL} or earlier.speaker != passage.speaker:
            return None
        words = f"{earlier.text} {words}"
        if len(words.split()) > _WHOLE_MAXIMUM:
            return None
        if not _leans(earlier.text):
            return words
    return None


def _leans(words: str) -> bool:
    """Whether a sentence opens with a word whose meaning stands in a sentence before it, also after "In January 2025,"."""
    return bool(_DANGLING.search(words) or _DANGLING.search(_OPENING.sub("", words)))


def _strip_stop(words: str) -> str:
    words = words.strip()
    return (
        words[:-1].rstrip()
        if words.endswith(".") and not words.endswith("..") and not re.search(r"\b[A-Z]\.[A-Z]\.$", words)
        else words
    )


def inner_marks(words: str) -> str:
    """Words as they stand between double quotation marks: their own double marks become single."""
    return re.sub(r"[“”\"]", lambda mark: _inner(words, mark.start()), words)


def _inner(words: str, at: int) -> str:
    mark = words[at]
    if mark == "“":
        return "‘"
    if mark == "”":
        return "’"
    return "‘" if at == 0 or words[at - 1].isspace() or words[at - 1] in "([—–-" else "’"
