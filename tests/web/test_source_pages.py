from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import markdown
import pytest

from generator.model import Admission, Analysis, Evidence, Query, Source, Stated
from generator.web import SiteData
from generator.web.source_pages import source_pages
from tests.web import sample

NOTE = 'Denied.[^a]\n\n[^a]: @herald "The authority denies that."\n'


def data(*pages: str, **changes: object) -> SiteData:
    """The sample's data with `changes` to the source "herald"."""
    site = sample.site_data((f"page-{number}.md", page) for number, page in enumerate(pages))
    herald: Source = replace(site.evidence.sources["herald"], **changes)  # type: ignore[arg-type]
    return replace(site, evidence=replace(site.evidence, sources={**site.evidence.sources, "herald": herald}))


def herald(*pages: str, **changes: object) -> str:
    return source_pages(data(*pages, **changes))["sources/herald.md"]


def test_one_page_a_source_and_the_bibliography() -> None:
    pages = ["how-this-site-is-made.md", "sources/herald.md", "sources/hostile.md", "sources/index.md"]
    assert sorted(source_pages(data())) == pages


def test_only_paragraphs_with_cited_words_are_shown_and_the_share_is_told() -> None:
    page = herald(NOTE)
    shown = len(sample.HERALD[4])
    whole = sum(len(text.removeprefix("# ").removeprefix("- ")) for text in sample.HERALD)
    assert f"{round(100 * shown / whole)} percent of the article’s characters are shown (1 of 6 paragraphs)" in page
    assert "[… 4 paragraphs not shown …]" in page
    assert "[… 1 paragraph not shown …]" in page
    assert "It says the toll pays for repairs" in page
    assert "The bridge opened in 1931." not in page


def test_sentences_that_neither_hold_cited_words_nor_stand_next_to_any_are_left_out() -> None:
    sentences = [f"Sentence {number} is here." for number in range(9)]
    where = sample.document("page.txt", [" ".join(sentences)])
    passages = tuple(sample.passage("page", order, where, words) for order, words in enumerate(sentences))
    source = Source("page", "page.txt", "0" * 64, Stated("news"))
    query = Query("page", "Sentence 0", "Far from what is cited.", "editors", "2031-05-06")
    known = Evidence(sample.evidence().topic, {"page": source}, {"page": where}, queries=(query,))
    cited = 'A.[^a] B.[^b]\n\n[^a]: @page "Sentence 3"\n[^b]: @page "Sentence 6 is here."\n'
    text = source_pages(SiteData(known, Analysis(passages), (), (("a.md", cited),), sample.compute))["sources/page.md"]
    (excerpt,) = re.findall("^> (.*)$", text, re.MULTILINE)
    shown = " ".join(sentences[2:8])
    assert unescape(re.sub(r"<[^>]*>", "", excerpt)).replace("\\", "") == f"[…] {shown} […]"
    assert f"{round(100 * len(shown) / len(where.text))} percent of the article’s characters" in text
    assert text.index("Far from what is cited.") > text.index("## Also queried in this source")


def test_a_gap_inside_a_paragraph_shows() -> None:
    sentences = [f"Sentence {number} is here." for number in range(9)]
    where = sample.document("page.txt", [" ".join(sentences)])
    passages = tuple(sample.passage("page", order, where, words) for order, words in enumerate(sentences))
    known = Evidence(
        sample.evidence().topic, {"page": Source("page", "page.txt", "0" * 64, Stated("news"))}, {"page": where}
    )
    cited = 'A.[^a] B.[^b]\n\n[^a]: @page "Sentence 0"\n[^b]: @page "Sentence 8"\n'
    text = source_pages(SiteData(known, Analysis(passages), (), (("a.md", cited),), sample.compute))["sources/page.md"]
    assert "Sentence 1 is here. \\[…\\] Sentence 7 is here." in text
    assert "Sentence 4" not in text


def test_an_inferred_address_says_so_in_the_bibliography() -> None:
    def listed(*basis: str) -> str:
        address = {"URL": Stated("https://herald.example/toll", *basis)}
        return source_pages(data(metadata=address))["sources/index.md"]

    assert "[address](<https://herald.example/toll>) *(inferred)*" in listed("a guess")
    assert "[address](<https://herald.example/toll>)\n" in listed()


def test_a_text_that_may_be_published_in_full_is() -> None:
    page = herald(NOTE, publish="full")
    assert "The article is shown in full." in page
    assert "not shown" not in page
    assert "<strong>Toll divides Saltholm</strong>" in page


def test_a_source_that_nothing_cites_shows_nothing() -> None:
    page = herald()
    assert "0 percent of the article’s characters are shown (0 of 6 paragraphs)" in page
    assert "No statement rests on this source." in page
    assert "[… 6 paragraphs not shown …]" in page


def test_cited_by_names_page_and_heading_once() -> None:
    page = '# Answers\n\nDenied.[^a]\n\n## Toll\n\nNo.[^a] Never.[^a]\n\n[^a]: @herald "The authority denies that."\n'
    links = "[Answers](../page-0.md#fnref:a), [Answers › Toll](../page-0.md#fnref2:a), [again](../page-0.md#fnref3:a)."
    assert f"Cited by {links}" in herald(page)


def test_several_quotes_of_one_paragraph_are_told_apart_by_their_first_and_last_words() -> None:
    page = (
        'One.[^a] Two.[^b]\n\n[^a]: @herald "12 crowns a day"\n'
        '[^b]: @herald "The toll robs islanders of 12 crowns a day,” said Mira Voss, who leads the ferry union"\n'
    )
    assert "- “12 crowns a day” *Mira Voss" in herald(page)
    assert "- “The toll robs islanders of 12 … the ferry union” *Mira Voss" in herald(page)


def test_the_publisher_is_linked_only_where_the_source_states_its_address() -> None:
    fragment = "[At the publisher](<https://herald.example/toll?a=1&b=2#:~:text=The%20authority%20denies%20that.>)"
    assert fragment in herald(NOTE)
    inferred = {"URL": Stated("https://herald.example/toll", "a guess")}
    assert "At the publisher" not in herald(NOTE, metadata=inferred)
    assert "At the publisher" not in herald(NOTE, metadata={})
    assert "](<javascript" not in herald(NOTE, metadata={"URL": Stated("javascript:alert(1)")})


def test_what_is_inferred_gives_its_ground_and_what_is_missing_says_so() -> None:
    page = herald(NOTE)
    assert "| **Language** | en *(inferred: the text is in English)* |" in page
    assert "| Author |" not in page
    assert "\n\nNot stated: author, kind of text.\n" in page
    assert "| **Who speaks** | signed news report *(inferred: the byline)* |" in page


def test_a_query_stands_at_its_words_else_under_its_own_heading() -> None:
    cited = 'Said.[^a]\n\n[^a]: @herald "said Mira Voss"\n'
    assert "- **Queried:** “12 crowns a day”. The same page gives 21 crowns. (editors, 6 May 2031)\n" in herald(cited)
    assert "## Also queried in this source" not in herald(cited)
    assert "## Also queried in this source" in herald(NOTE)


def test_a_source_that_could_not_be_read_says_so() -> None:
    site = data(NOTE)
    unread = replace(site, evidence=replace(site.evidence, documents={}))
    assert "could not be read" in source_pages(unread)["sources/herald.md"]


def several_articles(words: str) -> SiteData:
    """A page of two articles, of which the source is the second; `words` are cited."""
    where = sample.document("page.txt", ["# Weather", "It rains.", "# Toll", "The toll rises.", "Drivers protest."])
    passages = tuple(
        replace(sample.passage("page", order, where, text), headline=headline)
        for order, (text, headline) in enumerate(
            [("It rains.", "Weather"), ("The toll rises.", "Toll"), ("Drivers protest.", "Toll")]
        )
    )
    source = Source(
        "page",
        "page.txt",
        "0" * 64,
        Stated("news"),
        article="Toll",
        admits=(Admission("It rains.", "the weather matters"),),
    )
    known = Evidence(sample.evidence().topic, {"page": source}, {"page": where})
    return SiteData(known, Analysis(passages), (), (("a.md", f'Said.[^a]\n\n[^a]: @page "{words}"\n'),), sample.compute)


def test_the_share_counts_the_entry_s_own_article_alone() -> None:
    page = source_pages(several_articles("The toll rises."))["sources/page.md"]
    assert f"{round(100 * 15 / 31)} percent of the article’s characters are shown (1 of 2 paragraphs)" in page
    assert "It rains" not in page


def test_a_passage_of_another_article_says_why_it_is_here() -> None:
    page = source_pages(several_articles("It rains."))["sources/page.md"]
    assert "From another article in the same file: the weather matters" in page
    assert "0 percent of the article’s characters are shown" in page


@pytest.mark.parametrize(
    "nasty",
    ["{{ 7*7 }}", "{% raw %}", "</mark><script>", "[x](javascript:1)", "| a |", "*b* _c_", "&lt;d&gt;", "<!-- e"],
)
def test_nothing_a_source_says_of_itself_becomes_markup(nasty: str) -> None:
    for page, harmless in zip(described(nasty), described("word"), strict=True):
        assert unescape(re.sub(r"<[^>]*>", "", page)).count(nasty) >= 2
        assert re.findall(r"</?([a-z0-9]+)", page) == re.findall(r"</?([a-z0-9]+)", harmless)


def described(text: str) -> list[str]:
    """The HTML of the source's page and of the bibliography where the source says `text` of itself throughout."""
    stated, inferred = Stated(text), Stated(text, text)
    pages = source_pages(data(NOTE, metadata={"title": stated, "author": inferred}, speaks=inferred))
    return [
        markdown.markdown(pages[path].split("---\n")[-1], extensions=["tables", "attr_list", "md_in_html"])
        for path in ("sources/herald.md", "sources/index.md")
    ]


def test_the_same_data_give_the_same_pages() -> None:
    site = data(NOTE, sample.INDEX)
    backwards = replace(
        site, evidence=replace(site.evidence, sources=dict(reversed(list(site.evidence.sources.items()))))
    )
    assert source_pages(site) == source_pages(backwards)
    assert list(source_pages(site)) == list(source_pages(backwards))
