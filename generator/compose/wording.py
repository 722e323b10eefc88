"""How a passage can be quoted: the form that leads to its words, the words themselves, and the date that stands before them."""

from __future__ import annotations

import re
from enum import StrEnum

from generator.model import Passage, Role, Speech

_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]?")
_LEAD_IN = re.compile(r"^(?:According to|As(?! (?:regards|concerns|to|for|far|long|soon|of)\b))\b[^,]*,\s+")
_HAS_PREPOSITION = re.compile(r"(?:in|on|since|last|by|early|late|mid|until|during)\b", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?P<words>(?:(?:late|early) )?(?:in|on)|since|by|until|during|before|after|from|around|about|as of) $",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^\S+ (?:it|this|them)(?:[.]?$| as\b| better\b)|\b(?:would|will|did|does|do|has|have|could|should|is|are|was|were),? too[.]?$|^\S+ (?:that|so)[.]?$"
    r"|^(?:(?:has|have|had|also|later|since) )*(?:call|describ|den[iy]|dismiss|reject|fram|defend|disput|answer)\w* (?:it|this|these|those|them)\b|^(?:(?:has|have|had|also|later|since) )*(?:call|describ)\w* that\b",
    re.IGNORECASE,
)
"""A predicate that says nothing without the sentence before it: "denies it", "frames it as", "has called this a matter of taste"."""
_LEAST = 4
"""Words of a predicate that says something; of fewer the sentence is quoted whole."""
_OWNS = re.compile(r"(?:['’]s|s['’])$")
"""The speaker only owns the subject: "the Guild's report names ..."."""
_TURNS = re.compile(
    r"\b(?:no|none|nobody|neither|nor|never|not|hardly|scarcely|few|(?:in|at|on|for) (?:some|certain|several|many|most))\b"
    r"|^(?:[“\"‘']?(?:and|but|yet) )?(?:if|unless|whether|although|though|because|while|when|as|once|until|had|should|were|suppose)\b(?![^,]*,)"
    r"|^(?:(?:and|but|yet) )?(?:as (?:regards|concerns|to|for|far as)|regarding|concerning|with (?:regard|respect) to|in (?:respect|relation|regard) (?:of|to)|apart from|except|save for"
    r"|on the (?:matter|question|point|charge|issue|subject) of)\b",
    re.IGNORECASE,
)
"""What before a verb turns its sense: a negation ("Neither the Guild nor ..."), a condition ("If the Guild ..."), a limit ("In some cases", "As regards the fee, ...")."""
_NARROWS = re.compile(
    r"\b(?:some|several|many|most|both|certain|other|former|(?:one|two|three|four|five|six|half|part|parts|members?|some|none|\d+) of|critics|opponents|supporters|lawyers|allies|families)\b",
    re.IGNORECASE,
)
"""What just before a name makes the speaker another or fewer than the name says: "Some officials ...", "Critics of the Guild ..."."""
_OPENS = re.compile(
    r"(?:(?:according|about|after|against|amid|as|at|before|by|despite|during|earlier|following|for|from|in|last|late|later|on|over|since|through|to|under|until|upon"
    r"|with|within|without|yesterday|meanwhile|however|ironically|still|then|today|again|also|moreover)\b|\d|[A-Z]\w+(?:ed|en|ing|ly|day)\b|[A-Z]\w+ \d)",
    re.IGNORECASE,
)
"""An opening before the name of the speaker; what opens otherwise is what the speaker says: "Prices fell, the Guild told reporters"."""
_FURTHER = re.compile(r"\s(?:and|or|but|who|which)(?: \w+ly| also| then| later)?$")
"""The verb is a further one of its sentence, and its pronouns stand for what the first one spoke of; or one of a relative clause."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they)$", re.IGNORECASE)
_SAYS_IT = re.compile(r"(?:said|says|told|tells|added|adds|wrote|writes|stated|explained|argued)\b(?! that\b)")
_INSIDE = re.compile(
    r"\b(?:because|that|if|whether|when|while|although|though|unless|which|who|whom|where|why|how|as)(?: the)?$",
    re.IGNORECASE,
)
"""The speaker is the subject of a clause inside another: "Holt said that the Guild ..."."""
_LABEL = re.compile(r"(?P<name>[^:“”\"]{2,70}):\s+(?P<words>\S.*)", re.DOTALL)
_ANNOUNCES = re.compile(r"^(?:Take|Consider)\b.{0,60}\b(?:as|for) (?:an |one )?(?:example|instance)[.:]?$")


class Form(StrEnum):
    """How a statement leads to its words; the wording of each is in `templates/phrases.md.j2`."""

    PREDICATE = "predicate"
    """The speaker is the subject, the quotation begins with the verb: The union, according to X, "published a report ..."."""
    SPEECH = "speech"
    """The quotation is the speaker's own words as the carrier prints them."""
    REPORTED = "reported"
    """The carrier gives the content to a speaker."""
    VOICE = "voice"
    """The carrier says it in its own voice, or its words name the speaker themselves."""
    UNNAMED = "unnamed"
    """The carrier makes or passes on a charge or an answer without naming who says it."""
    ON_THIS = "on-this"
    """The same of an answer that points back to the charge it stands under: "This asymmetry ..."."""


def form_and_words(passage: Passage, *, under: bool) -> tuple[Form, str]:
    """How to lead to the words, and the words to quote. `under` the charge that it answers, a predicate may be short: "denies it"."""
    inner = _after_label(passage) or _speech(passage)
    if inner:
        return Form.SPEECH, inner
    if _has_predicate(passage, 2 if under else _LEAST):
        return Form.PREDICATE, passage.text[passage.predicate :]
    if passage.speaker:
        words = _without_lead_in(passage.text)
        return Form.VOICE if named_in(passage.speaker, words) else Form.REPORTED, words
    contested = passage.role in (Role.ALLEGATION, Role.REBUTTAL)
    return Form.UNNAMED if contested else Form.VOICE, passage.text


def _without_lead_in(words: str) -> str:
    """The words without "According to X, ..." at the front; a relative clause after the name belongs to it."""
    rest = _LEAD_IN.sub("", words)
    return words if re.match(r"(?:who|whose|whom|which|where)\b", rest) else rest


def _has_predicate(passage: Passage, least: int) -> bool:
    """Whether the sentence can be told as "X, according to Y, ...": what stands before the verb is left out, and may not turn the sense."""
    if passage.predicate < 0 or not passage.speaker or passage.text.endswith("?"):
        return False
    head, words = passage.text[: passage.predicate].rstrip(), passage.text[passage.predicate :].split()
    if _FURTHER.search(head):
        return False
    return (
        len(words) >= least
        and not words[0].endswith(",")
        and not _OWNS.search(head)
        and not _turned(head, passage.speaker, " ".join(words))
    )


def _turned(head: str, speaker: str, predicate: str) -> bool:
    """Whether what stands before the verb changes who says it, or whether it is said."""
    before = _PRONOUN.sub("", head.partition(speaker)[0].rstrip()).rstrip()
    title = before.rpartition(",")[2]
    told_first = before.removesuffix(" the").endswith(",") and not _OPENS.match(before) and _SAYS_IT.match(predicate)
    inside = bool(_INSIDE.search(before) or re.search('[“”"]', head))
    return bool(_TURNS.search(head) or _NARROWS.search(title) or told_first or inside)


def named_in(speaker: str, words: str) -> bool:
    """Whether the words name the speaker, or each of several, themselves."""
    return all(name in words for name in re.split(r",? and |, ", speaker) if name)


def says_nothing_alone(passage: Passage) -> bool:
    """Whether the predicate only points to a sentence before it: "denies it"."""
    return passage.predicate >= 0 and bool(_POINTS.search(passage.text[passage.predicate :]))


def only_announces(words: str) -> bool:
    """Whether the words only announce what follows: "Take the harbour as an example"."""
    return bool(_ANNOUNCES.search(words))


def when(passage: Passage) -> str:
    """The date that stands before the predicate, with the preposition that the source gives it; "" where there is none."""
    cut = passage.text[: passage.predicate]
    mention = next((date for date in passage.dates if date.words in cut and not date.relative), None)
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
    goes_on = match is None or re.search(r"[“\"]", passage.text[match.end() :])
    return match["words"].rstrip(", ") if match and not goes_on else ""


def _after_label(passage: Passage) -> str:
    """The words after a name at the beginning, as a transcript sets them: "Ms Holt (Tarn): The fruit is old."."""
    match = _LABEL.match(passage.text)
    if match is None or not passage.speaker or passage.speaker.split()[-1] not in match["name"]:
        return ""
    name = re.sub(r"\([^)]*\)", "", match["name"])
    return match["words"] if all(word[:1].isupper() or word[:1].isdigit() for word in name.split()) else ""


def _lowered(words: str) -> str:
    """The preposition that a date begins with, in lower case; a month keeps its capital."""
    return words[:1].lower() + words[1:] if _HAS_PREPOSITION.match(words) else words
