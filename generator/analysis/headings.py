"""The heading of a charge: three to nine words in a row of its evidence that name the wrong alleged and read as a phrase of their own.

A figure with what it counts comes first where the wrong alleged does not hold it anyway, then the wrong ("of forging ..."), words that the passage
quotes, the content of what is said, the beginning of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis import accusing, verbs
from generator.model import Passage

LONGEST = 9
"""Most words of a heading."""
LEAST = 3
"""Least words of a heading; fewer say too little."""

_OF_WRONG = re.compile(
    r"\b(?:accus\w+\b[^.]{0,160}?\b(?:of|that)|suspect\w*\b.{0,80}?\bof|charg\w+\b.{0,120}?\bwith|blam\w+\b.{0,100}?\bfor|responsible for|guilty of|patterns? of|campaigns? of|warn\w*\b.{0,60}?\b(?:about|of|that))\s+"
    r"(?P<content>.+)",
    re.DOTALL,
)
_TOLD = re.compile(
    rf"\b(?:(?:{verbs.FINITE_PATTERN})(?:\s+(?!that\b)[\w’'-]+){{0,6}}?|claims?|allegations?|accusations?|charges?|evidence)\s+(?:that|how)\s+(?P<content>(?!(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would)\b).+)",
    re.DOTALL,
)
_SAID = re.compile(
    rf"^(?:(?:has|have|had|also|again|once|now)\s+)*(?:{verbs.FINITE_PATTERN})\s+(?P<content>.+)", re.DOTALL
)
_LABEL = re.compile(r"^[^:.,;“\"]{2,40}:\s+")
_VERB = re.compile(
    rf"\b(?:is|are|was|were|has|have|had|does|did|can|could|may|might|will|would|should|must|[a-z]{{2,}}ed|{verbs.FINITE_PATTERN}|"
    r"sold|paid|took|made|gave|hid|stole|left|went|put|cut|kept|held|built|bought|sent|spent|lost|won|broke|drove|knew|ran|came|got|let|lied|led|met|fell|rose|"
    r"sells?|pays?|takes?|makes?|gives?|hides?|steals?|leaves?|goes|puts?|cuts?|keeps?|holds?|builds?|buys?|sends?|loses?|breaks?|knows?|runs?|gets?|lets?|fails?|uses?|remains?|means?|creates?)\b"
)
"""Finite verbs as far as their form or a short list tells: words without one are no sentence."""
_TOLD_SOMEBODY = re.compile(r"(?:\w+\s+)?(?:warn|t[eo]l[ld]|accus|ask|urg|inform|remind|blam|charg)", re.IGNORECASE)
_INNER = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]")
_LEAD_IN = re.compile(
    r"^(?:According to|In|On|At|By|For|Since|After|Around|During|Because|Although|While|When|If|As|Despite|Unable to|Instead of|Unlike|With|Without)\b[^,]{1,110},\s+"
)
_TAG = re.compile(rf",\s+(?:according to\b|(?:[\w.’'-]+\s+){{1,6}}(?:{verbs.FINITE_PATTERN})\b).*$", re.DOTALL)
_BREAK = re.compile(r"[;:—–()\[\]]|,(?!\d)|\s-\s|(?<=[a-z]{2})[.!?](?=\s|$|[”\"])")
_LEANS_ON_NEXT = frozenset(
    "a an the and or nor but of to in on at by for with from as that which who whom whose what when where while if than then may might can could will would shall should must "  # noqa: SIM905
    "have has had be is are was were been being do does did its their his her our my your this these those such some any each every no not so very more most about into onto over "
    "under between through during against without within upon per via because until since after before also both either neither how why whether because like "
    "last next including primarily mainly particularly especially only even just still up out off".split()
)
_OPENS_BADLY = re.compile(
    r"^[“\"]?(?:what|that|which|who|whom|whose|when|where|while|because|although|despite|unable|if|as|and|or|but|nor|than|to|it|its|they|them|their|he|she|his|her|this|these|those|such|there|also|has|have|had|is|are|was|were|be|been|of|by)\b",
    re.IGNORECASE,
)
_TELLS_WHO = re.compile(
    rf"^(?:{verbs.FINITE_PATTERN})\b|\b(?:said|says|told|tells|replied|put it to|testified|wrote that)\b", re.IGNORECASE
)
"""What says who speaks, or to whom, instead of what is alleged."""
_ADVERBIAL = re.compile(r"(?:in|on|at|by|for|with|during|after|before|under|from|since|among)\b", re.IGNORECASE)
_CUTS_BEFORE = frozenset(
    "in on at by for with from to into through during after before since until because while when which that who and or as under without against over "  # noqa: SIM905
    "between among via so although though using".split()
)
"""Words that begin something that may be left off."""
_SUBORDINATE = frozenset(
    {"what", "which", "who", "whom", "that", "because", "while", "when", "where", "although", "whether", "how"}
)
_FIGURE_LEAD = re.compile(
    r"^(?:approximately|about|around|roughly|nearly|almost|some|over|more than|at least|up to|fewer than|less than|an estimated)\s+",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\s+(?!(?:and|or|in|on|at|by|for|to|the|a|an|per|as|is|are|was|were|has|have|had|that|which|who|but|than|with|from|under|over|after|before|of)\b)[^\W\d_][\w’'-]*){1,4}"
)
_OF_WHAT = re.compile(
    r"\s+of\s+(?:its\s+|the\s+|their\s+|his\s+|her\s+)?(?:[^\W\d_][\w’'-]*\s+){0,2}?[^\W\d_][\w’'-]*(?=\s*(?:[,.;:)]|$|\s(?:in|on|at|by|for|to|with|from|that|which|and|were|was|before|after|under|between|sold|through)\b))"
)
_VERB_FORM = re.compile(r"(?:ed|ing)$")


def heading(passages: Sequence[Passage]) -> str:
    """Words of one of the passages, in a row and as written, that name the charge.

    The first that name a figure or a wrong win, else the first that can stand alone, else the beginning of the first passage.
    """
    fitting = [
        (_rank(candidate, passage), candidate)
        for passage in passages
        for candidate in _candidates(passage)
        if LEAST <= len(candidate.split()) <= LONGEST
        and not _TELLS_WHO.search(candidate)
        and not _OPENS_BADLY.match(candidate)
    ]
    first = passages[0].text
    best = min(fitting, key=lambda ranked: ranked[0], default=(0, ""))
    return best[1] or _shortened(_LEAD_IN.sub("", first)) or first


def _rank(words: str, passage: Passage) -> int:
    """0 for words that hold a figure or a wrong, 1 for others, 2 for those that only say where or when."""
    if _ADVERBIAL.match(words):
        return 2
    return int(
        not (any(_FIGURE_LEAD.sub("", n.words) in words for n in passage.numbers) or accusing.tells_of_wrong(words))
    )


def _candidates(passage: Passage) -> Iterator[str]:
    predicate = _TAG.sub("", _LEAD_IN.sub("", passage.text[max(passage.predicate, 0) :]))
    wrong = _OF_WRONG.search(predicate)
    matter = wrong["content"] if wrong else predicate
    alleged = _shortened(matter) if wrong else ""
    if alleged and re.search(r"\d", alleged):
        yield alleged
    yield from _figures(passage)
    if alleged:
        yield alleged
    told = _TOLD.search(predicate)
    said = _SAID.match(predicate)
    quoted = [m["words"].strip(" ,.") for m in _INNER.finditer(matter)]
    if told:
        yield _shortened(told["content"])
    for words in quoted:
        if len(words.split()) >= LEAST:
            yield words if len(words.split()) <= LONGEST else _shortened(words)
    if said and not _TOLD_SOMEBODY.match(predicate):
        yield _shortened(said["content"])
    whole = _LABEL.sub("", passage.text if passage.predicate > 0 else predicate)
    yield from (_shortened(part) for part in _BREAK.split(whole) if _VERB.search(part))


def _figures(passage: Passage) -> Iterator[str]:
    """Each figure with what it counts: "24,000 fraudulent accounts", "40,000 crates of old apples"."""
    for number in passage.numbers:
        at = passage.text.find(number.words)
        counted = _COUNTED.match(passage.text, at + len(number.words)) if at >= 0 and number.unit else None
        if counted is None or number.unit == "percent":
            continue
        words = counted[0].split()
        if number.unit in (lowered := [word.lower() for word in words]):
            words = words[: lowered.index(number.unit) + 1]
        end = passage.text.index(words[-1], at + len(number.words)) + len(words[-1])
        tail = _OF_WHAT.match(passage.text, end)
        yield _closed(_FIGURE_LEAD.sub("", passage.text[at : tail.end() if tail else end]).split())


def _shortened(words: str) -> str:
    """The beginning of a clause: to its first break, and where that is too long to the last place in it where something may be left off."""
    text = words.split(" [")[0].strip(' ,.“”"')
    clause = _first_clause(text).split()
    if len(clause) <= LONGEST:
        return _closed(clause)
    kept = clause[: LONGEST + 1]
    opened = next((i for i in range(LEAST, len(kept)) if kept[i].lower() in _SUBORDINATE), LONGEST)
    cut = next((i for i in range(opened, LEAST, -1) if kept[i].lower() in _CUTS_BEFORE | _SUBORDINATE), opened)
    return _closed(_without_loose_end(kept[:cut]))


def _without_loose_end(words: list[str]) -> list[str]:
    """A clause that was cut, without a participle that led on to more ("accounts created | to ...") and without half of "millions of times"."""
    if len(words) > LEAST and words[-1].lower() == "of":
        return words[:-2]
    return words[:-1] if len(words) > LEAST + 1 and _VERB_FORM.search(words[-1]) else words


def _first_clause(text: str) -> str:
    """To the first break that leaves enough words; a comma inside a list of adjectives or after a place does not end it."""
    for match in _BREAK.finditer(text):
        if len(text[: match.start()].split()) >= LEAST:
            return text[: match.start()]
    return text


def _closed(words: list[str]) -> str:
    """Without words at the end that lean on the next, and with no quotation mark left open."""
    kept = list(words)
    while kept:
        joined = " ".join(kept)
        if len(re.findall('[“”"]', joined)) % 2 or kept[-1].strip("“”\"'").lower() in _LEANS_ON_NEXT:
            kept.pop()
            continue
        return joined.strip(" ,.;:")
    return ""
