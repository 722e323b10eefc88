"""The one definition of "the same words": normalise two texts, then compare.

Equal means equal after Unicode composition, quotation marks, dashes, white space, line-break hyphens and invisible
characters; never after anything else. Case, digits and punctuation count. Whatever is found comes back as a range of the
text that was searched, so that a page can show the source's own characters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from generator.model import Span

_QUOTES = '"`´ʼ‘’‚‛“”„‟«»‹›「」『』〝〞〟⹂＂＇'
_DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
_INVISIBLE = "\u180e\u200b-\u200f\u2060-\u2064\ufeff"

_DROPPED = re.compile(rf"[{_INVISIBLE}\xad]+(?P<break>(?=[^\S\n]*\n))?")
_COMPOSABLE = re.compile("(?s).?[\u0300-\U0010ffff]+")
_FOLDED = re.compile(
    r"(?P<break>(?<=[^\W\d_])[-‐‑\xad][^\S\n]*\n\s*+(?=[^\W\d_]))"
    rf"|(?P<dash>[-{_DASHES}]{{2,}}|[{_DASHES}])|(?P<quote>[{_QUOTES}])|(?P<blank>\s[\s\xad]+|[^\S ])|(?P<soft>\xad)"
)
_BREAK = re.compile(r"[-‐‑\xad][^\S\n]*\n")
_FOLDS_TO = {"dash": "-", "quote": "'", "soft": ""}

_APOSTROPHES = "'’ʼ`´"
_HYPHENS = "-‐‑"
_SIGNS = "-‐‑‒–−﹣－."
_GROUPERS = ".,:/⁄∕–"
_SUFFIXES = "+#"
"""What directly follows a name or a number and belongs to it: C++, C#, 100+."""
_GROUP = re.compile(r"(?<!\d)\d{1,3} \d{3}(?!\d)")
# Thai and Lao, Burmese, Khmer, kana and Han set no blanks between words: there a quote may begin and end anywhere.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in the form that is compared, and the way back to the text as given."""

    text: str
    starts: Sequence[int]
    """For each character of `text`: where in the given text it starts."""
    ends: Sequence[int]
    """For each character of `text`: where in the given text it ends."""

    def given(self, start: int, end: int) -> Span:
        """The range of the given text that `text[start:end]` (not empty) came from."""
        return Span(self.starts[start], self.ends[end - 1])


def normalise(text: str) -> Normalised:
    """The form in which texts are compared. Takes time in proportion to the text; never fails."""
    return _fold(_compose(_drop(text)), "")


def find(words: str, text: str) -> tuple[Span, ...]:
    r"""Every place of `text` where the same words stand, in order; places may overlap.

    A quote may not begin or end inside a word, a hyphened compound or a number: "can" does not stand in "can't", nor
    "24" in "24,000". A hyphen at the end of a line may belong to the word ("long-\n\nterm"), so a text that has such
    hyphens is read both ways.
    """
    return tuple(sorted(set(_places(words, text))))


def longer_word(words: str, text: str) -> Span | None:
    """The first place of `text` where `words` begin or end inside a word or a number, with the whole of it; else None."""
    wanted = normalise(words).text
    form = _forms(text)[0]
    start = next(_occurrences(wanted, form.text), None)
    if start is None:
        return None
    end = start + len(wanted)
    while _inside(form, text, start):
        start -= 1
    while _inside(form, text, end):
        end += 1
    return form.given(start, end)


def shortest_unique(span: Span, text: str) -> Span:
    """The shortest range around `span`, longer by whole words, whose words stand only once in `text`.

    A range inside the same block is preferred to one that runs over a blank line. `span` itself where there is none.
    """
    block_start = text.rfind("\n\n", 0, span.start) + 1
    block_end = text.find("\n\n", span.end)
    block = Span(block_start, block_end if block_end >= 0 else len(text))
    for bounds in (block, Span(0, len(text))):
        found = _grow(span, text, bounds)
        if found:
            return found
    return span


def nearest(words: str, text: str) -> Span | None:
    """The passage of `text` most like `words`, or None where fewer than half of the words are near one another.

    For messages only: no verdict rests on it.
    """
    wanted = [word for word, _ in _words(words)]
    there = _indexed(text)
    if not wanted or not there:
        return None
    known = Counter(word for word, _ in there)
    wanted = [word if word in known else _spelt_like(word, known) for word in wanted]
    best, at = _best_window(Counter(wanted), len(wanted), there)
    if best < len(wanted) * _LEAST_SHARE:
        return None
    return _align(wanted, there, at)


def completed(near: Span, words: str, text: str) -> Span:
    """What `nearest` found, to the end of its phrase where the last of several words is another one: how far the alteration goes is not known then.

    "in March" against "in early April and was refused" is "in early April"; a figure stands for a figure. For messages only.
    """
    found = [word for word, _ in _words(text[near.start : near.end])]
    wanted = [word for word, _ in _words(words)]
    if len(wanted) < _LEAST_WORDS or found[-1] == wanted[-1] or (found[-1][0].isdigit() and wanted[-1][0].isdigit()):
        return near
    end = _PHRASE_END.search(text, near.end, near.end + _LONGEST_REST)
    return Span(near.start, end.start()) if end else near


# --- the form that is compared ---------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def _forms(text: str) -> tuple[Normalised, ...]:
    """The normalised text; where a line ends in a hyphen also the form that keeps it."""
    closed = normalise(text)
    if not _BREAK.search(text):
        return (closed,)
    return closed, _fold(_compose(_drop(text)), "-")


def _rebuild(form: Normalised, pieces: Iterable[tuple[str, int, int]]) -> Normalised:
    """`form` with ranges of it replaced: (replacement, start, end), in order and apart."""
    out: list[str] = []
    starts, ends = array("I"), array("I")
    done = 0
    for new, start, end in pieces:
        out += (form.text[done:start], new)
        starts.extend(form.starts[done:start])
        ends.extend(form.ends[done:start])
        starts.extend([form.starts[start]] * len(new))
        ends.extend([form.ends[end - 1]] * len(new))
        done = end
    if not done:
        return form
    out.append(form.text[done:])
    starts.extend(form.starts[done:])
    ends.extend(form.ends[done:])
    return Normalised("".join(out), starts, ends)


def _drop(text: str) -> Normalised:
    form = Normalised(text, range(len(text)), range(1, len(text) + 1))
    return _rebuild(form, ((_left_of(match), *match.span()) for match in _DROPPED.finditer(text)))


def _left_of(invisible: re.Match[str]) -> str:
    """What stays of a run of invisible characters: one soft hyphen where it ends a line."""
    return "\xad" if "\xad" in invisible[0] and invisible["break"] is not None else ""


def _compose(form: Normalised) -> Normalised:
    """Unicode normalisation form C, one combining sequence at a time, so that the map stays exact."""
    if unicodedata.is_normalized("NFC", form.text):
        return form
    clusters = (cluster for run in _COMPOSABLE.finditer(form.text) for cluster in _clusters(form.text, *run.span()))
    composed = ((unicodedata.normalize("NFC", form.text[a:b]), a, b) for a, b in clusters)
    return _rebuild(form, (piece for piece in composed if piece[0] != form.text[piece[1] : piece[2]]))


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start + 1, end):
        if not _continues(text[at]):
            yield start, at
            start = at
    yield start, end


def _continues(character: str) -> bool:
    """Whether a character may compose with the one before it: marks, and the later letters of a Hangul syllable."""
    return (
        unicodedata.category(character).startswith("M")
        or "\u1161" <= character <= "\u1175"
        or "\u11a8" <= character <= "\u11c2"
    )


def _fold(form: Normalised, break_hyphen: str) -> Normalised:
    folded = _rebuild(form, _foldings(form.text, break_hyphen))
    blanks = len(folded.text) - len(folded.text.lstrip(" "))
    end = len(folded.text.rstrip(" "))
    return Normalised(folded.text[blanks:end], folded.starts[blanks:end], folded.ends[blanks:end])


def _foldings(text: str, break_hyphen: str) -> Iterator[tuple[str, int, int]]:
    for match in _FOLDED.finditer(text):
        start, end = match.span()
        if match.lastgroup == "blank":
            yield " ", start, end
        elif match.lastgroup != "break":
            yield _FOLDS_TO[str(match.lastgroup)], start, end
        elif text[end].islower():
            yield break_hyphen, start, end
        else:
            yield "" if text[start] == "\xad" else "-", start, start + 1
            yield " ", start + 1, end


def _places(words: str, text: str) -> Iterator[Span]:
    """Where the words stand; a place may come once for each form of the text."""
    wanted = normalise(words).text
    for form in _forms(text):
        for at in _occurrences(wanted, form.text):
            end = at + len(wanted)
            if not _inside(form, text, at) and not _inside(form, text, end):
                yield form.given(at, end)


def _stands_once(words: str, text: str) -> bool:
    first: Span | None = None
    for place in _places(words, text):
        if first not in (None, place):
            return False
        first = place
    return first is not None


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


# --- where a quote may begin and end ---------------------------------------------------------------------------------


def _inside(form: Normalised, text: str, at: int) -> bool:
    """Whether position `at` of the normalised form lies inside a word or a number."""
    if not 0 < at < len(form.text):
        return False
    if unicodedata.category(form.text[at]).startswith("M"):
        return True
    if _inside_group(form.text, at):
        return True
    left, before, after, right = (_given_character(form, text, at + n) for n in (-2, -1, 0, 1))
    if before.isalnum() and after.isalnum():
        return not (_UNSPACED.match(before) or _UNSPACED.match(after))
    if after in _SUFFIXES and (before.isalnum() or before in _SUFFIXES):
        return True
    if after.isdigit() and before and before in _SIGNS and not left.isalnum() and left not in _GROUPERS:
        return True
    return _binds(before, after, right) or _binds(left, before, after)


def _inside_group(form: str, at: int) -> bool:
    """Whether position `at` of the form lies beside a blank that groups the digits of a number: "1 500", not "2010 500"."""
    if " " not in form[at - 1 : at + 1]:
        return False
    blank = at if form[at] == " " else at - 1
    return _GROUP.search(form[max(0, blank - 4) : blank + 5]) is not None


def _given_character(form: Normalised, text: str, at: int) -> str:
    """The given text's own character behind a character of the form; a blank outside, a dash for a run of hyphens."""
    if not 0 <= at < len(form.text) or form.text[at] == " ":
        return " "
    given = text[form.starts[at] : form.ends[at]]
    return "—" if form.text[at] == "-" and len(given) > 1 and not given[-1].isspace() else given[0]


def _binds(left: str, middle: str, right: str) -> bool:
    """Whether `middle` makes one word or number of what stands on its two sides."""
    if not (left.isalnum() and right.isalnum()):
        return False
    return middle in _APOSTROPHES or middle in _HYPHENS or (middle in _GROUPERS and left.isdigit() and right.isdigit())


# --- for messages ----------------------------------------------------------------------------------------------------

_PHRASE_END = re.compile(r"[.,;:!?…”»\")\]—]|\s(?=[–-]\s|(?:and|or|but|which|who|that|when|while|because)\b|\n)")
_LEAST_WORDS = 3
"""Of a quotation that can end in the middle of a phrase."""
_LONGEST_REST = 60
"""Characters to the end of a phrase; a longer way is another phrase's."""
_LEAST_SHARE = 0.5
"""Of a quote's words, for a passage to be named as nearest. Tuned on quotes of 6 to 20 words from the articles in seeds/, a
quarter of the words replaced: at least 0.50 in their own article, at most 0.50 (99 of 100) in another."""
_MOST_LETTERS_ADDED = 2
"""Between a word and what it may be a slip of; together with the letter it keeps the comparison to a few words."""
_MOST_WORDS_ADDED = 40
"""More than this is no quote any longer, and everything around it is likely repeated as well."""


def _grow(span: Span, text: str, bounds: Span) -> Span | None:
    """The shortest unique range around `span` within `bounds`, or None."""
    heads = [match.start() for match in re.finditer(r"\S+", text[bounds.start : span.start])]
    before = [span.start, *(bounds.start + head for head in reversed(heads))][: _MOST_WORDS_ADDED + 1]
    tails = re.finditer(r"\S+", text[span.end : bounds.end])
    after = [span.end, *(span.end + match.end() for match, _ in zip(tails, range(_MOST_WORDS_ADDED), strict=False))]
    for added in range(1, _MOST_WORDS_ADDED + 1):
        pairs = [(left, added - left) for left in range(added + 1) if left < len(before) and added - left < len(after)]
        ranges = [Span(before[left], after[right]) for left, right in pairs]
        unique = [found for found in ranges if _stands_once(text[found.start : found.end], text)]
        if unique:
            return min(unique, key=lambda found: (len(found), found))
    return None


def _words(text: str) -> Iterator[tuple[str, Span]]:
    return ((match[0].replace("’", "'").casefold(), Span(*match.span())) for match in _WORD.finditer(text))


@lru_cache(maxsize=64)
def _indexed(text: str) -> tuple[tuple[str, Span], ...]:
    return tuple(_words(text))


def _spelt_like(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, with the same first or last letter and about the same length; else `word` itself."""
    close = (
        other
        for other in known
        if abs(len(other) - len(word)) <= _MOST_LETTERS_ADDED and (other[0] == word[0] or other[-1] == word[-1])
    )
    return next(iter(get_close_matches(word, sorted(close), 1, 0.75)), word)


def _best_window(wanted: Counter[str], size: int, there: Sequence[tuple[str, Span]]) -> tuple[int, int]:
    """How many of the wanted words the best run of `size` words holds, and where the first such run begins."""
    held: Counter[str] = Counter()
    score = best = at = 0
    for end, (word, _) in enumerate(there):
        held[word] += 1
        score += held[word] <= wanted[word]
        if end >= size:
            gone = there[end - size][0]
            score -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if score > best:
            best, at = score, max(0, end - size + 1)
    return best, at


def _align(wanted: list[str], there: Sequence[tuple[str, Span]], at: int) -> Span:
    """The range of the words that correspond to `wanted`, in and around the run that begins at `at`."""
    low, high = max(0, at - len(wanted) // 2), min(len(there), at + len(wanted) + len(wanted) // 2 + 1)
    blocks = SequenceMatcher(None, wanted, [word for word, _ in there[low:high]], autojunk=False).get_matching_blocks()
    first, last = blocks[0], blocks[-2]
    start = max(low, low + first.b - first.a)
    end = min(len(there), low + last.b + len(wanted) - last.a)
    return Span(there[start][1].start, there[end - 1][1].end)
