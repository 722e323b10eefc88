"""Words as far as they matter for telling whether two sentences speak of the same thing: stems, synonyms, opposites, words without content."""

from __future__ import annotations

import re
from functools import cache

_SYNONYMS = """
memo memorandum
report study paper survey audit
article essay column
letter note
company firm business corporation startup
worker employee staff staffer
publish release issue print dated
launch unveil introduce present tabled
tell inform notify alert
accuse charge allege accusation allegation
call describe dismiss label brand denounce
baseless unfounded groundless
send dispatch
buy acquire purchase
sell sale
begin start commence open
stop halt cease suspend
close shut closure closing
end finish conclude
kill die dead death fatal
injure hurt wound
find discover detect
count record
fall drop decline decrease
rise increase grow climb
fine penalty
pay cost spend
sue lawsuit suit
resign resignation quit stepped
explosion blast
fire blaze
contract deal agreement pact
bill act law legislation
meeting summit talks
election vote poll ballot
faulty defective
sample specimen
ship vessel boat
car vehicle
doctor physician
child pupil
house home
test trial
answer respond reply response
sign conclude
take hold store contain
write author draft
lorry truck
illness disease
shop store
leak spill
fund finance bankroll
visit tour
approve endorse
seize confiscate
arrest detain
destroy wreck
build construct construction
film movie
student undergraduate
teacher instructor
american u.s us
british uk
"""
_IRREGULAR = """
said say
told tell
found find
sent send
sold sell
bought buy
began begin
begun begin
held hold
kept keep
paid pay
wrote write
written write
fell fall
fallen fall
rose rise
risen rise
grew grow
grown grow
shut shut
won win
lost lose
led lead
met meet
gave give
given give
took take
taken take
knew know
known know
made make
built build
hid hide
hidden hide
stole steal
stolen steal
left leave
came come
went go
saw see
seen see
drew draw
drawn draw
spent spend
lent lend
cut cut
hit hit
broke break
broken break
chose choose
chosen choose
became become
struck strike
brought bring
taught teach
caught catch
fought fight
sank sink
sunk sink
lives die
men man
women woman
children child
people person
died die
dying die
dies die
laid lay
lying lie
lay lie
"""
_OPPOSITES = """
rise fall
safe unsafe
legal illegal
lawful unlawful
guilty innocent
true false
win lose
confirm deny
support oppose
allow forbid
accept refuse
succeed fail
improve worsen
proven unproven
harmless harmful
lawful unlawful
likely unlikely
able unable
"""
_STOP = frozenset(
    "a an the this that these those it its he she they his her their our we you i them him us of in on at by for to from with as into over under about between among per than then "  # noqa: SIM905
    "and or but nor so yet if when while where which who whom whose what how why because since until after before during through against amid via like such also too even just "
    "is are was were be been being am do does did has have had having will would can could may might must shall should "
    "not no never none neither without cannot nothing nobody "
    "say said says saying tell told according stated add added reported reportedly allegedly note noted claim claimed announce announced confirm "
    "all every each most many several some few half both any only other others another more less least much very nearly almost approximately around roughly "
    "one two three four five six seven eight nine ten eleven twelve first "
    "monday tuesday wednesday thursday friday saturday sunday weekend today yesterday tomorrow behind above near beyond across inside outside along within lie part "
    "up down out off there here now today still already again later earlier once mr mrs ms dr sir prof senator representative president minister "
    "impose imposed levied ruled happened occurred place new come came go went get got make made take took turn put set".split()
)
"""Words that say nothing about what a sentence speaks of: grammar, words of saying, quantities, generic verbs."""

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ised", "ized", "ions", "ion", "ies", "ied", "ers", "ors", "er", "or", "ous", "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
_SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W\d_](?:[\w.]*\w)?(?:['’](?=s\b))?|\d[\w.,-]*")


def is_stop(word: str) -> bool:
    """Whether a lower-case word has no content of its own."""
    return word in _STOP


@cache
def stem(word: str) -> str:
    """One form for a word in lower case, its inflections and its synonyms."""
    plain = word.removesuffix("'s").removesuffix("’s")
    return _FOLDED.get(bare := _cut(_BASE.get(plain, plain)), bare)


@cache
def sign(word: str) -> tuple[str, bool]:
    """The stem that a word in lower case shares with its opposite, and whether it is the negative of the two."""
    return _SIGNED.get(stem(word), (stem(word), False))


def _cut(word: str) -> str:
    """The word without its ending, and without one more: "slanderous" as "slander"."""
    return _cut_once(_cut_once(word))


def _cut_once(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] and cut[-1] not in "aeiousl" else cut
    return word


def _lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


_BASE = {line[0]: line[1] for line in _lines(_IRREGULAR)}
_FOLDED = {_cut(word): _cut(words[0]) for words in reversed(_lines(_SYNONYMS)) for word in words}
_SIGNED = {stem(word): (stem(words[0]), index == 1) for words in _lines(_OPPOSITES) for index, word in enumerate(words)}
