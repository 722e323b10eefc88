"""Who is meant by a noun phrase: names of parties and people, and what "the company" or "he" refers back to."""

from __future__ import annotations

import re
from functools import cache

from generator.analysis import verbs
from generator.model import Party, Topic

_CAPITALISED = r"\d?[A-Z][\w.'’&-]*"
_LINK = r"(?:of|for|and|the|de|van|von|al|bin|da|di|du|la|le|in|on|&)"
NAME = re.compile(rf"{_CAPITALISED}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITALISED})*")
PERSON = re.compile(r"^(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|al|bin|da)){1,3}$")
_DETERMINER = re.compile(
    r"^(?:(?:one|some|several|many|most|all|both|two|three|each) of (?:(?:the|its|his|her|their|our|these|those)\s)?|the|a(?!\.)|an|this|that|these|those|its|his|her|their|our|some|several|many|most|other|both)\s*\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:Inc|Ltd|Corp|Co|LLC|University|Institute|Ministry|Department|Agency|Committee|Commission|Council|Union|Association|Embassy|Bank|Court|House|Office|Center|Centre|Times|Post|News|Journal|Act|"
    r"Party|Group|Foundation|Federation|Authority|Board|Congress|Parliament|Senate|States|Kingdom|Affairs|Lab|Labs|Company|Service|Press|Magazine|Today|Daily|Force|Bureau|Alliance|Network|Herald|Tribune|Gazette|Courier|Chronicle|Wire|Observer|Trust|Fund|Society|School|Hospital|Museum|Church|Club|League|Commissioners)\b"
)
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Last|Next|Every|Now|But|And|In|On|At|If|When|As|While|For|After|Before|Since)\b"
)
"""What a person's name does not hold; a given name like April or May is lost with it."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's."""
    name = strip_title(name)
    if _TIME.search(name) or _DETERMINER.match(name) or _INSTITUTION.search(name) or re.search(r"\b(?:of|for)\b", name):
        return False
    return bool(PERSON.match(name))


_TITLE = re.compile(
    r"^(?:The\s+)?(?:(?:Mr|Mrs|Ms|Miss|Madam|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Viscount|Sen|Senator|Rep|Representative|Gov|Governor|Mayor|Judge|Justice|Chief|Captain|Capt|Major|General|Gen|Colonel|Col|"
    r"Commander|Admiral|Lieutenant|Sergeant|Inspector|Superintendent|Sheriff|Brother|Sister|Father|Monsignor|Bishop|Archbishop|Cardinal|Prime|Foreign|Interior|Finance|Health|Defen[cs]e|Minister|Premier|Chancellor|President|Vice|"
    r"Deputy|Councillor|Congressman|Congresswoman|Ambassador|Commissioner|Secretary|Attorney|Executive|Managing|Director|Chairman|Chairwoman|Chair|Speaker|Coach|Rev|Reverend)\.?\s+)+(?=[A-Z])"
)
_SURNAMED = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Judge|Justice|Sen|Senator|Rep|Minister|Councillor|Sister|Father|Bishop|Colonel|Captain)\.?\s)+[A-Z][\w'’-]+$"
)
_SUFFIX = re.compile(r",?\s+(?:SC|KC|QC|MP|MEP|MD|PhD|Jr\.?|Sr\.?)$")
NOT_A_NAME = re.compile(
    r"(?:Note|Source|Sources|Photo|Update|Correction|Question|Answer|Q|A|Background|Summary|Context|Threat|Key|Figure|Table|Step|Part|Chapter|Section|Date|From|To|Subject|Re|Today|Model|Opinion|Analysis|Editorial|Byline|Clarification|Breaking|Exclusive|Watch|Look|Video|(?:The )?Latest)\b",
    re.IGNORECASE,
)
"""What stands before a colon and is no speaker's name."""


def is_individual(name: str) -> bool:
    """Whether a name is one person's: it has the shape of a person's, or a title stands before a surname."""
    return is_person(name) or bool(_SURNAMED.match(name))


def strip_title(name: str) -> str:
    """The name without its title, "Oosterhuis" for "Ms. Oosterhuis", so that the full name is found; the name as it is where no title stands before it."""
    return _SUFFIX.sub("", _TITLE.sub("", name)) or name


def strip_determiner(phrase: str) -> str:
    return _DETERMINER.sub("", phrase.strip()).strip()


def head(phrase: str) -> str:
    """The name in a noun phrase: "Danish pump maker Grundvand" -> "Grundvand"; the phrase without its article where it has none.

    A person in apposition wins over the office: "the director of the X, Ada Brown" -> "Ada Brown".
    """
    parts = [_without_house(part.strip()) for part in re.split(r",\s+", phrase.strip(" ,")) if part.strip()]
    for part in parts:
        if is_individual(part):
            return part
    for part in (parts[0], *parts[-1:]) if parts else ():
        person = _person_at_end(part)
        if person:
            return person
    first = strip_determiner(parts[0]) if parts else ""
    return _trailing_name(first) or first


def _without_house(part: str) -> str:
    """The person without what they speak for: "Ada Brown of the Tidal Trust" -> "Ada Brown"; anything else as it is."""
    match = re.match(r"(?P<who>[^,]+?)\s+(?:of|from|at|for|with)\s", part)
    return match["who"] if match and is_person(match["who"]) else part


def _person_at_end(part: str) -> str:
    """The person after a job: "the engineer Ann Lee" -> "Ann Lee"; nothing where the name is an institution's."""
    match = re.search(
        r"\b[a-z][\w-]*\s+(?P<name>(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})$", part
    )
    if match is None or not is_person(match["name"]):
        return ""
    if re.search(r"\b(?:of|for|in|at|from|the|to|and)$", part[: match.start("name")].strip()):
        return ""
    return match["name"]


def _trailing_name(phrase: str) -> str:
    match = re.search(
        r"\b(?:firm|company|startup|start-up|maker|giant|newspaper|agency|magazine|outlet|lab|developer|group|bank|think tank|website|professor|engineer|researcher|economist|chief|boss|operator|minister|lawyer|campaigner|scientist|leader|director|spokes\w+|chairman|chairwoman|chemist|geologist|hydrologist|cardiologist|doctor|judge|senator|mayor)\s+(?P<name>[A-Z].*)$",
        phrase,
    )
    return match["name"] if match else ""


def party_in(topic: Topic, phrase: str) -> Party | None:
    """The party whose longest name stands in `phrase` as whole words, else None."""
    best: tuple[int, Party] | None = None
    for party in topic.parties:
        for name in party.names:
            if _name_pattern(name, re.IGNORECASE).search(phrase) and (best is None or len(name) > best[0]):
                best = (len(name), party)
    return best[1] if best else None


def plausible(phrase: str) -> bool:
    """Whether a noun phrase can be a speaker: a name, a kind of people, or a document."""
    bare = strip_determiner(phrase)
    if not bare or len(bare.split()) > 14:
        return False
    if PRONOUN.match(bare):
        return True
    return bool(
        re.search(r"[A-Z]", bare[:1]) or NAME.search(bare) or verbs.PEOPLE.search(bare) or verbs.RESEARCH.search(bare)
    )


def mentions(party: Party, text: str) -> bool:
    """Whether any name of the party stands in `text` as whole words; case counts, so that "us" is not the US."""
    # The letters alone are found ten times as fast; only an apostrophe may stand there in another form.
    likely = (name for name in party.names if _without_article(name)[1:] in text or "'" in name or "’" in name)
    return any(_name_pattern(name).search(text) for name in likely)


def expression(name: str) -> str:
    """An expression, without a capturing group, for a name as whole words, whatever the form of its apostrophes.

    A name that the topic gives with an article is found behind any article and where the text begins with it: "the growers" in "The growers' lawyer"
    and in "Growers said", not in "rival growers". A name in small letters may begin the text with a capital.
    """
    bare = _without_article(name)
    folded = re.sub("['’]", "['’]", re.escape(bare))
    if bare[:1].islower():
        folded = f"(?:{bare[0]}|^{bare[0].upper()}){folded[1:]}"
    before = r"(?<!\w)" if bare == name else r"(?:(?<!\w)(?i:the|an?)\s+|^)"
    return rf"{before}{folded}(?!\w)"


@cache
def _without_article(name: str) -> str:
    return _ARTICLE.sub("", name)


@cache
def _name_pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(expression(name), flags)
