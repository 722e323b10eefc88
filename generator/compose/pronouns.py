"""Pronouns of the third person before which the words name nothing that they could stand for."""

from __future__ import annotations

import re

_PRONOUN = re.compile(
    r"\b(?:(?P<many>they|them|their|theirs)|(?P<thing>its?)|(?P<person>he|she|him|his|her|himself|herself))\b",
    re.IGNORECASE,
)
_EMPTY_IT = re.compile(
    r"it(?:['’]s)? (?:\w+ ){1,5}(?:that|to|whether|how|when|who|why|if)\b|it (?:takes|took|rain|seems|appears|all\b)",
    re.IGNORECASE,
)
"""An "it" that stands for nothing in particular: "it is clear that ...", "called it all untrue"."""
_LATER = re.compile(
    r"(?:while|although|though|when|if|as|because|since|before|after|despite|like|unlike|for|with|in|on|at|by|from|under|to|over|through|of)\b",
    re.IGNORECASE,
)
"""An opening whose pronoun is named after it: "In its report the Guild ..."."""
_NAMED_AFTER = re.compile(r"(?<=\w )[A-Z]|(?:, |\breport )(?:the|an?) [a-z]")
"""A name, or a noun after the opening: whom its pronoun stands for."""
_OBJECT = re.compile(r"\bthem$|\b(?:on|of|in|with|for|by|to|from|at|about|into) (?:it|them)$")
_AT_THE_END = re.compile(r"\b(?:over|about|against|behind) it$")
"""An object that no noun of a sentence of one clause is: "Nobody has lost an hour's sleep over it"."""
_SEVERAL_NOUNS = re.compile(
    r"[,;:—]|\b(?:that|which|who|when|if|because|while|but|after|before|to|as|than|where|whose|so|an?|any|every|each)\b"
)
"""Without any of these the words before an object are its subject and its verb, for which it cannot stand."""
_MANY = re.compile(
    r"\b(?:[a-z-]{2,}[^s\W]s|people|children|men|women|staff|who|anyone|everyone|nobody|everybody|team|public|police)\b|\b[\w.]+,? and \w+|[A-Z]\w+s\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[^s\W]s$| and |\b(?:people|police|media|women|men)$")
_NO_NOUN = (
    "Did|Does|Do|Is|Are|Was|Were|Will|Would|Has|Have|Had|Can|Could|Should|May|Might|And|But|So|Yet|Not|Then|Perhaps|Plus|What|Why|How|Where|Who|Whether|Here"
    "|There|We|You|They|I|He|She|It|Now|Once|Only|Even|Never|Some|Most|Many"
)
_ONE = re.compile(
    r"\b(?:an?|the|this|each|every|no|one|any|his|her|their|our|my|your|whose)\s+\w+|(?<=\w )[A-Z]\w+|['’]s \w+"
    rf"|^(?!(?:{_NO_NOUN})\b)[A-Z][\w-]*[^s\W],?\s+[a-z]+(?:s|ed)?\b|^(?!(?:{_NO_NOUN})\b)[A-Z]\w+ [a-z]+ [a-z]+"
)
_KIN_AND_OFFICES = (
    "man|woman|person|child|boy|girl|son|daughter|mother|father|brother|sister|wife|husband|widow|uncle|aunt|friend|colleague|couple|parent|relative"
    "|king|queen|prince|princess|pope|priest|bishop|monk|nun|saint|judge|chief|boss|head|secretary|clerk|cook|guard|guest|host|pilot|captain|coach|nurse|athlete|politician|professor|champion|chairman"
    "|chairwoman|spokesman|spokeswoman|magistrate|advocate|candidate|delegate|colonel|general|sheriff|patient|client|student|president|resident|agent|tenant|servant|accountant|applicant|claimant|defendant"
    "|respondent|correspondent|participant|assistant|consultant|merchant|immigrant|migrant|informant|militant|opponent|dissident|scientist|witness|victim|suspect|member|individual|human|soul|fellow|lad|guy"
)
_NO_AGENT = (
    "paper|number|order|matter|water|letter|other|power|tower|centre|center|winter|summer|river|cover|offer|border|chapter|quarter|register|tender|danger|finger|computer|container|sector|factor"
    "|motor|reactor|vector|error|corner|dinner|harbor|labor|color|honor|favor|rumor|layer|answer|disaster|character|timber|rubber|copper|silver|fiber|folder|drawer|freezer|poster|banner|newspaper"
    "|committee|degree|fee|coffee|transfer|monitor|sensor|inflator|processor|indicator|counter|meter|filter|server|router|printer|scanner|tanker|trailer|tractor|generator|detector|encounter|cancer|fever|liver"
    "|floor|door|list|fist|mist|twist|newer|older|larger|smaller|higher|lower|longer|shorter|earlier|later|better|greater|fewer|further|former|latter|outer|inner|upper|over|under|after|ever|never|rather|whether"
)
_PERSON = rf"(?:{_KIN_AND_OFFICES}|(?!(?:{_NO_AGENT})s?\b)[a-z-]{{2,}}(?:er|or|ist|ian|eer|ee))"
_SOMEONE = re.compile(
    rf"(?:\b(?:an?|the|one|any|every|each|no|some|whose|my|our|your|that|this|another|which|what)|['’]s?) (?:[\w-]+ ){{0,3}}?{_PERSON}\b"
    rf"|^(?:Every|Each|No|Any|One|An?|The|My|Our|Your|Some) (?:[\w-]+ ){{0,3}}?{_PERSON}\b|\b(?:a|the|one|every|any|each|no) \d+-year-old\b"
    r"|\b(?:who|whoever|someone|somebody)\b",
)
"""A name, or a noun for somebody by what they do or whose kin they are: what "he" may stand for."""
_ANYONE = re.compile(r"\b(?:anyone|nobody|everyone|anybody|everybody|no one|(?:each|every) \w+)\b", re.IGNORECASE)
_ANYONES = frozenset(("his", "her", "himself", "herself"))
"""What may belong to anyone: "nobody lost his job"; but "nobody can say when she will rule"."""
_CAPITALS = re.compile(
    r"(?P<led>\b(?:[Tt]he|in|at|from|near|to|of the) )?(?P<name>[A-Z][\w'’.-]+(?: (?:of |de |van |von |and the )?[A-Z][\w'’.-]+)*)"
)
_BODY = re.compile(
    r"\b(?:Inc|Ltd|Corp|University|Institute|Ministry|Department|Agency|Committee|Commission|Council|Union|Association|Embassy|Bank|Court|House|Office|Centre|Center|Act|Party|Group|Foundation"
    r"|Federation|Authority|Board|Congress|Parliament|Senate|States|Kingdom|Company|Service|Press|Bureau|Alliance|Network|Trust|Fund|Society|School|Hospital|Museum|Church|Club|League|Times|Post|News)\b"
)
_VERB = re.compile(
    r" (?:[a-z]+ed|is|was|has|had|will|would|can|could|says|said|calls|denies|knows|wants|argues|insists|thinks|claims|tells|told|writes|wrote|keeps|kept|runs|ran|sells|sold|made|makes)\b"
)
_TITLED = re.compile(
    r"(?:Duke|Duchess|Earl|Count|Countess|King|Queen|Prince|Princess|Lord|Lady|Bishop|Archbishop|Mayor|President|Minister|Pope|Mrs?|Ms|Dr|Sir|Dame|Judge|Senator|Professor)\b"
)
_AS_OBJECT = re.compile(
    r"it\b(?! (?:is|was|has|had|will|would|can|could|may|might|must|should|did|does|[a-z]+ed|[a-z]+s)\b)", re.IGNORECASE
)
"""An "it" that is no subject, as a body that has a person's shape of name may be: "Lumera Clinics said it had ..."."""
_TIME = re.compile(
    r"(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_STARTS = frozenset(
    (*_NO_NOUN.split("|"), "Nobody", "Everybody", "Everyone", "Someone", "Somebody", "Anyone", "Anybody")
)
_CALLED = re.compile(r"\b(?:call|describ|dismiss|label|brand|term)\w* $")
"""Before "it" it is what is spoken of, not what an apposition of the speaker names: "Holt, who heads the Guild, called it a joke"."""
_CLAUSE = re.compile(
    r"\b(?:that|which|who|when|if|because|while|but|after|before|as|than|where|whose|so|and)\b|[,;:“\"]"
)
_SUBJECT = 4
"""Words of a name and its verb."""
_ONE_PERSON = re.compile(r"(?:[A-Z][\w'’.-]+|de|van|von|al|bin|da)(?: (?:[A-Z][\w'’.-]+|de|van|von|al|bin|da)){1,3}")


def without_antecedent(words: str, speaker: str) -> str:
    """The first pronoun without anything before it that it could stand for; "" where there is none.

    `speaker` is who is named before the words as giving them, "" where nobody is or the words are their own speech, in which "he" is never who
    speaks: "she" may stand for them, "they" only for several, "it" for no person.
    """
    opens = bool(_LATER.match(words.lstrip("\"“‘'")))
    seen: set[str] = set()
    for match in _PRONOUN.finditer(words):
        kind = match.lastgroup or ""
        if opens and not seen and _NAMED_AFTER.search(words, match.end()):
            return ""
        if kind in seen or _EMPTY_IT.match(words, match.start()):
            continue
        seen.add(kind)
        if _dangles(match, words, speaker):
            return match[0]
    return ""


def _dangles(match: re.Match[str], words: str, speaker: str) -> bool:
    """Whether the words before a pronoun name nothing that it could stand for."""
    before = words[: match.start()]
    if match[0] == "them":
        before = re.sub(r"\w+\s*$", "", before)  # the verb, which may look like a plural
    if _OBJECT.search(words[: match.end()]) and not _SEVERAL_NOUNS.search(before):
        return True
    if _AT_THE_END.search(words[: match.end()]) and not words[match.end() :].strip(' .”"’'):
        return not _CLAUSE.search(before.replace("“", ""))
    if match["many"]:
        return not (_SEVERAL.search(speaker) or _MANY.search(before))
    if match["thing"]:
        person = (
            bool(_ONE_PERSON.fullmatch(speaker))
            and not _BODY.search(speaker)
            and _AS_OBJECT.match(words, match.start())
        )
        only_subject = bool(_CALLED.search(before)) and len(re.sub(r",[^,]*,", " ", before).split()) <= _SUBJECT
        return not ((speaker and not person) or (not only_subject and _ONE.search(before)))
    if match[0] == "him" and not _CLAUSE.search(before):
        speaker = ""  # who does something to himself is not "him"
    anyone = match[0] in _ANYONES and _ANYONE.search(before)
    return not (speaker or anyone or _SOMEONE.search(before) or _names_somebody(before))


def _names_somebody(before: str) -> bool:
    """Whether a run of capitals can be a person's name: no body, no place, no day."""
    for run in _CAPITALS.finditer(before):
        first = not before[: run.start()].strip("“\"‘' ")
        alone = " " not in run["name"]
        if _TITLED.match(run["name"]):
            return True
        if run["led"] or _BODY.search(run["name"]) or " of " in run["name"] or _TIME.match(run["name"]):
            continue
        if not (first and alone) or (run["name"] not in _STARTS and _VERB.match(before[run.end() :])):
            return True
    return False
