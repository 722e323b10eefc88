"""The values that pass between the stages. Data only: frozen, slotted, no I/O, no logic beyond small look-ups.

Three coordinate systems occur, and every field says which it uses:

* **raw**: characters of the decoded source file (after the byte order mark), as an editor counts them;
* **text**: characters of `Document.text`, the clean text that ingest gives;
* **page**: line and column of a Markdown page, both counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `start <= i < end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Number of characters that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# --- the project's own description of its evidence -------------------------------------------------------------------


METADATA = (
    *("type", "title", "author", "editor", "translator", "container-title", "section", "publisher", "publisher-place"),
    *("issued", "accessed", "URL", "DOI", "language", "genre", "volume", "issue", "page", "number"),
)
"""The CSL variables that a source may state."""


ORIGINALS: Mapping[str, str] = {
    "bill": "a bill",
    "dataset": "data",
    "hearing": "a hearing",
    "interview": "an interview",
    "legal_case": "a ruling",
    "legislation": "a law",
    "manuscript": "a manuscript",
    "patent": "a patent",
    "personal_communication": "a letter",
    "regulation": "a regulation",
    "report": "a report",
    "speech": "a speech",
    "standard": "a standard",
    "treaty": "a treaty",
}
"""CSL types of texts that are what a dispute is about, not what somebody wrote of it, with what readers call them."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata together with the ground it stands on."""

    value: str
    """The value as text; several authors are joined by "; ". Dates are EDTF: `2026-04-26`, `2026-05`, `2026-04-25/2026-05-14`."""
    basis: str = ""
    """Empty when the article itself states the value; otherwise the ground on which a person inferred it."""

    @property
    def inferred(self) -> bool:
        return bool(self.basis)


@dataclass(frozen=True, slots=True)
class Admission:
    """A passage from outside the entry's own article that a person let in by hand."""

    words: str
    """The admitted words, as they stand in the file."""
    reason: str
    """Why they belong to the evidence."""


NOT_DESCRIBED = "not described yet"
"""What `Source.speaks` says until a person says who speaks."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of `seeds/sources.yml`: one article that may be cited."""

    key: str
    """What a person types after the @ of a citation: `[a-z0-9][a-z0-9-]*`."""
    file: str
    """Path of the raw article, relative to `seeds/`, with forward slashes."""
    sha256: str
    """Lower-case hexadecimal digest of the file's bytes."""
    speaks: Stated
    """Who speaks in this source, in one line: "opinion column", "unattributed podcast summaries, eleven voices"."""
    metadata: Mapping[str, Stated] = field(default_factory=dict)
    """CSL variables, by CSL's names: title, author, container-title, issued, URL, language, type. Absent = not stated."""
    article: str = ""
    """The headline of the entry's article, where the file holds several; empty where the whole file is one article."""
    called: str = ""
    """How running text names the source ("the unsigned analysis"); an editor's choice of words, no statement about the source."""
    publish: str = "excerpts"
    """"excerpts": only cited passages are shown on the site; "full": the text may be republished whole."""
    admits: tuple[Admission, ...] = ()
    """Passages of other articles in the same file that a person let in."""

    def stated(self, variable: str) -> str:
        """The value of a CSL variable, or "" where it is not stated."""
        found = self.metadata.get(variable)
        return found.value if found else ""

    @property
    def described(self) -> bool:
        """Whether somebody has said who speaks in it."""
        return self.speaks.value != NOT_DESCRIBED

    @property
    def original(self) -> bool:
        """Whether it is an original document by its type."""
        return self.stated("type") in ORIGINALS

    @property
    def title(self) -> str:
        """The stated title, else the key."""
        return self.stated("title") or self.key

    @property
    def name(self) -> str:
        """How a sentence names the source ("according to ..."): as the editors call it, else the container's title, else the key."""
        return self.called or self.stated("container-title") or self.key


class Side(StrEnum):
    """Where a party stands in the dispute, as the sources tell it."""

    ACCUSES = "accuses"
    ACCUSED = "accused"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Party:
    """A person, company, state body or group that takes part in the dispute."""

    name: str
    """The name pages use."""
    aliases: tuple[str, ...] = ()
    """Other names of the same party in the sources."""
    side: Side = Side.NEITHER
    """Accuses, accused, or neither."""
    of: str = ""
    """Name of the larger party this one belongs to or speaks for, where there is one."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def _fold(name: str) -> str:
    return _ARTICLE.sub("", name.replace("’", "'")).casefold()


@dataclass(frozen=True, slots=True)
class Topic:
    """`seeds/topic.yml`: what the explainer is about."""

    title: str
    """Title of the explainer."""
    subject: str
    """The contested thing in one or two words: "fluoridation"."""
    question: str = ""
    """The dispute as one neutral question, for the head of the home page; may be empty."""
    terms: tuple[str, ...] = ()
    """Words by which a passage on the subject is recognised; matched without regard to case, as whole words."""
    parties: tuple[Party, ...] = ()
    """Everyone who takes part."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Page kind -> file name in docs/. Kinds: home, definition, allegations, rebuttals, open-questions, positions, timeline, disagreements."""
    wanted: tuple[str, ...] = ()
    """Sources that would fill a gap and are not at hand, a line each, as editors describe them."""
    _known: Mapping[str, Party] = field(init=False, repr=False, compare=False)
    """Folded name -> the first party that goes by it."""

    def __post_init__(self) -> None:
        known = {_fold(name): party for party in reversed(self.parties) for name in party.names}
        object.__setattr__(self, "_known", known)

    def party(self, name: str) -> Party | None:
        """The party that goes by `name`, without regard to case, a leading article and the form of apostrophes, else None."""
        return self._known.get(_fold(name))


@dataclass(frozen=True, slots=True)
class Query:
    """One entry of `seeds/queries.yml`: a point in a source that looks wrong. Shown at each use, never corrected."""

    source: str
    """Key of the source."""
    words: str
    """The words that look wrong, as they stand in the source."""
    ground: str
    """Why they look wrong."""
    by: str
    """Who queried them."""
    date: str
    """ISO date of the query."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of `seeds/corrections.yml`: what was corrected on the pages, or a source that was withdrawn or replaced."""

    date: str
    """ISO date of the correction."""
    why: str
    """The reason, in one sentence."""
    was: str
    """What stood there before."""
    now: str = ""
    """What stands there now; "" where nothing does."""
    page: str = ""
    """File name in docs/ of the page that was corrected, "" where it is about a source."""
    source: str = ""
    """Key of the source that it is about, which may exist no more; "" where it is about a page alone."""


# --- ingest ----------------------------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What the layout of the file says about a block; what it *means* is analysis."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of clean text that the file's layout sets apart."""

    kind: BlockKind
    span: Span
    """In text coordinates. Blocks are in order, do not overlap, and are separated by exactly two newlines."""
    level: int = 0
    """Heading level 1 to 6; 0 for anything else."""
    item: int = 0
    """Index into `Document.items`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article as the *format* delimits it: an RSS item, an Atom entry, an HTML page, or the whole file."""

    span: Span
    """In text coordinates."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """CSL variables that the format states (feed and HTML head); plain text states none."""


@dataclass(frozen=True, slots=True)
class Document:
    """The clean text of one source file and the way back to its raw characters."""

    file: str
    """Path relative to `seeds/` (or as named on the command line)."""
    format: str
    """"text", "markdown", "html", "feed" or "pdf"."""
    encoding: str
    """Python's name of the encoding the bytes were decoded with; "pdf" for the text layer of one."""
    text: str
    """Clean text: no markup, no entities; blocks joined by two newlines; inside a block a newline stands only after a hyphen that may cut a word; NFC is *not*
    applied."""
    starts: Sequence[int]
    """Raw start of each character of `text`; for the newlines between blocks, the raw end of the block before."""
    ends: Sequence[int]
    """Raw end of each character of `text`."""
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]
    raw_length: int
    """Number of characters of the decoded file."""

    def raw(self, span: Span) -> Span:
        """The raw range that a range of clean text came from."""
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.raw_length
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that citations are checked against."""

    topic: Topic
    sources: Mapping[str, Source]
    """By key, in the order of the keys."""
    documents: Mapping[str, Document]
    """By source key. A source whose file cannot be read is in `sources` and absent here."""
    queries: tuple[Query, ...] = ()
    digest: str = ""
    """sha256 over topic, sources, queries and the sources' bytes, in hexadecimal: changes when any evidence changes."""
    problems: tuple[Diagnostic, ...] = ()
    """What could not be loaded: one diagnostic a source."""
    corrections: tuple[Correction, ...] = ()
    """In the order of the file."""

    @property
    def newest(self) -> tuple[str, str] | None:
        """Key and date (EDTF, the end of an interval) of the newest dated source; a bare month or year counts as its end."""
        dated = {key: s.stated("issued").split("/")[-1] for key, s in self.sources.items() if s.stated("issued")}
        return max(dated.items(), key=lambda item: (f"{item[1]}-99-99"[:10], item[0])) if dated else None


# --- citations -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """A note's claim that `words` stand in the source `key`."""

    key: str
    words: str
    """As a reader sees them: Markdown escapes already undone. `[...]` joins parts."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A note that rests a statement on a computation over the evidence: `= name argument ...`."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """The result of a derivation over the evidence as it is now."""

    holds: bool
    explanation: str
    """One plain sentence for readers when it holds ("Counted: 5 sources."); for the editor, what is now false and why,
    when it does not."""
    lists: tuple[Listing, ...] = ()
    """What was counted or looked for, so that a reader can count it again."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the things that a derivation is about: a charge, an answer."""

    name: str
    """ "Anthropic: “24,000 accounts”"."""
    passages: tuple[Passage, ...]
    """Where it stands in the sources."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Things that a derivation is about, under the words for what they have in common."""

    title: str
    things: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class EditorNote:
    """A note that marks a statement as an editor's, from outside the sources."""

    editor: str
    date: str
    """ISO date."""
    reference: str
    """An http or https address."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """A note in none of the three forms."""

    problem: str
    help: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's definition on a page."""

    label: str
    body: Citation | Derivation | EditorNote | Malformed
    line: int
    """Of the opening bracket, page coordinates; likewise `column`."""
    column: int
    raw: str
    """The logical line after the colon, as written."""
    body_column: int
    """Column at which `raw` starts on its line."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's mark in the running text."""

    label: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What the scanner found on one page."""

    path: str
    """As it is to be printed in messages, with forward slashes: `docs/allegations.md`."""
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]


class Match(StrEnum):
    """The outcome of comparing a citation with its source. The first two pass."""

    EXACT = "exact"
    NORMALISED = "normalised"
    ABSENT = "absent"
    AMBIGUOUS = "ambiguous"
    UNKNOWN_SOURCE = "unknown-source"
    UNREADABLE_SOURCE = "unreadable-source"
    BAD_JOIN = "bad-join"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification says of one citation."""

    match: Match
    spans: tuple[Span, ...] = ()
    """Text coordinates of the words in the source's document, one a part; for AMBIGUOUS one a place."""
    message: str = ""
    """Empty when it passes; else what was expected and what was found."""
    help: str = ""
    """Empty when it passes; else what to type."""

    @property
    def passes(self) -> bool:
        return self.match in (Match.EXACT, Match.NORMALISED)


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding. Sorts by place."""

    path: str
    line: int
    """From 1; 0 when the finding is about the file as a whole."""
    column: int
    rule: str
    """Stable name in kebab case: `altered-quote`."""
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR


# --- analysis --------------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a passage does in the dispute."""

    DEFINITION = "definition"
    ALLEGATION = "allegation"
    REBUTTAL = "rebuttal"
    OPEN_QUESTION = "open_question"
    CONTEXT = "context"
    IRRELEVANT = "irrelevant"


class Speech(StrEnum):
    """Whose words a passage holds."""

    QUOTE = "quote"
    REPORTED = "reported"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a passage."""

    words: str
    """As written: "April 23", "around the same time"."""
    value: str
    """EDTF: `2026-04-23`, `2026-04`, `2025`; `XXXX-04-23` where the year is neither stated nor inferable; "" where nothing resolves."""
    span: Span
    """In text coordinates."""
    basis: str = ""
    """Empty where the passage states the whole value; else what completed it ("year of the article")."""
    relative: bool = False
    """Whether the words say nothing outside their article ("Monday", "last week", "the same day"): only the value does."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in a passage."""

    words: str
    """As written: "more than 13 million"."""
    value: float
    unit: str
    """The counted noun in lower case ("interactions", "percent", "accounts"), "" where none is found."""
    span: Span
    """In text coordinates."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or headline, list item, caption) of a source and what analysis makes of it."""

    source: str
    """Key of the source."""
    order: int
    """Position within the source, from 0."""
    pieces: tuple[Span, ...]
    """Text coordinates; more than one where the layout cuts the sentence."""
    spans: tuple[Span, ...]
    """The same in raw coordinates."""
    text: str
    """The pieces joined by a space (line-break hyphens closed), white space folded."""
    block: BlockKind
    article: int
    """Number of the article within the file, from 0."""
    headline: str
    """That article's headline, "" where it has none."""
    relevant: bool
    role: Role
    confidence: float
    """Of the role, 0 to 1."""
    speaker: str = ""
    """As the file names it; "" where the article speaks in its own voice."""
    chain: tuple[str, ...] = ()
    """Through whom the carrier knows it, nearest the speaker first: ("Reuters",)."""
    kind: Speech = Speech.VOICE
    caveats: tuple[str, ...] = ()
    """The source's own words that qualify the claim: "[unverified information, ...]", "was reported to have suggested"."""
    dates: tuple[DateMention, ...] = ()
    numbers: tuple[Number, ...] = ()
    claim: str = ""
    """Identifier of the claim it belongs to; the same across sources for the same claim."""
    predicate: int = -1
    """Where in `text` the verb begins whose subject is the speaker: "the union | published a report"; -1 where the speaker does not stand before it."""
    sure: bool = True
    """Whether the role is sure enough for a page; where it is not, a person decides."""
    paragraph: int = 0
    """Number of the paragraph within the article: passages of one paragraph follow each other in thought."""

    @property
    def id(self) -> str:
        """`key:order`, unique within one analysis."""
        return f"{self.source}:{self.order}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, carried by one passage or by several."""

    id: str
    role: Role
    passages: tuple[Passage, ...]
    """The fullest wording first."""


class AnswerKind(StrEnum):
    """How an answer meets a charge."""

    DENIES = "denies"
    JUSTIFIES = "justifies"
    DOUBTS = "doubts the evidence"
    TURNS_BACK = "turns it back"
    CONCEDES = "concedes"


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that answers a charge."""

    claim: Claim
    kind: AnswerKind
    ground: str
    """Why it counts as an answer to this charge: "follows it and says 'that claim'"."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Allegations of one accuser against one accused about one matter, and what answers them."""

    heading: str
    """Words taken from the evidence."""
    accuser: str
    """Party name, "" where no speaker is named."""
    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...] = ()
    counter: bool = False
    """Whether it is a charge of the accused side against the accusing side."""
    accused: tuple[str, ...] = ()
    """Parties whom its words name as having done it, in the order of topic.yml; empty where they name none that the topic knows."""
    unmatched: bool = False
    """Whether nothing is tied to it, yet a rebuttal by the accused or by nobody named stands near: then it cannot be said to have no answer."""


class Conflict(StrEnum):
    """In which way wordings differ."""

    INCOMPATIBLE = "cannot both be right"
    POSITIONS = "take different views"
    LOOKALIKE = "may be two things"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Passages that differ on one point, with both wordings."""

    heading: str
    kind: Conflict
    about: str
    """What differs: "date", "order" (an effect before its cause), "number", "unit", "who", "target", "scope", "status", "polarity", "wording", "position"."""
    versions: tuple[Passage, ...]
    values: tuple[str, ...] = ()
    """What each version gives, in their order: an EDTF date, a figure as written; empty where the difference is in the words."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date, or on two dates by different sources."""

    values: tuple[str, ...]
    """EDTF, in order; more than one where sources conflict."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that analysis found in the evidence."""

    passages: tuple[Passage, ...]
    """By source key, then order."""
    claims: tuple[Claim, ...] = ()
    charges: tuple[Charge, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    events: tuple[Event, ...] = ()
