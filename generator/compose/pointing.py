"""Nouns that point outside their sentence: "the partnership", "these three posts", "both companies", "in the years that followed".

"The" promises that the reader knows which. The words themselves have to keep the promise: by a mention before it, by what follows it ("the claim
that ..."), by its being one of a kind ("the government") or a matter of the explainer itself (its terms, its parties, what most sources speak of).
Else the sentence does not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from generator.compose.backward import points_back
from generator.compose.nouns import named_in, stem
from generator.compose.pronouns import without_antecedent

_LONGEST = 4
"""Words of a noun phrase after its article that are looked at."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ENDS = _words(
    "a an the this that these those and or but nor yet of in on at by for from to with without within into onto over under about above across after against "
    "along among around as because before behind below beneath beside besides between beyond despite down during except if like near off once out past "
    "per since so than then though through throughout till toward towards unless until up upon via when where whereas whether which while who whom whose why "
    "how what is are was were be been being am has have had having do does did can could may might must shall should will would not no never only also "
    "even just still already again always often too very much he she it they we you i him her them us me his its their our your my there here say says "
    "said tell tells told saw see sees came come comes went go goes gave give gives took take takes made make makes got get gets knew know knows thought "
    "think found find finds held hold holds kept keep keeps left leave leaves met led let put ran run runs sat sent set shut sold sell sells spoke spent "
    "stood stand stands won wrote write writes fell fall falls began begin begins became become becomes brought built bought paid pay pays read rose "
    "remain remains seem seems appear appears mean means meant show shows exist exists correct wrong drew grew flew threw chose drove fought taught caught sought hid swore broke lent bent dealt heard felt fed fled slid swung "
    "rang sang drank ate lit beat bore lay lain arose awoke forbade forgot forgave froze shook shrank sank slept stole struck swam wore wove"
)
"""Words at which a noun phrase ends; of the verbs those that are no common nouns."""
_MODIFIES = re.compile(
    r"(?:new|old|own|big|small|large|little|long|short|high|low|great|good|bad|early|late|recent|current|former|latter|main|whole|entire|full|other|same|such|key"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|dozen|second|third|fourth|fifth|many|few|several|then|so-called|first|last|next"
    r"|(?!(?:trial|hospital|approval|proposal|rival|journal|signal|arrival|denial|removal|archive|executive|motive|directive|initiative|secretary|library|salary|clinic|fabric|topic|manual"
    r"|terminal|criminal|animal|canal|portal|material|tribunal|festival|memorial|funeral|principal|appraisal|referral|renewal|withdrawal|refusal|burial|dismissal|disposal|metal|scandal"
    r"|seed|feed|breed|bed|table|cable|vegetable|dish|parish|finish|detective|subsidiary|boundary|summary|diary|dictionary|documentary|commissary|relative|representative|narrative)$)"
    r"[a-z-]+(?:al|ive|ous|ic|ary|ful|less|able|ible|ern|ese|ish|ed))"
)
_EXPLAINS = re.compile(
    r"[”’\"']?\s+(?:(?:and|or) [a-z]+ (?=of\b))?(?:(?:of|that|which|who|whose|whom|where|between|behind|against|about|for(?! (?:[\w-]+ ){1,2}(?:seconds|minutes|hours|days|weeks|months|years|decades|times)\b)|to(?= (?:the|an?|its|their|his|her)\b| (?-i:[A-Z]))|in(?! \d{4}\b)|at|from|near|within|under|outside"
    r"|on (?!\w+ (?:occasions|days|sides|nights)\b)(?!(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2} [A-Z]|[A-Z][a-z]+ \d))"
    r"|across|around|beside)\b|[a-z]+ing (?:in|on|at|for|to|with|from|under|over|the|an?|(?-i:[A-Z]))|(?!consisted )[a-z]+ed (?:by|[a-z]+ by|against|in|from|at)\b|(?:made|given|held|taken|written|brought|left|paid|sent|shown|found|seen|built|set|put|won|lost) (?:by|[a-z]+ by|against|in|on|from|at)\b|(?-i:[“\"‘]?[A-Z0-9]))",
    re.IGNORECASE,
)
"""What after a noun says which is meant: "the claim that ...", "the pumps at Tarn", "the charges made by ...", "the chatbot Claude"."""
_OF_ITSELF = _words(
    "government ministry state country nation public world globe press media internet web market industry economy police army military "
    "parliament congress senate crown pope sector field sun moon sea sky earth ground air land coast border capital north south east west "
    "environment climate weather rain rest majority minority end beginning start middle past future present day night morning afternoon evening week month "
    "year decade century time moment hour season summer winter spring autumn weekend way fact truth point matter issue need right left "
    "extent kind sort light wake course heart face mind eye head foot top bottom side edge front back inside outside poor rich young dead sick people "
    "population citizen taxpayer consumer voter reader dispute controversy debate affair quarrel row accusation allegation charge evidence source question "
    "problem reason risk danger average maximum minimum pace speed context background situation "
    "alternative opposite contrary exception rule history opposition elite cabinet judiciary most least more "
    "less latest only very same whole thing part piece sake benefit doubt burden balance interest "
    "phone telephone radio television news headline lie ability opportunity chance power profession community society family youth elderly "
    "unemployed clergy sport faithful mistake meantime field hand trade long-term short-term dark law-book"
)
"""Nouns of which a reader does not ask which, as far as readers of the drafts of two dozen topics of the bank did not ask."""
_SET_PHRASE = re.compile(
    r"(?:against|break(?:s|ing)?|broken?|above|outside|within|before|under|of|by|obey(?:s|ed)?|with) the law(?=[.,;]|$)|(?:on|off|into) the (?:job|table|record|wall)|the law of the land|in the name of|under the name"
    r"|in (?:the|any|that|this) case|for the record|on the (?:bench|house)|at the (?:price|cost)|on the scale|to the effect|the courts(?=\W)"
)
"""Definite nouns that ask for nothing in a set phrase."""
_OF_A_COUNTRY = frozenset(
    (
        "supreme court",
        "constitutional court",
        "high court",
        "central bank",
        "prime minister",
        "foreign ministry",
        "foreign minister",
        "finance ministry",
        "city hall",
        "town hall",
        "county hall",
    )
)
_BODIES = _words(
    "company firm startup start-up business group agency organisation organization institution body committee maker club team school hospital bank association commission foundation trust museum "
    "federation tribunal panel"
)
_CLASS = _BODIES | _words(
    "document memo memorandum cable letter report bill paper article study review survey researcher scientist author expert official spokesman spokeswoman "
    "spokesperson lawyer practice technique method process procedure move launch decision announcement ruling statement response measure plan proposal "
    "programme program project scheme deal agreement contract partnership suit lawsuit complaint verdict judgment judgement appeal hearing claim"
)
"""Nouns that only say of what kind a thing is: however often the sources use them, each time another may be meant."""
_A_WRITING = re.compile(
    r"(?:[a-z\d-]+ ){0,2}(?:report|memo|memorandum|document|letter|paper|study|article|complaint|lawsuit|indictment|ruling|judgment|order|petition|dossier|survey|review|audit|statement)"
)
_ROLE = re.compile(
    r"(?:(?:First|Second|Third) )?(?:Claimant|Respondent|Applicant|Appellant|Plaintiff|Defendant|Petitioner|Solicitor|Tribunal|Panel|Court|Judge|Chair)s?"
)
"""A speaker whose name stands at the head of the article: "the Claimant"."""
_TELLS_APART = _words(
    "new original initial previous earlier later latter former second third fourth other old remaining central smaller larger upper lower"
)
"""What sets one thing of a kind against others, which a reader then has to know."""
_TAKES_TO = _words(
    "right duty decision plan attempt failure ability refusal need order call threat offer promise power chance freedom effort bid temptation person only way time deal move "
    "agreement proposal request wish obligation incentive licence license permission"
)
"""Nouns that an infinitive explains: "the right to sell"."""
_TELLS_THE_ONE = re.compile(
    r"[”’\"']?\s+(?:[\"“]?(?-i:[A-Z0-9])|(?:of|that|which|who|whose|whom|where|between|made|held|written)\b)"
)
_TELLS_WHICH = re.compile(r"\s+(?:that|which|who|whose|behind|where)\b")
"""What after a body says which it is; "of" does not: "accused the company of fraud"."""
_WHICH_OF_THOSE = re.compile(
    r"[Tt]hose\s+(?:[a-z-]+ )?[a-z]+ (?:that|which|who|whose|whom|where|of|with|in|from|[a-z]+ing|[a-z]+ed by)\b"
)
_CLAUSE = 10
"""Words of a clause that "those" in a later one may sum up: "they query it a million times, then sell those replies"."""
_NAME = re.compile(
    r"(?<=[a-z,;] )(?!Jan|Feb|Mar[ c]|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]\w+day\b)[A-Z]\w+"
    r"|^(?!(?:The|In|On|At|Earlier|A|By|For|Nobody|Everybody|Everyone|Some|Many|Most|Few|We|They|I|You|He|She|It|There|What)\b)[A-Z]\w*(?:[A-Z]\w+|[^\Ws] (?:[A-Z]\w+|(?:is|was|has|had|said|says|will|would|[a-z]+ed)\b)|\w (?=[A-Z])\w+)"
)
"""A name that "the company" may point to."""
_OWN = _words("newspaper magazine paper page column country city region blog newsletter house chamber sea coast")
"""What "this" means by itself where somebody says it."""
_TIME = _words(
    "week month year day morning time kind sort type reason way point century decade summer winter spring autumn season"
)
_DEFINITE = re.compile(r"\b(?P<lead>[Tt]he|[Tt]hese|[Tt]hose|[Tt]his)\s+(?P<size>[\d,.]+-(?=[a-z]))?(?=[\"“‘']?[a-z])")
_THE_CHARGE = re.compile(
    r"(?:the|such|th(?:is|at|ese|ose)) (?:[a-z-]+ )?(?:accusations?|allegations?|charges?|claims?|assertions?|suggestions?|criticism|complaints?)\b"
)
_THE_FIGURE = re.compile(r"(?:the|th(?:is|at|ese|ose)) (?:figures?|numbers?|counts?)\b")
_WHOSE_CHARGE = re.compile(
    r"['’]s? (?:[a-z-]+ )?(?:account|accusations?|allegations?|charges?|claims?|criticism|complaints?|findings?|suggestions?|version)\b"
)
_ANSWERS_IT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|refut|rebut|contest|contradict|challeng|question|call|describ|admit|conced|acknowledg|confirm)\w* (?:this|that|it|these|those)\b",
    re.IGNORECASE,
)


def means_the_charge(phrase: str, words: str, above: str = "") -> bool:
    """Whether the phrase of an answer that points outside its words can only mean the charge right above it, or who makes it.

    "the claim", "denied this", "the dispatcher's account".
    """
    if phrase in ("this", "that", "it") or _ANSWERS_IT.match(phrase):
        return bool(_ANSWERS_IT.search(words))
    if _THE_FIGURE.match(phrase):
        return bool(re.search(r"\d", above))
    whose = phrase and _WHOSE_CHARGE.match(words, words.find(phrase) + len(phrase))
    return bool(_THE_CHARGE.match(phrase) or whose)


def is_kind(speaker: str, text: str) -> bool:
    """Whether a speaker is only called by what they are ("the firm", "the defendant"), or by no noun at all ("Every")."""
    bare = speaker.removeprefix("the ")
    if bare.casefold() in _ENDS or bare == "Every":
        return bool(bare)
    one_word = bool(re.fullmatch(r"[a-z-]+[^s\W]", bare))
    of_a_kind = _A_WRITING.fullmatch(bare) or _ROLE.fullmatch(bare)
    if of_a_kind and re.search(rf"\b[Tt]he (?:[\w-]+ )?{re.escape(bare.split()[-1])}\b", text):
        return True
    return (
        one_word
        and (bare in _CLASS or bool(re.search(rf"\bthe {bare}\b", text, re.IGNORECASE)))
        and stem(bare) not in _OF_ITSELF
    )


def points_outside(words: str, known: Container[str], *, above: str = "", speaker: str = "", own: bool = False) -> str:
    """The first noun phrase or pronoun of the words that points to a sentence before them; "" where there is none.

    Args:
        words: a quotation.
        known: stems that a reader of the page knows.
        above: words that stand right above them on the page.
        speaker: who is named before the words as giving them, whom "it" may mean; "" where nobody is.
        own: whether "the company" is that speaker's own.

    """
    if back := points_back(words, known, above):
        return back
    for match in _DEFINITE.finditer(words):
        phrase, before = _phrase(words, match.end()), f"{above} {words[: match.start()]}".lstrip()
        lead = match["lead"].lower()
        if (
            not phrase
            or (lead == "this" and phrase[-1] in _OWN)
            or _SET_PHRASE.match(words, words.rfind(" ", 0, match.start() - 1) + 1)
            or _SET_PHRASE.match(words, match.start())
            or (stem(phrase[-1]) in _BODIES and (own or _NAME.search(before)))
        ):
            continue
        named = any(named_in(before, word) for word in phrase if word == phrase[-1] or not _MODIFIES.fullmatch(word))
        if not named and _asks_which(lead, phrase, words, match.start(), known):
            return f"{lead} {match['size'] or ''}{' '.join(phrase)}"
    return without_antecedent(words, speaker)


def _asks_which(lead: str, phrase: list[str], words: str, start: int, known: Container[str]) -> bool:
    """Whether a reader of the words alone asks which one is meant."""
    head = stem(phrase[-1])
    if head in _TIME or " ".join(phrase[-2:]) in _OF_A_COUNTRY:
        return False
    if lead in ("these", "this"):
        return True
    if lead == "those":
        told_before = "," in words[:start] and len(words[:start].split()) >= _CLAUSE
        return not (told_before or _WHICH_OF_THOSE.match(words, start))
    is_known = head in known and head not in _CLASS and _TELLS_APART.isdisjoint(phrase[:-1])
    one_only = any(word.endswith("est") or word == "first" for word in phrase[:-1])
    of_those_before = len(phrase) == 1 and head.endswith("est") and start > 0  # "a contract ..., the largest ever"
    unique = head in _OF_ITSELF or one_only or of_those_before or is_known
    return not unique and not _explained(phrase, words[words.index(phrase[-1], start) + len(phrase[-1]) :])


def _explained(phrase: list[str], after: str) -> bool:
    """Whether what follows a noun says which is meant."""
    head = stem(phrase[-1])
    if head in _BODIES:
        return bool(_TELLS_WHICH.match(after))
    if not _TELLS_APART.isdisjoint(phrase[:-1]):
        return bool(_TELLS_THE_ONE.match(after))
    return bool(_EXPLAINS.match(after)) or (head in _TAKES_TO and after.startswith(" to "))


def _phrase(words: str, start: int) -> list[str]:
    """The words of a noun phrase up to its head; none where the phrase has no noun in lower case."""
    found: list[str] = []
    for word in _plain_run(words, start):
        if (word in _ENDS and (found or word != "then")) or (found and re.search(r"(?:ed|ly|ing)$", word)):
            break
        found.append(word)
    for at, word in enumerate(found[:-1], 1):
        if stem(word) in _OF_ITSELF and (
            len(found) > 2 or found[-1].endswith("s")
        ):  # "the government impose sanctions": a verb with its object
            return found[:at]
    while len(found) > 1 and _MODIFIES.fullmatch(found[-1]) and not _MODIFIES.fullmatch(found[-2]):
        found.pop()
    return [] if len(found) == 1 and _MODIFIES.fullmatch(found[0]) else found


def _plain_run(words: str, start: int) -> Iterator[str]:
    """The next words in lower case, up to a mark or a name."""
    for token in words[start:].split(maxsplit=_LONGEST)[:_LONGEST]:
        bare = token.strip("\"“”‘’'()")
        match = re.match(r"[a-z][a-z-]*", bare)
        if match is None:
            return
        yield match[0]
        if match[0] != token.lstrip("\"“‘'("):
            return
