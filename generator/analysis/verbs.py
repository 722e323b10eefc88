"""Verbs and nouns of saying in English, as general vocabulary: what introduces somebody else's content."""

from __future__ import annotations

import re

from generator.analysis.alternatives import one_of


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_SAYING = _words(
    """
    say state write tell add explain note argue claim insist maintain assert contend suggest instruct
    acknowledge admit concede report announce reveal confirm estimate believe hope expect predict reply
    respond counter comment remark observe describe characterize characterise call dub label urge
    emphasize emphasise stress question ask recall conclude detail cite identify testify frame tweet
    post promise vow pledge joke mock boast tout praise hail laud caution reiterate repeat recount
    declare proclaim indicate imply signal wonder think beg endorse echo agree disagree liken compare
    ridicule deride object protest swear chant shout exclaim clarify elaborate continue opine muse
    submit lament bemoan demand deplore regret stipulate mention quip plead pronounce highlight guess
    speculate recommend reason retort affirm remind advise assure opine theorise theorize forecast attest profess
    quote summarise summarize find show rule confess depose remember term
    answer hold advise inform
    """
)
_ACCUSING = _words(
    """
    accuse allege warn charge blame condemn denounce criticize criticise complain decry reproach assail slam lambast
    fault sue blast castigate chide scold rebuke
    """
)
_DENYING = _words(
    """
    deny reject dismiss refute dispute rebut defend challenge disavow contradict repudiate counter
    """
)
_CLAIMING = _words(
    """
    claim assert insist suggest describe detail frame instruct say state
    """
)
_OUTRIGHT = _words(
    """
    say tell write add explain argue claim insist assert contend acknowledge admit concede reply respond believe think
    testify vow joke reiterate recount declare allege warn accuse complain deny predict estimate conclude caution inform
    """
)
_ONLY_BEFORE_CLAUSE = _words("accept calculate consider count reckon suspect record teach fear worry")
"""Verbs that say something only where a clause tells what: "counted that"."""
_IRREGULAR = {
    "say": "said",
    "write": "wrote",
    "tell": "told",
    "find": "found",
    "think": "thought",
    "feel": "felt",
    "swear": "swore",
    "hold": "held",
    "teach": "taught",
    "plead": "pleaded",
    "show": "showed",
    "learn": "learned",
}
_DOUBLED = frozenset({"rebut", "submit", "refer", "beg", "dub", "slam", "quip", "admit"})


def _forms(lemma: str) -> tuple[str, str, str, str]:
    """Base, third person, past, present participle."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    soft = stem.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
        past = soft + "ed"
    return lemma, third, _IRREGULAR.get(lemma, past), soft + "ing"


_FINITE = {
    form: lemma for lemma in (*_SAYING, *_ACCUSING, *_DENYING, *_ONLY_BEFORE_CLAUSE) for form in _forms(lemma)[:3]
}
_PROGRESSIVE = {_forms(lemma)[3]: lemma for lemma in (*_SAYING, *_ACCUSING, *_DENYING)}
LEMMAS = {**_FINITE, **_PROGRESSIVE}
"""Form -> lemma of every verb of saying."""


def _all(lemmas: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in _forms(lemma))


ACCUSING, DENYING, CLAIMING = _all(_ACCUSING), _all(_DENYING), _all(_CLAIMING)
"""CLAIMING put forward a content without saying whether it accuses; after an accuser it does."""

_NOUNS = _words(
    """
    blame boast call challenge chant charge cite claim comment counter demand detail dispute echo
    estimate fault fear feel find frame hint hold hope joke label mention note object outline pledge
    post praise promise protest question reason regret remark report rule shout show signal state think tweet
    want wonder worry
    """
)
NOUN_LIKE = frozenset(form for lemma in _NOUNS for form in _forms(lemma)[:2])
"""Forms that are as often a noun as a verb; they count as verbs only after a subject that is surely somebody."""

ONLY_BESIDE_QUOTATION = _all(("continue", "post"))
"""Verbs that speak only beside a quotation: "..." she continued; prices continue to rise."""

ONLY_BEFORE_CLAUSE = _all(_ONLY_BEFORE_CLAUSE)

_ACTS_OF_TWO_WORDS = (
    "went on|goes on|laid out|lays out|talks about|talked about|talk about|fired back|fires back|thanks|thanked|thank"
)
ACTS = _all(
    _words(
        """
        add advise answer declare detail endorse explain maintain mention outline plead pledge protest question repeat respond retort
        rule state write
        """
    )
) | frozenset(_ACTS_OF_TWO_WORDS.split("|"))
"""Verbs that name an act as often as a content: "added a week", "endorsed Brown", "wrote a book". Without a clause or a quotation after them, 81 of 210
sentences of PolNeAR's train part put something forward."""

BASE = frozenset(lemma for lemma in LEMMAS.values() if _forms(lemma)[2] != lemma)
"""Forms that only a plural or a pronoun may stand before: "officials say", "they believe"."""

OUTRIGHT = _all(_OUTRIGHT)
"""Verbs that only somebody who speaks or thinks can be the subject of, whatever noun names them: "the airline said"."""

STATING = OUTRIGHT | _all(
    _words(
        "answer state maintain note hold declare find rule submit accept suspect calculate record agree object confirm report announce counter retort"
    )
)
"""Verbs that put a clause with "that" forward for whatever their subject names: "the defence says that"."""

FINDING = _all(("find", "show", "reveal", "indicate", "identify", "hold"))
"""What a document or a piece of research does when it says something: "the survey found"."""

PHRASES = (
    r"(?:fires?|fired|hits?|shoots?|shot) back|(?:points?|pointed) (?:out|to)|(?:makes?|made) (?:it )?clear|puts? it|(?:goes|went) on(?! to (?!say|add|tell|call|note|list|claim|argue|accuse|explain|describe|suggest|name)| the\b)|(?:speaks?|spoke|talks?|talked) (?:of|about)"
    r"|(?:likes?|liked|prefers?|preferred|is|was|are|were)(?: careful| quick| keen| at pains)? to (?:say|point out|stress|add|insist|argue|speak|talk)"
    r"|cr(?:y|ies|ied) foul|(?:draws|drew) attention to|puts? (?=[^,.;]{3,60} at (?:[$€£]?\d|about|around|some|nearly))"
    r"|sets? out (?=how|why|what|that)|(?:goes|went) on record|(?:has|have|had) (?:counted|calculated)(?= \w)"
    r"|(?:gives?|gave|given) evidence that|(?:puts?) it to|(?:takes?|took) the view that"
    r"|(?:expresse[ds]|voice[ds]) (?=\w)|(?:calls?|called) for|(?:lays?|laid) out|(?:thanks?|thanked) (?=\w)"
)
"""Verbs of saying of two words."""

FINITE_PATTERN = one_of(_FINITE)
_ONGOING = one_of(_PROGRESSIVE)
REPORTING_VERB = re.compile(rf"(?<![\w-])(?:{PHRASES}|{FINITE_PATTERN}|{_ONGOING})\b")
"""A finite verb of saying; the subject stands before it, unless the verb stands before its subject after a quotation."""

_PLAIN = sorted(
    form.capitalize()
    for form in OUTRIGHT | ACCUSING | DENYING
    if form in _FINITE and form not in NOUN_LIKE and (form not in BASE)
)
IN_TITLE_CASE = re.compile(rf"(?<=[\w’'.] )(?:{'|'.join(_PLAIN)})\b")
"""Verbs of saying as headlines capitalise them: "Guild Accuses Stores"."""

ONGOING = re.compile(r"(?:\b(?:is|are|was|were|been)|[’']s|[’']re)\s+(?:(?!worth\b)\w+\s+){0,2}$")
"""What makes "calling" a verb of its clause: "is once again calling"."""

AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|further|still|now|is|was|were|are|also|once|again|not|never|would|will|later|then|repeatedly|recently|since|again|publicly|formally|first|explicitly|\w+ly)\s+)+$"
)
CLAUSE_OF_ITS_OWN = re.compile(
    r"(?:(?!\b(?:who|which|that|whose)\b)[^,.;])*\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did)(?:n[’']t)?\b"
)
"""After a verb of saying, a clause with a verb of its own, so that its first noun is no speaker: ", said the pier had sunk"."""
NOT_A_VERB_AFTER = re.compile(
    r"\b(?:the|a|an|its|his|her|their|this|that|these|those|of|to|by|such|some|any|no|new|recent|for|on|in|with|as|about|any|many|sweeping)\s+$",
    re.IGNORECASE,
)
"""Words that make a following "claims", "report", "charges" a noun."""

_DOCUMENTS = (
    "memo|memorandum|report|document|cable|letter|statement|paper|study|article|complaint|lawsuit|filing|indictment|ruling|brief|briefing|notice|"
    "testimony|petition|dossier|survey|review|audit"
)
_RESEARCH = (
    "research|polls?|polling|surveys|studies|reports|papers|documents|records|data|figures|statistics|tests|analysis|analyses|findings|results|evidence|investigation|inquiry|"
    "emails?|e-mails?|tweet|post|essay|editorial|column|book|website|transcript|order|opinion|judg(?:e)?ment|verdict|filings|advertisement|ad|headline"
)
_PEOPLE = (
    "researchers?|scientists?|experts?|officials?|analysts?|observers?|spokes(?:man|woman|person|people)|lawmakers?|policymakers?|critics?|supporters?|residents?|workers?|doctors?|"
    "economists?|lawyers?|prosecutors?|investigators?|activists?|campaigners?|authors?|executives?|engineers?|company|companies|firms?|startup|start-up|agency|regulators?|government|administration|"
    "ministry|embassy|department|commission|committee|court|union|association|university|labs?|media|sources?|reviewers?|senators?|judges?|patients?|farmers?|teachers?|parents?|players?|athletes?|unions?|"
    "bank|council|police|authority|authorities|parliament|congress|party|group|organi[sz]ation|coalition|investors?|customers?|opponents?|defendants?|plaintiffs?|"
    "aides?|advis[eo]rs?|allies|voters?|candidates?|campaigns?|governors?|mayors?|ministers?|presidents?|leaders?|chair(?:man|woman|person)?|directors?|managers?|owners?|founders?|heads?|chiefs?|"
    "counsel|attorneys?|witness(?:es)?|jurors?|tribunal|panel|board|bureau|office|institute|institution|museum|foundation|charity|church|hospital|school|college|airline|maker|manufacturers?|producers?|"
    "retailers?|suppliers?|publishers?|newspapers?|magazine|outlet|paper|columnists?|reporters?|journalists?|editors?|writers?|professors?|students?|historians?|biologists?|chemists?|physicists?|engineers?|"
    "nurses?|physicians?|surgeons?|veterans?|fishermen|drivers?|pilots?|captains?|coach(?:es)?|manager|fans?|musicians?|artists?|actors?|actress|singers?|delegates?|members?|deput(?:y|ies)|councillors?|"
    "diplomats?|ambassadors?|envoys?|generals?|soldiers?|men|women|man|woman|people|families|family|neighbou?rs?|villagers?|locals|insiders?|backers?|donors?|rivals?|adversaries|proponents?|advocates?|skeptics|sceptics|"
    "consortium|federation|league|alliance|society|club|network|team|taskforce|watchdog|think tank|nonprofit|startups|monitors?|auditors?|accountants?|operators?|commissioners?|secretary|clerk|owner|applicants?|"
    r"\w+(?:man|men|woman|women|persons?)|billionaires?|nominees?|front-?runners?|"
    "Democrats|Republicans|conservatives|liberals|socialists"
)
WRITINGS = f"{_DOCUMENTS}|thesis|book|essay|judgment|verdict|order|column|blog|post|tweet|analysis|investigation|inquiry|suit|audit|press release|website"
"""What somebody writes and has written it says, as an expression without a group."""
DOCUMENTS = re.compile(rf"\b(?:{_DOCUMENTS})\b", re.IGNORECASE)
RESEARCH = re.compile(rf"\b(?:{_DOCUMENTS}|{_RESEARCH})\b", re.IGNORECASE)
"""Writings and findings that say something, in the plural too."""
PEOPLE = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
PEOPLE_OR_DOCUMENT = rf"(?:{_PEOPLE}|{_DOCUMENTS}|{_RESEARCH})"
