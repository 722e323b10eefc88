"""A small invented dispute, by hand: two sources, one of them hostile to whoever shows it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.model import (
    Analysis,
    Block,
    BlockKind,
    Citation,
    Computed,
    Derivation,
    Diagnostic,
    Document,
    Evidence,
    Item,
    Passage,
    Query,
    Role,
    Source,
    Span,
    Speech,
    Stated,
    Topic,
)
from generator.web import SiteData, SitePlugin

HERALD = (
    "# Toll divides Saltholm",
    "The port authority wants drivers to pay for the old bridge.",
    "“The toll robs islanders of 12 crowns a day,” said Mira Voss, who leads the ferry union, according to Radio North. \
The council was reported to have suggested that the figure is wrong.",
    "- The bridge opened in 1931.",
    "The authority denies that. It says the toll pays for repairs, and that ferries cost more.",
    "No date for a vote has been set.",
)
HOSTILE = (
    "# <script>alert(1)</script> & *stars*",
    "The ferry <img src=x onerror=alert(2)> sank {{ 7*7 }} times, [see](javascript:alert(3)) and `code` says.",
    "A \u202eright-to-left\u202c line &lt;b&gt; stays, a | b, $x$ and <!-- hidden --> too.",
)


def document(file: str, paragraphs: Sequence[str]) -> Document:
    """A document whose raw file is its text; "# " makes a heading, "- " an item. Direction characters arrive cleaned."""
    kinds = {"# ": BlockKind.HEADING, "- ": BlockKind.ITEM}
    blocks: list[Block] = []
    texts: list[str] = []
    start = 0
    for paragraph in paragraphs:
        kind = kinds.get(paragraph[:2], BlockKind.PARAGRAPH)
        text = paragraph if kind is BlockKind.PARAGRAPH else paragraph[2:]
        blocks.append(Block(kind, Span(start, start + len(text)), level=1 if kind is BlockKind.HEADING else 0))
        texts.append(text)
        start += len(text) + 2
    whole = "\n\n".join(texts)
    positions = tuple(range(len(whole)))
    ends = tuple(position + 1 for position in positions)
    return Document(
        file, "text", "utf-8", whole, positions, ends, tuple(blocks), (Item(Span(0, len(whole))),), len(whole)
    )


def passage(source: str, order: int, where: Document, words: str, **details: object) -> Passage:
    """A passage of `where` whose sentence is `words`."""
    start = where.text.index(words)
    span = Span(start, start + len(words))
    settled: dict[str, object] = {"role": Role.CONTEXT, "confidence": 1.0, "relevant": True, **details}
    return Passage(
        source=source,
        order=order,
        pieces=(span,),
        spans=(span,),
        text=words,
        block=BlockKind.PARAGRAPH,
        article=0,
        headline="",
        **settled,  # type: ignore[arg-type]
    )


PAGES = {
    "allegations": "allegations.md",
    "rebuttals": "rebuttals.md",
    "positions": "who-says-what.md",
    "timeline": "timeline.md",
    "disagreements": "disagreements.md",
}


def evidence() -> Evidence:
    herald = Source(
        key="herald",
        file="herald.txt",
        sha256="0" * 64,
        speaks=Stated("signed news report", "the byline"),
        metadata={
            "title": Stated("Toll divides Saltholm"),
            "container-title": Stated("The Saltholm Herald"),
            "issued": Stated("2031-03-04"),
            "URL": Stated("https://herald.example/toll?a=1&b=2"),
            "language": Stated("en", "the text is in English"),
        },
    )
    hostile = Source(
        key="hostile",
        file="hostile.txt",
        sha256="1" * 64,
        speaks=Stated("a blog"),
        called="the hostile blog",
        metadata={"title": Stated(HOSTILE[0][2:])},
    )
    query = Query("herald", "12 crowns a day", "The same page gives 21 crowns.", "editors", "2031-05-06")
    return Evidence(
        topic=Topic("The Saltholm toll", "toll", pages=PAGES),
        sources={"herald": herald, "hostile": hostile},
        documents={"herald": document("herald.txt", HERALD), "hostile": document("hostile.txt", HOSTILE)},
        queries=(query,),
        digest="d" * 64,
    )


def analysis(of: Evidence) -> Analysis:
    herald = of.documents["herald"]
    quote, hedge = HERALD[2].split(". ", 1)
    denial, repairs = HERALD[4].split(". ", 1)
    return Analysis(
        passages=(
            passage("herald", 0, herald, HERALD[1]),
            passage(
                "herald",
                1,
                herald,
                f"{quote}.",
                speaker="Mira Voss",
                chain=("Radio North",),
                kind=Speech.QUOTE,
                role=Role.ALLEGATION,
            ),
            passage(
                "herald",
                2,
                herald,
                hedge,
                speaker="The council",
                kind=Speech.REPORTED,
                caveats=("was reported to have suggested",),
            ),
            passage("herald", 3, herald, f"{denial}.", speaker="The authority", kind=Speech.REPORTED),
            passage("herald", 4, herald, repairs, speaker="The authority", kind=Speech.REPORTED),
        )
    )


def compute(derivation: Derivation) -> Computed:
    if derivation.name == "unquoted":
        return Computed(True, f"none of the 2 sources quotes {derivation.arguments[0]}.")
    return Computed(False, f"no computation is called {derivation.name}.")


def site_data(pages: Iterable[tuple[str, str]] = ()) -> SiteData:
    known = evidence()
    ours = tuple(pages)
    return SiteData(known, analysis(known), tuple(_check(ours, known)), ours, compute)


def _check(pages: Iterable[tuple[str, str]], known: Evidence) -> Iterable[Diagnostic]:
    for path, markdown in pages:
        for note in scan(markdown, f"docs/{path}").notes:
            if isinstance(note.body, Citation) and not (verdict := verify(note.body, known)).passes:
                yield Diagnostic(
                    f"docs/{path}", note.line, note.body_column, verdict.match, verdict.message, verdict.help
                )


def load(root: Path) -> SiteData:
    docs = root / "docs"
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return site_data((path, (docs / path).read_text(encoding="utf-8")) for path in paths)


class Plugin(SitePlugin):
    """Registered as `explainer-sample` by the functions below."""

    load = staticmethod(load)


_ENTRY = EntryPoint("explainer-sample", "tests.web.sample:Plugin", "mkdocs.plugins")

MKDOCS = """\
site_name: The Saltholm toll
use_directory_urls: false
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      toggle: {icon: material/weather-sunny, name: Light}
plugins: [search, offline, explainer-sample]
markdown_extensions: [attr_list, footnotes, md_in_html, tables]
validation: {links: {anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""

INDEX = textwrap.dedent(
    """\
    # In brief

    Mira Voss said the toll “robs islanders of 12 crowns a day”, according to Radio North.[^robs-islanders]
    The authority denies it.[^authority-denies] No source quotes the mayor.[^no-mayor] The mayor has since resigned.[^resigned]

    ## What it costs

    The union's figure is disputed.[^robs-islanders]

    [^robs-islanders]: @herald "The toll robs islanders of 12 crowns a day"
    [^authority-denies]: @herald "The authority denies that."
    [^no-mayor]: = unquoted mayor
    [^resigned]: editor: Ada Holm, 2031-06-07, https://example.org/a?b=1&c=2
    """
)


NOTES = """
[^robs]: @herald "The toll robs islanders of 12 crowns a day"
[^denies]: @herald "The authority denies that."
[^opened]: @herald "The bridge opened in 1931."
"""
VIEWS = {
    "allegations.md": f"# Allegations\n\n## The toll\n\n- **The charge:** It robs.[^robs]\n- **Answer:** It does not.[^denies]\n{NOTES}",
    "rebuttals.md": f"# Rebuttals\n\n## To the toll\n\n- **The charge:** It robs.[^robs]\n- **Answer:** It does not.[^denies]\n{NOTES}",
    "who-says-what.md": textwrap.dedent("""\
        # Who says what

        Table: Who says what of which charge.[^robs]

        | Who | Mira Voss: “robs islanders” | “the bridge opened in 1931” | The authority: “denies that” | All of it |
        |---|---|---|---|---|
        | **Mira Voss** | alleges (the Herald, from Radio North)[^robs] | nothing in these sources | nothing in these sources | nothing in these sources |
        | **The authority** | denies (the Herald)[^denies]; justifies (the Herald)[^opened] | nothing in these sources | nothing in these sources | nothing in these sources |

        ## Mira Voss

        - *Alleges.* It robs.[^robs]

        ## The authority

        - *Denies.* It does not.[^denies] It opened.[^opened]
        """)
    + NOTES,
    "timeline.md": textwrap.dedent("""\
        # Timeline

        ## 1931

        - It opened.[^opened]

        ## 3 March 2031 or 4 March 2031

        - It robs.[^robs]

        ## June 2031

        - It is denied still.[^denies]
        """)
    + NOTES,
    "disagreements.md": f"# Disagreements\n\n## Cannot both be right\n\n### The toll\n\n- *A paper.* It robs.[^robs]\n- *A paper.* Not.[^denies]\n{NOTES}",
}
"""A page of each kind that shows more than its text."""


def project(root: Path, pages: dict[str, str] | None = None) -> Path:
    """Write a project to `root` and return its mkdocs.yml."""
    for path, markdown in (pages or {"index.md": INDEX}).items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(MKDOCS, encoding="utf-8")
    return config


def register(folder: Path) -> Path:
    """Make `folder` a place on the module path in which MkDocs finds `explainer-sample`, for a process of its own."""
    information = folder / "saltholm-1.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: saltholm\nVersion: 1\n", encoding="utf-8")
    (information / "entry_points.txt").write_text(
        f"[{_ENTRY.group}]\n{_ENTRY.name} = {_ENTRY.value}\n", encoding="utf-8"
    )
    return folder


@contextmanager
def registered() -> Iterator[None]:
    """MkDocs finds `explainer-sample` in this process."""
    known: dict[str, EntryPoint] = vars(MkDocsConfig.plugins)["installed_plugins"]
    known[_ENTRY.name] = _ENTRY
    try:
        yield
    finally:
        del known[_ENTRY.name]
