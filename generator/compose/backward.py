"""Words inside a sentence that point to another one: "that machine", "three of the four", "the third", "who talks so", "the Act".

A definite noun in small letters is judged in `pointing`, a pronoun of the third person in `pronouns`.
"""

from __future__ import annotations

import re
from collections.abc import Container

from generator.compose.nouns import FAMILY, named_in

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|\d[\d,.]*(?<!\d{4}))"
_PEOPLE = r"(?:people|men|women|children)"
_ENDS = (
    r"(?= (?:is|was|are|were|has|had|have|will|would|can|could|did|does|in|on|and|or|but|by|to|from|at|for|with|as)\b"
    r"|['’]s\b|[,.;:?!)]|$)"
)
"""What follows a word that stands for a noun by itself."""
_BACK = re.compile(
    r"\b(?:(?:years|months|weeks|days|decades) (?:that|which) followed"
    r"|(?:of|on|in|at|for|by|with|from|to|over|under|what|why|how|before|after|since|until|about|against) (?:that|those|these) "
    r"(?!(?:who|which|that|of|in|is|was|are|were|affair|case|controversy|country|dispute|matter|year|time|way|kind|sort|reason|effect)\b)[a-z]+"
    r"|(?:one )?such (?!as\b|that\b|things?\b)(?:an? )?[a-z]+|do(?:ne|ing|es)? so\b|both(?=[,.;])"
    r"|the [€$£]?\d[\d,.]*(?<!\d{4}) (?!of\b|percent\b)[a-z]+(?! (?:of|that|who|which|in)\b)"
    rf"|of the {_NUMBER} [a-z]+s\b(?! (?:of|that|who|which|in))|of the {_NUMBER}\b(?! (?:[a-z-]+ )?(?:[a-z-]+s|{_PEOPLE})\b)(?! [A-Z%]| of [A-Z]| per ?cent| million| billion)"
    r"|(?:a|an|to|in) similar [a-z]+(?! to\b)|in question(?=[ ,.;]|$)|of the kind(?! (?:of|that)\b)|\bone of them\b|\A(?:[A-Za-z]+ ){1,5}each of them\b|[a-z]+ one$"
    r"|\bcall(?:s|ed|ing)? (?:this|that) (?:an? )?[a-z]+(?=[.,;]|$)"
    r"|that (?:summer|winter|spring|autumn|year|week|month|night|evening|morning|afternoon|season)\b"
    r"|(?<![,;:] )(?<!and )(?<!\A)this(?= (?:is|was|has|would|will|means|shows)\b|[.;,?]|$)"
    r"|(?<!over )(?<!out )there(?= (?:in|for|by|on|at|with|since|after|before|and|too)\b|[,.;]|$)|(?<!of )(?<!is )here(?=[ ,.;]|$))"
)
"""Words whose meaning stands in another sentence whatever stands before them in theirs: "on the far side of that bridge", "held here", "all nine
engaged one"."""
_BOTH = re.compile(
    r"\b(?:[Bb]oth\s+[a-z]{3,}s|(?:[Nn]either|[Ee]ither)\s+(?!(?:way|side|of|in|by|to|on|from|the|an?)\b)[a-z]{4,})\b(?!\s+(?:and|or|nor)\b)|\bthe (?:two|three|four|pair)\b(?=\s+(?:are|were|have|had|will|would)\b)"
)
_PLACE = re.compile(r"\b(?:in|at|to|for|from|near) (?:the )?[A-Z]")
_SAYS = (
    r"(?:say|know|think|believe|claim|argue|show|prove|find|suggest|see|hope|fear|admit|deny|accept|mean|agree|insist|note|report|warn|ensure|assume|feel|concede"
    r"|conclude|confirm|establish|hear|learn|understand|tell|imply|indicate|expect|swear|add|decide|demand|ask|propose|recommend|require|be|have|guarantee|dispute|doubt)"
)
_THAT = re.compile(
    rf"\b(?P<lead>(?:(?:not|never|will|would|can|could|may|might|must|should|did|does|do) (?!{_SAYS}\b)[a-z]+|whether|if|when|because|while|where) )that "
    r"(?P<noun>(?!the\b|its?\b|they\b|he\b|she\b|no\b|any\b|an?\b|is\b|was\b|has\b|would\b|will\b|might\b|could\b|can\b)[a-z]+[^\Ws])\b"
)
"""A demonstrative before a noun where no clause can begin: "did not design that machine", "whether that machine"."""
_SAME = re.compile(
    r"(?P<lead>)\bthe (?:very )?same (?!(?:time|day|week|month|year|hour|moment|way|manner|kind|sort|thing|extent|rate|pace|breath|name|size|age|sex|token|is|was)\b)(?P<noun>[a-z]+)\b"
    r"(?! (?:as|that|who|which|[a-z]+ as|in (?:a dozen|several|two|many|different|other))\b)"
)
_SHARED = re.compile(r"\b(?:each|both|all|every)\b")
"""What says who has the same: "each received the same card"."""
_ORDINAL = re.compile(rf"\b[Tt]he (?:first|second|third|fourth|fifth|sixth|latter|former|remainder|rest){_ENDS}")
_SET = re.compile(rf"\b(?:{_NUMBER}|one|both|half|part|some|first|either|several)\b", re.IGNORECASE)
"""What lets an ordinal, or what remains, count inside its own sentence."""
_REMAINING = re.compile(
    r"\b[Tt]he (?:remaining|other) (?!(?:hand|side|way|day|end|half of|person|thing|kind|week|night|world)\b)(?:[a-z]+|\d[\d,]*)\b"
)
_SO = re.compile(
    r"\b(?:talk|speak|act|behav|argu|think|hop|believ|spoke|voted?|acted|thought|wrote|write|said|say)(?:s|es|ed|ing)? so(?! (?:much|many|far|long|well|that|often|little|loud|as|[a-z]+ly)\b)\b"
)
_WITHOUT_OBJECT = re.compile(
    r"^(?:we|i|they|nobody|no one|nobody else) (?:(?:do|does|did|could|can|will|would) not |cannot |can['’]t |don['’]t |didn['’]t |does|still )*(?:know|knows|knew|say|says|tell|tells|explain|agree|answer)(?: yet| still| now| today| either)?[.,;]?$"
    r"|(?<!was )(?<!were )(?<!be )\bfollowed(?= in \d{4}\b| (?:a|two|three|four) (?:day|week|month|year)s? later\b|[.,;]|$)",
    re.IGNORECASE,
)
"""A verb whose object is what a sentence before it speaks of: "We do not know yet", "A urine test followed in 2000"."""
_OFFICE = (
    r"Act|Bill|Tribunal|Court|Institution|Claimants?|Respondents?|Applicants?|Appellants?|Plaintiffs?|Defendants?|Petitioners?|Solicitor|Commission|Committee|Subcommittee"
    r"|Board|Council|Company|Agency|Authority|Ministry|(?<!Will the )(?<!Does the )(?<!Is the )(?<!Has the )(?<!Can the )Minister|Secretary|Director|Chairman|Chairwoman|Chair|Mayor|Governor|Judge|Justice|Trust|Trustees|Hospital|School|University"
    r"|Bank|Fund|Foundation|Union|Association|Society|Institute|Inspectorate|Ombudsman|Regulator|Registrar|Convention|Agreement|Contract|Order|Report|Inquiry|Panel|Chamber"
    r"|Department|Office|Service|Bureau|Centre|Center|Federation|Assembly|Club|College|Directive|Regulation|Charter|Code|Statute|Decree|Schedule|Annex|Buyer|Seller|Supplier"
    r"|Contractor|Employer|Owner|Operator|Member|Respondent|Executive"
)
_BY_OFFICE = re.compile(
    rf"(?P<lead>)\b[Tt]he (?P<noun>{_OFFICE})\b(?!['’]?s? ?[A-Z(])(?! (?:of|for|on|in|at) (?:[a-z]+ )?[A-Z])(?!-)"
)
"""An office or a thing of law that its article writes with a capital and without its name: "the Tribunal"."""


def points_back(words: str, known: Container[str], above: str = "") -> str:
    """The first words that point back to another sentence; "" where there are none.

    Args:
        words: a quotation.
        known: stems that a reader of the page knows.
        above: words that stand right above them on the page.

    """
    back = _BACK.search(words)
    in_place = back and back[0] in ("here", "there") and _PLACE.search(words[: back.start()])
    if back and not in_place and not _told(back[0], above):
        return back[0]
    both = _BOTH.search(words)
    if both and not re.search(r"\b(?:and|or|nor)\b", words[: both.start()]):
        return both[0]
    return _unnamed(words, known, above) or _counted(words, above) or _left_open(words)


def _told(phrase: str, above: str) -> bool:
    """Whether the words right above on the page name what a phrase of several words points back to: "of the three bouts"."""
    return bool(above) and " " in phrase and len(head := phrase.split()[-1]) >= FAMILY and named_in(above, head)


def _unnamed(words: str, known: Container[str], above: str) -> str:
    """A demonstrative, "the same ..." or an office whose noun nothing before it names."""
    for match in (*_THAT.finditer(words), *_SAME.finditer(words), *_BY_OFFICE.finditer(words)):
        noun = match["noun"]
        if match.re is _SAME and _SHARED.search(words):
            continue
        is_known = noun.casefold() in known and match.re is not _SAME
        if not (is_known or named_in(f"{above} {words[: match.start()]}", noun)):
            return match[0].removeprefix(match["lead"])
    return ""


def _counted(words: str, above: str) -> str:
    """What counts on from, or counts off, a set that the sentence does not name: "the third", "the remaining 118"."""
    for match in (_ORDINAL.search(words), _REMAINING.search(words)):
        if match and not _SET.search(f"{above} {words[: match.start()]}"):
            return match[0]
    return ""


def _left_open(words: str) -> str:
    match = _SO.search(words) or _WITHOUT_OBJECT.search(words)
    return match[0] if match else ""
