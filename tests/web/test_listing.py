"""The lists in the note of a derivation: what was counted, who carries it, and where a page states it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import tostring

from generator.model import Computed, Derivation, Listed, Listing, Note
from generator.web.note import NoteRenderer
from tests.web import sample

TOLL = "The toll robs islanders of 12 crowns a day"
CITED = f'\n[^robs]: @herald "{TOLL}"\n'
SUMMARY = f"# A\n\nIn short.[^robs]\n\n## The toll\n\nIt robs.[^robs]\n{CITED}"


def note(*pages: tuple[str, str], caveats: tuple[str, ...] = ()) -> str:
    """The note of a derivation about the sentence on the toll, as it stands on the page deep/page.md."""
    data = sample.site_data(pages)
    stated = [replace(p, caveats=caveats) for p in data.analysis.passages if TOLL in p.text]
    listing = Listing("No answer was found to (1)", (Listed("Mira Voss: “the <toll>”", tuple(stated)),))
    data = replace(data, compute=lambda _derivation: Computed(True, "Counted: 1.", (listing,)))
    rendered = NoteRenderer(data).render(Note("label", Derivation("open", ("1",)), 1, 1, "", 1), "deep/page.md")
    return "".join(tostring(child, encoding="unicode") for child in rendered.children)


def test_a_thing_leads_to_where_a_page_states_it_and_names_its_carrier() -> None:
    html = note(("index.md", SUMMARY), ("allegations.md", SUMMARY))
    assert "No answer was found to (1):" in html
    assert (
        '<li><a href="../allegations.md#fnref2:robs">Mira Voss: “the &lt;toll&gt;”</a> (The Saltholm Herald)</li>'
        in html
    )


def test_what_no_page_states_is_named_all_the_same() -> None:
    assert "<li>Mira Voss: “the &lt;toll&gt;” (The Saltholm Herald)</li>" in note()


def test_read_alone_it_keeps_its_caveat() -> None:
    assert "(The Saltholm Herald), with the caveat “it is said”</li>" in note(caveats=("it is said",))


def test_the_computation_is_not_in_the_running_text() -> None:
    html = note()
    assert 'title="= open 1"' in html
    assert "open 1" not in html.replace('title="= open 1"', "")
