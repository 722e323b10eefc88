from __future__ import annotations

import re
from dataclasses import replace

import jinja2
import markdown as python_markdown
import pytest
import yaml

from generator import compose
from generator.analysis.origins import origins
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import PAGE_KINDS, choice
from generator.compose.render import environment
from generator.model import Citation, Derivation, Malformed, Party, Role, Side, Source, Stated, Topic
from generator.pipeline import Work, composition
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence


def pages(
    *, silent: tuple[str, ...] = (), topic: Topic = TOPIC, sources: dict[str, Source] | None = None, **said: list[Said]
) -> dict[str, str]:
    of = evidence(said, topic, sources)
    return compose.compose(of, analysis(said, of), lambda: silent, origins).pages


CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.",
    "Orchard Guild",
    "accused",
    chain=("Radio Tarn",),
    paragraph=1,
)
MARKED = alleged(
    "Odo Fenn accused Sund Packers of taking 3 million crowns [unverified information].",
    "Odo Fenn",
    "accused",
    paragraph=3,
)


def test_a_charge_has_every_slot() -> None:
    page = pages(wire=[CHARGE])["allegations.md"]
    body = page[page.index("- **The charge") : page.index("Covers")]
    assert body == (
        "- **The charge:** Orchard Guild “accused Brannock of selling 40,000 crates of old apples”, according to Radio Tarn as cited by the "
        "Wire.[^accused-brannock]\n"
        "- **Figures:** “40,000”.[^accused-brannock] **Rests on** one origin: Radio Tarn, through the Wire.[^origins-accused-brannock]\n"
        "- **Answer:** No answer to this was found in these sources.[^no-answer-accused-brannock]\n\n"
    )
    assert '[^origins-accused-brannock]: = origins 1 wire "accused Brannock of selling 40,000"\n' in page
    assert '[^no-answer-accused-brannock]: = unanswered wire "accused Brannock of selling 40,000"\n' in page


def test_words_that_their_source_marks_as_unverified_stand_in_no_heading_and_keep_the_mark() -> None:
    found = pages(wire=[MARKED])
    assert "## Odo Fenn: a charge that its source marks as unverified\n" in found["allegations.md"]
    for page in found.values():
        for line in page.splitlines():
            if "3 million" in line and not line.startswith("- **Figures:**"):
                assert "\\[unverified information\\]" in line
                assert not line.startswith("#")
    assert "3 million" not in found["index.md"]


def test_one_event_with_two_dates() -> None:
    page = pages(
        a=[
            alleged(
                "On 3 March 2031, the Orchard Guild issued a report accusing Brannock of fogging apples.",
                "Orchard Guild",
                "issued",
            )
        ],
        b=[
            alleged(
                "The Guild issued its report on March 4, accusing Brannock of fogging apples.",
                "Orchard Guild",
                "issued",
            )
        ],
    )["timeline.md"]
    assert "## 3 March 2031 or 4 March 2031\n\nThe sources give 2 dates for this.[^dates-of-" in page


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_without_evidence_every_page_says_so(kind: str) -> None:
    page = pages()[TOPIC.pages[kind]]
    assert page.startswith("---\ntitle: ")
    assert (
        "No source here" in page
        or "No source here differs" in page
        or "no speaker" in page.lower()
        or kind == "open-questions"
    )
    assert "None" not in page
    assert "\n\n\n" not in page
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_only_the_pages_that_the_topic_names_are_made() -> None:
    topic = replace(TOPIC, pages={"home": "start.md", "timeline": "when.md"})
    with pytest.raises(jinja2.UndefinedError):
        pages(topic=topic)
    of = evidence({}, replace(TOPIC, pages={"timeline": "when.md"}))
    assert list(compose.compose(of, analysis({}, of), tuple, origins).pages) == ["when.md"]


def test_who_is_silent_is_said_only_where_it_is_so() -> None:
    quiet = pages(wire=[CHARGE], silent=("Sund Packers", "Kell & Sons"))
    assert "does anyone speak for two of the accused: Sund Packers and Kell & Sons." in quiet["index.md"]
    assert '[^nobody-speaks-for]: = silent accused "Sund Packers" "Kell & Sons"' in quiet["index.md"]
    assert "does anyone speak for" not in pages(wire=[CHARGE])["index.md"]


def test_one_who_is_silent_has_the_article_of_the_sources() -> None:
    text = "The Guild accused the Ministry of Labour of selling 40,000 crates of old apples."
    quiet = pages(wire=[alleged(text, "Orchard Guild", "accused")], silent=("Ministry of Labour",))
    assert "does anyone speak for one of the accused: the Ministry of Labour." in quiet["index.md"]


def test_an_answer_tied_to_no_charge_leaves_none_without_any_answer_at_all() -> None:
    denial = answered("Growers of Tarn rejected reports of a shortage of fruit.", "Growers", "rejected")
    assert "No answer to this was found in these sources." in pages(wire=[CHARGE])["allegations.md"]
    assert (
        "No answer to this in particular was found in these sources."
        in pages(post=[denial], wire=[CHARGE])["allegations.md"]
    )


def test_a_party_has_one_name_in_the_headings() -> None:
    longer = alleged(
        "Brannock Cold Stores accused Sund Packers of selling 40,000 crates of old apples.",
        "Brannock Cold Stores",
        "accused",
    )
    assert "## Brannock: “" in pages(wire=[longer])["allegations.md"]


def test_undated_and_unsigned_sources_are_named() -> None:
    dated = Source(
        "a", "a.txt", "0" * 64, Stated("x"), {"issued": Stated("2031-03-06"), "author": Stated("Nel")}, called="the A"
    )
    inferred = replace(dated, key="b", metadata={"issued": Stated("2031-03", "a guess")}, called="the B")
    page = pages(sources={"a": dated, "b": inferred}, a=[CHARGE], b=[Said("Fog.")])["open-questions.md"]
    assert "- The B states no date.[^no-date]" in page
    assert "- The B names no author.[^no-author]" in page
    assert "Open as of 6 March 2031" in page or "Open as of March 2031" in page


def test_a_template_that_names_something_unknown_fails() -> None:
    made = environment(evidence({}))
    with pytest.raises(jinja2.UndefinedError):
        made.from_string("{{ nobody }}").render()


def test_whatever_is_printed_is_escaped_once() -> None:
    made = environment(evidence({}))
    words = "<b> *a* [x](y) | `c` {{ 7 * 7 }} {% raw %} &amp; \\ # _u_ \n- item"
    shown = made.from_string("x {{ words }}").render(words=words)
    assert shown == "x " + made.from_string("{{ words }}").render(words=words)
    assert "<b>" not in shown
    assert "\n" not in shown
    assert "{{ 7" not in shown.replace("\\{\\{", "")


# --- what holds of every page, of the sample and of the project's own seeds --------------------------------------------


@pytest.fixture(scope="session", params=["sample_work", "seeds_work"])
def work(request: pytest.FixtureRequest) -> Work:
    found: Work = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def composed(work: Work) -> dict[str, str]:
    return composition(work).pages


def test_all_eight_pages_are_made(composed: dict[str, str], work: Work) -> None:
    assert list(composed) == [work.evidence.topic.pages[kind] for kind in PAGE_KINDS]


def test_every_note_is_sound_and_every_quotation_verifies(composed: dict[str, str], work: Work) -> None:
    cited = 0
    for name, markdown in composed.items():
        scanned = scan(markdown, name)
        assert {note.label for note in scanned.notes} == {mark.label for mark in scanned.references}, name
        assert len({note.label for note in scanned.notes}) == len(scanned.notes)
        for note in scanned.notes:
            assert not isinstance(note.body, Malformed), note
            if isinstance(note.body, Citation):
                cited += 1
                verdict = verify(note.body, work.evidence)
                assert verdict.passes, (name, note.label, verdict.message)
            if isinstance(note.body, Derivation):
                computed = work.compute(note.body)
                assert computed.holds, (name, note.label, computed.explanation)
    assert cited > 30


def test_every_statement_carries_a_note(composed: dict[str, str]) -> None:
    """Every line that quotes, and every item, ends in a mark; headings and the pages' own remarks in italics do not quote."""
    for name, markdown in composed.items():
        for line in _body(markdown):
            if line.startswith(("#", "*", "|", "**", "- [")) or not line:
                continue
            assert re.search(r"\[\^[a-z0-9-]+\]$", line), (name, line)


def test_what_stands_in_quotation_marks_stands_in_a_source(composed: dict[str, str], work: Work) -> None:
    texts = [_plain(document.text) for document in work.evidence.documents.values()]
    for name, markdown in composed.items():
        for line in _body(markdown):
            for quoted in re.findall(r"“([^”]*)”", line):
                assert any(_plain(_unescaped(quoted)) in text for text in texts), (name, quoted)


def test_no_charge_and_no_answer_is_printed_without_who_says_it(composed: dict[str, str], work: Work) -> None:
    contested = [
        _plain(p.text)[-40:-1]
        for p in work.analysis.passages
        if p.relevant and p.role in (Role.ALLEGATION, Role.REBUTTAL)
    ]
    seen = 0
    for markdown in composed.values():
        for line in _body(markdown):
            if line.startswith(("#", "| Who |")) or not any(words in _plain(_unescaped(line)) for words in contested):
                continue
            seen += 1
            own = re.sub(r"“[^”]*”", "", line)
            assert re.search(r"according to|as quoted by|naming no speaker|wrote", own, re.IGNORECASE), line
    assert seen > 5


def test_nothing_of_an_unrelated_article_or_of_furniture_is_on_a_page(composed: dict[str, str], work: Work) -> None:
    pile = "\n".join(composed.values())
    plain = _plain(_unescaped(pile))
    for p in work.analysis.passages:
        if not p.relevant and len(p.text.split()) > 3:
            assert _plain(p.text).rstrip(".") not in plain, p


def test_verbs_that_presuppose_truth_stand_only_inside_quotation_marks(composed: dict[str, str]) -> None:
    for markdown in composed.values():
        for line in _body(markdown):
            own = re.sub(r"“[^”]*”", "", line)
            assert not re.search(r"\b(?:warned|noted|revealed|identified|admitted|exposed|proved)\b", own), own


def test_an_unverified_claim_is_in_no_heading_and_not_in_the_brief(composed: dict[str, str], work: Work) -> None:
    marked = [p for p in work.analysis.passages if p.relevant and any("unverified" in c.lower() for c in p.caveats)]
    assert marked
    home = composed[work.evidence.topic.pages["home"]]
    for p in marked:
        words = p.text[max(p.predicate, 0) :][:25]
        assert words not in home
        for markdown in composed.values():
            for line in markdown.splitlines():
                if words in line and not re.match(r"\[\^[a-z0-9-]+\]: =", line):
                    assert "unverified" in line
                    assert not line.startswith("#")


def test_an_answer_that_cannot_be_quoted_is_not_called_none() -> None:
    answer = answered("That claim of the Guild is false:", "", paragraph=2)
    found = pages(wire=[CHARGE, answer])
    assert (
        "- **Answer:** The sources hold an answer to this, but it cannot be quoted on its own.[^answered-"
        in found["allegations.md"]
    )
    assert not any("= unanswered" in page for page in found.values())


def test_a_heading_quotes_only_what_the_charge_below_it_quotes() -> None:
    leaning = alleged("It names 40,000 crates of Brannock.", "Orchard Guild", paragraph=1)
    plain = alleged("The Guild accused Brannock of fraud.", "Orchard Guild", "accused", paragraph=1)
    page = pages(wire=[leaning, plain])["allegations.md"]
    assert "\n## Orchard Guild\n" in page
    assert "40,000" not in page


BUDGETS = {
    "home": choice.HOME,
    "definition": choice.DEFINITION,
    "allegations": choice.ALLEGATIONS,
    "rebuttals": choice.REBUTTALS,
    "open-questions": choice.OPEN_QUESTIONS,
}


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_page_keeps_to_its_budget(kind: str, composed: dict[str, str], work: Work) -> None:
    shown = re.sub(r"\[\^[a-z0-9-]+\]", "", "\n".join(_body(composed[work.evidence.topic.pages[kind]])))
    words = [word for word in shown.split() if re.search(r"\w", word)]
    assert len(words) <= BUDGETS[kind]


def test_what_answers_nothing_and_what_is_left_out_is_said(work: Work) -> None:
    found = composition(work)
    page = found.pages[work.evidence.topic.pages["allegations"]]
    unanswered = [
        charge for charge in work.analysis.charges if charge.accuser and not charge.counter and not charge.answers
    ]
    assert bool(unanswered) == ("these sources" in page)
    for left in (*found.left_out, *found.moved):
        assert left.reason
    assert not {left.passage.id for left in found.left_out} & {left.passage.id for left in found.moved}


def test_front_matter_is_yaml_with_a_title(composed: dict[str, str]) -> None:
    for markdown in composed.values():
        head = markdown.split("---\n")[1]
        assert isinstance(yaml.safe_load(head)["title"], str)


def test_composing_again_gives_the_same_bytes(composed: dict[str, str], work: Work) -> None:
    assert composition(work).pages == composed


def _body(markdown: str) -> list[str]:
    """The lines of a page without front matter and notes."""
    lines = markdown.split("---\n", 2)[2].splitlines()
    return [line for line in lines if not re.match(r"\[\^[a-z0-9-]+\]: ", line)]


def _unescaped(markdown: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("&lt;", "<").replace("&#124;", "|")


def _plain(text: str) -> str:
    """Letters, digits and signs without quotation marks and white space."""
    return re.sub(r"[\s\"“”‘’'-]+", "", text)


# --- untrusted text ----------------------------------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} and {% include 'x' %}",
    "[a link](javascript:alert(1))",
    "![a picture](https://x.example/a.png)",
    "**bold** and _under_ and `code`",
    "a | b | c",
    "# heading",
    "[^covers]: = sources 9",
    "[^fake] mark",
    "&lt;b&gt; &amp; &#60;",
    "a --- b",
    "*[HTML]: abbreviation",
    '{: onclick="alert(1)" }',
    "https://x.example/?q=1 and a@b.example",
    "$x$ ==mark== ~~gone~~ ^up^ :smile:",
    "trailing backslash \\",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_source_holds_appears_as_plain_text(hostile: str) -> None:
    """In words, in names, and in what the project says of its sources, on every page; rendered by Python-Markdown."""
    speaker = f"Odo {hostile}"
    charge = alleged(
        f"{speaker} accused Brannock of {hostile} on 3 March 2031 and of 40,000 crates.",
        speaker,
        "accused",
        chain=(f"Radio {hostile}",),
    )
    answer = answered(f"This is {hostile} slander, Brannock said.", "Brannock")
    called = Source(
        "wire", "wire.txt", "0" * 64, Stated("x"), {"issued": Stated("2031-03-06")}, called=f"the {hostile} Wire"
    )
    topic = replace(
        TOPIC,
        title=f"The {hostile} affair",
        question=f"Is {hostile} so?",
        parties=(*TOPIC.parties, Party(f"Kell {hostile}", side=Side.ACCUSED)),
    )
    said = {
        "wire": [
            charge,
            answer,
            Said(f"Cold-fogging is {hostile} mist.", Role.DEFINITION),
            Said(f"Who is {hostile} here?", Role.OPEN_QUESTION),
        ]
    }
    of = evidence(said, topic, {"wire": called})
    found = compose.compose(of, analysis(said, of), lambda: [f"Kell {hostile}"], origins)
    for name, page in found.pages.items():
        scanned = scan(page, name)
        assert {note.label for note in scanned.notes} == {mark.label for mark in scanned.references}, name
        for note in scanned.notes:
            if isinstance(note.body, Citation):
                assert verify(note.body, of).passes, (name, note.raw)
            else:
                assert isinstance(note.body, Derivation)
        html = python_markdown.markdown(
            page.split("---\n", 2)[2],
            extensions=["footnotes", "tables", "attr_list", "md_in_html", "abbr", "admonition", "def_list"],
        )
        assert not re.search(r"<(?:script|img|b|abbr|code)\b", html), name
        assert not re.search(r"(?:href|src)=\"(?!#|[a-z-]+\.md|sources/)", html), (
            name,
            re.findall(r"href=\"[^\"]*", html),
        )
        assert not [tag for tag in re.findall(r"<[^<>]*>", html) if re.search(r"\sonclick=", tag)]
        assert html.count("<h1") == 1
        assert yaml.safe_load(page.split("---\n")[1])["title"]


def test_no_heading_anywhere_takes_words_that_are_marked_as_unverified() -> None:
    """Neither where another statement leads the charge, nor in the list of disagreements."""
    hidden = alleged(
        "The company took 3 million crowns of bribes by night (not verified).", "Odo Fenn", "took", paragraph=1
    )
    shown = alleged("Odo Fenn said that the fog is bad.", "Odo Fenn", "said", paragraph=1)
    answer = answered("This is slander.", "Brannock", paragraph=1)
    for said in ([hidden, answer], [replace(hidden, verb=""), shown, answer]):
        for markdown in pages(wire=said).values():
            for line in markdown.splitlines():
                assert not (line.startswith("#") and "3 million" in line), line
