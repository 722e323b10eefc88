"""Nouns that point outside their sentence: "the partnership", "these three posts", "both companies", "in the years that followed".

"The" promises that the reader knows which. The words themselves have to keep the promise: by a mention before it, by what follows it ("the claim
that ..."), by its being one of a kind ("the government") or a matter of the explainer itself (its terms, its parties, what most sources speak of).
Else the sentence does not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from generator.compose.pronouns import without_antecedent

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FAMILY = 5
"""Letters that the words of a family share."""
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
    "remain remains seem seems appear appears mean means meant show shows exist exists correct wrong"
)
"""Words at which a noun phrase ends; of the verbs those that are no common nouns."""
_MODIFIES = re.compile(
    r"(?:new|old|own|big|small|large|little|long|short|high|low|great|good|bad|early|late|recent|current|former|latter|main|whole|entire|full|other|same|such|key"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|dozen|second|third|fourth|fifth|many|few|several|then|so-called|first|last|next"
    r"|[a-z-]+(?:al|ive|ous|ic|ary|ful|less|able|ible|ern|ese|ish|ed))"
)
_EXPLAINS = re.compile(
    r"[”’\"']?\s+(?:(?:and|or) [a-z]+ (?=of\b))?(?:(?:of|that|which|who|whose|whom|where|between|behind|against|about|for|to|in|at|from|near|within|under|outside"
    r"|on (?!(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2} [A-Z]|[A-Z][a-z]+ \d))"
    r"|across|around|beside)\b|[a-z]+ing\b|(?:[a-z]+ed|made|given|held|taken|written|brought|left|paid|sent|shown|found|seen|built|set|put|won|lost) (?:by|[a-z]+ by|against|in|on|from|at)\b|(?-i:[“\"‘]?[A-Z0-9]))",
    re.IGNORECASE,
)
"""What after a noun says which is meant: "the claim that ...", "the pumps at Tarn", "the charges made by ...", "the chatbot Claude"."""
_OF_ITSELF = _words(
    "government ministry state country nation public world globe press media internet web market industry economy law court police army military president "
    "parliament congress senate church crown king queen pope sector field sun moon sea sky earth ground air land coast border capital north south east west "
    "environment climate weather rain rest majority minority end beginning start middle past future present day night morning afternoon evening week month "
    "year decade century time moment hour season summer winter spring autumn weekend way fact truth point matter issue case idea need right left "
    "extent kind sort light wake course heart face mind eye head foot top bottom side edge front back inside outside poor rich young dead sick people "
    "population citizen taxpayer consumer voter reader dispute controversy debate affair quarrel row accusation allegation charge evidence source question "
    "problem result reason cause effect difference risk danger cost price value average maximum minimum scale pace speed context background situation "
    "alternative opposite contrary exception rule record history opposition elite authority administration cabinet treasury judiciary bench most least more "
    "less latest only very same whole thing part piece sake benefit doubt burden balance interest kitchen house hall home door street road table floor wall "
    "window roof phone telephone radio television news headline lie work ability opportunity chance power profession community society family youth elderly "
    "unemployed clergy poll sport faithful mistake meantime field name hand job subject trade long-term short-term dark law-book minister judge jury prosecutor"
)
"""Nouns of which a reader does not ask which, as far as readers of the drafts of two dozen topics of the bank did not ask."""
_BODIES = _words(
    "company firm startup start-up business group agency organisation organization institution body committee maker club team school hospital bank"
)
_CLASS = _BODIES | _words(
    "document memo memorandum cable letter report bill paper article study review survey researcher scientist author expert official spokesman spokeswoman "
    "spokesperson lawyer practice technique method process procedure move launch decision announcement ruling statement response measure plan proposal "
    "programme program project scheme deal agreement contract partnership suit lawsuit complaint verdict judgment judgement appeal hearing claim"
)
"""Nouns that only say of what kind a thing is: however often the sources use them, each time another may be meant."""
_FOR_ONE_THING = (
    _words("technique practice method process procedure approach"),
    _words("document memo memorandum cable letter report paper study article petition"),
)
"""Nouns that writers put one for the other when they come back to a thing."""
_TELLS_WHICH = re.compile(r"\s+(?:that|which|who|whose|behind|where)\b")
"""What after a body says which it is; "of" does not: "accused the company of fraud"."""
_NAME = re.compile(
    r"(?<=[a-z,;] )(?!Jan|Feb|Mar[ c]|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]\w+day\b)[A-Z]\w+"
    r"|^(?!(?:The|In|On|At|Earlier|A|By|For)\b)[A-Z]\w+ (?:[A-Z]\w+|[a-z]+(?:s|ed)\b)"
)
"""A name that "the company" may point to."""
_OWN = _words("newspaper magazine paper page column country city region blog newsletter house chamber sea coast")
"""What "this" means by itself where somebody says it."""
_PLACE = re.compile(r"\b(?:in|at|to|for|from|near) (?:the )?[A-Z]")
_TIME = _words(
    "week month year day morning time kind sort type reason way point century decade summer winter spring autumn season"
)
_DEFINITE = re.compile(r"\b(?P<lead>[Tt]he|[Tt]hese|[Tt]hose|[Tt]his)\s+(?=[\"“‘']?[a-z])")
_BOTH = re.compile(
    r"\b(?:both|neither|either)\s+(?P<noun>[a-z]{3,}s)\b(?!\s+and\b)|\bthe (?:two|three|four|pair)\b(?=\s+(?:are|were|have|had|will|would)\b)"
)
_BACK = re.compile(
    r"\b(?:(?:years|months|weeks|days|decades) (?:that|which) followed|the other (?:half|one|two|three|four|five|six|seven|eight|nine|ten|dozen)"
    r"|(?:of|on|in|at|for|by|with|from|to|over|under|what|why|how|before|after|since|until|about|against) (?:that|those|these) "
    r"(?!(?:who|which|that|of|in|is|was|are|were|affair|case|controversy|country|dispute|matter|year|time|way|kind|sort|reason|effect)\b)[a-z]+"
    r"|(?:one )?such (?!as\b|that\b|things?\b)(?:an? )?[a-z]+|do(?:ne|ing|es)? so\b|both(?=[,.;])|the [€$£]?\d[\d,.]*(?<!\d{4}) (?!of\b|percent\b)[a-z]+(?! (?:of|that|who|which|in)\b)|of the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) [a-z]+s\b(?! (?:of|that|who|which|in))|(?:a|an|to|in) similar [a-z]+(?! to\b)|of the kind(?! (?:of|that)\b)|\bone of them\b|[a-z]+ one$"
    r"|\bcall(?:s|ed|ing)? (?:this|that) (?:an? )?[a-z]+(?=[.,;]|$)"
    r"|the same (?:figure|number|men|people|women|sum|reason|article|place|person|man|woman|report|author|paper|firm|company)\b(?! as| that| who)"
    r"|that (?:summer|winter|spring|autumn|year|week|month|night|evening|morning|afternoon|season)\b"
    r"|(?<![,;:] )(?<!and )(?<!\A)this(?= (?:is|was|has|would|will|means|shows)\b|[.;,]|$)"
    r"|(?<!over )(?<!out )there(?= (?:in|for|by|on|at|with|since|after|before|and|too)\b|[,.;]|$)|(?<!of )(?<!is )here(?=[ ,.;]|$))"
)
"""Words inside a sentence whose meaning stands in another: "on the far side of that bridge", "held here", "all nine engaged one"."""

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


def stems(text: str) -> frozenset[str]:
    """The words of a text as they are compared: lower case, singular."""
    return frozenset(map(_stem, _WORD.findall(text)))


def is_kind(speaker: str, text: str) -> bool:
    """Whether a speaker is only called by what they are ("the firm", "the defendant"), or by no noun at all ("Every")."""
    bare = speaker.removeprefix("the ")
    if bare.casefold() in _ENDS or bare == "Every":
        return bool(bare)
    one_word = bool(re.fullmatch(r"[a-z-]+[^s\W]", bare))
    return (
        one_word
        and (bare in _CLASS or bool(re.search(rf"\bthe {bare}\b", text, re.IGNORECASE)))
        and _stem(bare) not in _OF_ITSELF
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
    back = _BACK.search(words)
    if (
        back
        and not (back[0] in ("here", "there") and _PLACE.search(words[: back.start()]))
        and not _told(back[0], above)
    ):
        return back[0]
    both = _BOTH.search(words)
    if both and not re.search(r"\b(?:and|or|nor)\b", words[: both.start()]):
        return both[0]
    for match in _DEFINITE.finditer(words):
        phrase, before = _phrase(words, match.end()), f"{above} {words[: match.start()]}".lstrip()
        lead = match["lead"].lower()
        if (
            not phrase
            or (lead == "this" and phrase[-1] in _OWN)
            or (_stem(phrase[-1]) in _BODIES and (own or _NAME.search(before)))
        ):
            continue
        if not _named_in(before, phrase[-1]) and _asks_which(lead, phrase, words, match.start(), known):
            return f"{lead} {' '.join(phrase)}"
    return without_antecedent(words, speaker)


def _told(phrase: str, above: str) -> bool:
    """Whether the words right above on the page name what a phrase of several words points back to: "of the three bouts"."""
    return bool(above) and " " in phrase and len(head := phrase.split()[-1]) >= _FAMILY and _named_in(above, head)


def _named_in(before: str, head: str) -> bool:
    """Whether words before a noun hold it, a word of its family ("offered ... the offer"), or another for such a thing ("a technique ... this process")."""
    held, noun = stems(before), _stem(head)
    same = next((nouns for nouns in _FOR_ONE_THING if noun in nouns), frozenset())
    return bool(held & same) or any(stem.startswith(noun[:_FAMILY]) for stem in held)


def _asks_which(lead: str, phrase: list[str], words: str, start: int, known: Container[str]) -> bool:
    """Whether a reader of the words alone asks which one is meant."""
    head = _stem(phrase[-1])
    if head in _TIME:
        return False
    explained = (_TELLS_WHICH if head in _BODIES else _EXPLAINS).match(
        words, words.index(phrase[-1], start) + len(phrase[-1])
    )
    if lead in ("these", "this"):
        return True
    if lead == "those":
        return not explained
    unique = head in _OF_ITSELF or head.endswith("est") or (head in known and head not in _CLASS)
    return not (unique or explained)


def _phrase(words: str, start: int) -> list[str]:
    """The words of a noun phrase up to its head; none where the phrase has no noun in lower case."""
    found: list[str] = []
    for word in _plain_run(words, start):
        if word in _ENDS or (found and re.search(r"(?:ed|ly|ing)$", word)):
            break
        found.append(word)
    for at, word in enumerate(found[:-1], 1):
        if _stem(word) in _OF_ITSELF and (
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


def _stem(word: str) -> str:
    low = word.casefold()
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low
