from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator import project
from generator.intake import transaction
from generator.model import Stated
from tests.cli.commands import everything, run
from tests.fetch.server import Answer, site
from tests.ingest.pdfs import pdf

ARTICLE = """\
Fogged apples: the inspectorate answers

The Food Inspectorate said on 7 March that it had found no fraud in the cold stores.

Ilse Brannock denied that any apple was sold as new. "We have nothing to hide," she said.

The Orchard Guild accused Sund Packers of cold-fogging 60,000 crates of old apples.
"""
PAGE = f"""\
<!doctype html><html lang="en"><head><title>Fogged apples</title>
<meta property="og:site_name" content="The Dock &amp; Quay"><meta name="author" content="Ada Reed"></head>
<body><article>{"".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)}</article></body></html>
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "dock.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def refused(root: Path, *arguments: str, given: bytes | None = None) -> str:
    """The message of a command that must leave everything as it was."""
    before = everything(root)
    result = run(root, "add", *arguments, given=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert "\n  help: " in result.stderr
    assert everything(root) == before
    return result.stderr


def test_a_file_becomes_a_source(sample: Path, article: Path) -> None:
    run(sample, "generate")
    before = (sample / "seeds" / "sources.yml").read_text(encoding="utf-8")
    result = run(sample, "add", str(article))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Added @dock: seeds/dock.txt (text, 52 words), described in seeds/sources.yml:" in result.stdout
    after = (sample / "seeds" / "sources.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    described = project.load(sample)
    source = described.sources["dock"]
    assert described.path(source).read_bytes() == article.read_bytes()
    assert source.sha256 == hashlib.sha256(article.read_bytes()).hexdigest()
    assert source.metadata == {"title": Stated("Fogged apples: the inspectorate answers")}
    assert not project.check_files(described)


def test_what_the_first_lines_state_goes_into_the_entry(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "dock.txt"
    title, _, text = ARTICLE.partition("\n")
    path.write_text(f"{title}\nBy Ada Reed and Odo Fenn\nThe Dock Herald, 8 March 2031\n{text}", encoding="utf-8")
    said = run(sample, "add", str(path)).stdout
    assert "Added @the-dock-herald: " in said
    assert "    author: [Ada Reed, Odo Fenn]\n" in said
    source = project.load(sample).sources["the-dock-herald"]
    assert {name: (value.value, value.basis) for name, value in source.metadata.items()} == {
        "title": (title, ""),
        "author": ("Ada Reed; Odo Fenn", ""),
        "container-title": ("The Dock Herald", ""),
        "issued": ("2031-03-08", ""),
    }


def test_what_it_brings_is_told(sample: Path, article: Path) -> None:
    run(sample, "generate")
    said = run(sample, "add", str(article), "--issued", "2031-03-08").stdout
    assert "It brings 5 passages on the topic (" in said
    assert "2 rebuttals" in said
    assert "  Orchard Guild: “" in said
    assert "disagreement" in said
    assert "  there are 6 sources now, not 5 (docs/index.md:" in said
    assert "the newest date among the sources is 2031-03-08 (dock)" in said
    assert run(sample, "generate").exit_code == 0
    assert run(sample, "check").exit_code == 0


def test_the_way_on_is_told_in_the_order_in_which_it_is_gone(sample: Path, article: Path) -> None:
    said = run(sample, "add", str(article)).stdout
    at = said.partition("seeds/sources.yml:")[2].partition("\n")[0]
    assert (sample / "seeds" / "sources.yml").read_text(encoding="utf-8").splitlines()[int(at) - 1] == "  dock:"
    assert said.partition("Next:\n")[2] == (
        f"  edit seeds/sources.yml from line {at} on; what is missing is written so, as far as the article states it or you can tell:\n"
        "    speaks: {inferred: signed news report, because: it bears a byline and tells both sides}     # in the place of “not described yet”, "
        "which readers are told until then\n"
        "    called: the Harbour Tribune     # how sentences name it: “according to the Harbour Tribune”\n"
        "    author: [Jane Doe]\n"
        "    container-title: The Harbour Tribune\n"
        "    issued: 2031-03-12\n"
        "  explainer generate     # merges what it brings into the pages; what people edited there stays\n"
        "  explainer check\n"
    )
    described = run(
        *(sample, "add", "-", "--name", "b.txt", "--speaks", "news report"),
        given=b"Apples fined over fog\nBy Ada Reed\n8 March 2031\n\nThe fog is harmless, said Odo Fenn.\n",
    )
    assert "speaks:" not in described.stdout.partition("Next:")[2]
    assert "author:" not in described.stdout.partition("Next:")[2]


def test_what_nobody_described_is_a_warning_until_somebody_does(sample: Path, article: Path) -> None:
    run(sample, "add", str(article))
    run(sample, "generate")
    told = "nobody has said who speaks in “dock”, so readers are told “Not described yet”"
    assert told in run(sample, "check").output
    described = sample / "seeds" / "sources.yml"
    text = described.read_text(encoding="utf-8")
    described.write_text(f"{text.partition('{inferred: not described yet')[0]}news report\n", encoding="utf-8")
    assert project.load(sample).sources["dock"].speaks == Stated("news report")
    run(sample, "generate")
    assert "ot described" not in run(sample, "check").output


def test_an_article_that_names_nothing_of_the_topic_may_be_on_another(sample: Path, tmp_path: Path) -> None:
    hint = "This article may not be on the topic: no term and no party of seeds/topic.yml stands in its text."
    tides, fog = tmp_path / "tides.txt", tmp_path / "fog.txt"
    text = "\n\nThe tide tables of the harbour were printed late, the master said.\n\nHe denied that anybody had lost a boat.\n"
    tides.write_text(f"Cold stores and tides{text}", encoding="utf-8")
    fog.write_text(f"Cold stores and tides{text}\nOdo Fenn said so too.\n", encoding="utf-8")
    assert hint in run(sample, "add", str(tides)).stdout
    assert hint not in run(sample, "add", str(fog)).stdout
    assert "@tides" not in run(sample, "coverage", "--page", "rebuttals.md").stdout


def test_articles_of_one_paper_are_called_by_their_days(sample: Path, tmp_path: Path) -> None:
    for number, day in enumerate(("4 March 2031", "7 March 2031", "9 January 2032"), 1):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Fogged apples, part {number}\nVale Courier, {day}\n{ARTICLE.partition(chr(10))[2]}", "utf-8")
        assert run(sample, "add", str(path)).exit_code == 0
    sources = project.load(sample).sources
    assert [sources[key].name for key in ("vale-courier", "vale-courier-2", "vale-courier-3")] == [
        "Vale Courier",
        "the Vale Courier of 7 March",
        "the Vale Courier of 9 January 2032",
    ]


def test_one_is_not_several(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "dock.txt"
    path.write_text("The fog is harmless, said Odo Fenn. Cold-fogging is an ordinary way to keep fruit.\n")
    said = run(sample, "add", str(path), "--dry-run").stdout
    assert not re.search(r"\b1 \w+s\b(?! an)|\b1 are\b", said)


def test_a_dry_run_changes_nothing_and_names_no_line_that_is_not_there(sample: Path, article: Path) -> None:
    before = everything(sample)
    result = run(sample, "add", str(article), "--dry-run")
    assert result.stdout.startswith(
        "Would add @dock: seeds/dock.txt (text, 52 words), to be described in seeds/sources.yml\n"
    )
    assert "sources.yml:" not in result.stdout
    assert " line " not in result.stdout
    assert result.stdout.endswith("\nNothing was written. To add it, type the same without --dry-run.\n")
    assert f"sha256: {hashlib.sha256(article.read_bytes()).hexdigest()}" in result.stdout.replace('"', "")
    assert everything(sample) == before


def test_what_is_given_by_hand_says_so_unless_the_article_states_it(sample: Path, article: Path) -> None:
    flags = ["--publisher", "The Dock", "--issued", "2031-03-08", "--title", "Fogged apples: the inspectorate answers"]
    run(sample, "add", str(article), *flags, "--url", "https://dock.example/a?b=c#d", "--speaks", "news report")
    source = project.load(sample).sources["the-dock"]
    basis = "given by hand because the file does not state it"
    assert source.metadata == {
        "title": Stated("Fogged apples: the inspectorate answers"),
        "container-title": Stated("The Dock", basis),
        "issued": Stated("2031-03-08", basis),
        "URL": Stated("https://dock.example/a?b=c#d", basis),
    }
    assert source.speaks == Stated("news report")


def test_what_is_given_by_hand_against_the_file_says_what_the_file_states(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "dock.txt"
    path.write_text(f"Fogged apples again in Tarn\n8 March 2031\n{ARTICLE.partition(chr(10))[2]}", encoding="utf-8")
    assert run(sample, "add", str(path), "--issued", "2031-03-09").exit_code == 0
    assert project.load(sample).sources["dock"].metadata["issued"] == Stated(
        "2031-03-09", "given by hand; the file states “2031-03-08”"
    )


def test_the_same_bytes_twice(sample: Path, article: Path) -> None:
    run(sample, "add", str(article))
    again = article.with_name("again.txt")
    again.write_bytes(article.read_bytes())
    assert "this is the source “dock” already: seeds/dock.txt has the same bytes" in refused(sample, str(again))


def test_names_and_keys_that_are_taken(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "courier.txt"
    other.write_text(ARTICLE)
    assert "Added @courier-2: seeds/courier-2.txt" in run(sample, "add", str(other)).stdout
    third = tmp_path / "README.md"
    third.write_text("# Fogged apples\n\nThe *fog* is harmless, said Odo Fenn.\n")
    assert "Added @readme: seeds/readme.md (markdown" in run(sample, "add", str(third)).stdout
    assert project.load(sample).sources["readme"].metadata == {"title": Stated("Fogged apples")}
    third.write_text("Another one.\n")
    assert "the key “courier” is taken" in refused(sample, str(third), "--key", "courier")
    assert "expected lower-case letters, digits and hyphens" in refused(sample, str(third), "--key", "The Fog")


def test_a_file_that_lies_in_seeds_already_stays_where_it_is(sample: Path) -> None:
    inside = sample / "seeds" / "coast" / "dock.txt"
    inside.parent.mkdir()
    inside.write_text(ARTICLE)
    assert "Added @dock: seeds/coast/dock.txt" in run(sample, "add", str(inside)).stdout
    assert not project.check_files(project.load(sample))


def test_what_was_withdrawn_comes_back_as_a_copy(sample: Path) -> None:
    run(sample, "withdraw", "overheard", "--why", "a test", "--date", "2031-04-04")
    assert (
        "Added @overheard: seeds/overheard.txt"
        in run(sample, "add", str(sample / "seeds/.withdrawn/overheard.txt")).stdout
    )


def test_standard_input_needs_a_name(sample: Path) -> None:
    assert "what comes from standard input has no name" in refused(sample, "-", given=ARTICLE.encode())
    result = run(sample, "add", "-", "--name", "../to day?.md", given=ARTICLE.encode())
    assert "Added @to-day: seeds/to day-.md" in result.stdout
    other = (ARTICLE + "More.").encode()
    assert "Added @dock: seeds/dock.txt" in run(sample, "add", "-", "--name", r"C:\docs\dock.txt", given=other).stdout


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "the file is empty; expected an article"),
        (b"\x00\x01\x02", "found a NUL byte"),
        (b"PK\x03\x04", "found a ZIP archive"),
        (b"<html><script>nothing</script></html>", "found no words"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (pdf([()]), "it holds pictures of text, as a scan does"),
    ],
)
def test_what_cannot_be_read_is_refused(sample: Path, tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "article.bin"
    path.write_bytes(content)
    assert found in refused(sample, str(path))


def test_what_is_not_there_is_refused(sample: Path, tmp_path: Path) -> None:
    assert "nowhere.txt: no such file" in refused(sample, "nowhere.txt")
    assert "a folder, not an article" in refused(sample, str(tmp_path))


@pytest.mark.parametrize(
    ("flag", "value", "found"),
    [
        ("--issued", "yesterday", '--issued: expected a date; found "yesterday"\n  help: write 2026, 2026-04'),
        ("--url", "ftp://a.example", "--url: expected an address that begins with http"),
        ("--title", "a\x07b", "--title: expected text without control characters"),
    ],
)
def test_a_value_that_no_entry_can_hold(sample: Path, article: Path, flag: str, value: str, found: str) -> None:
    assert found in refused(sample, str(article), flag, value)


def test_a_feed_of_several_articles_wants_one_to_be_named(sample: Path, tmp_path: Path) -> None:
    titles = ("Fog in the stores", "Weather & tides")
    items = "".join(
        f"<item><title>{title.replace('&', '&amp;')}</title><link>https://dock.example/{n}</link><description>The Orchard Guild "
        f"accused Sund Packers of cold-fogging {n} crates.</description></item>"
        for n, title in enumerate(titles)
    )
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss><channel><title>Dock news</title>{items}</channel></rss>")
    assert "the feed holds 2 articles" in refused(sample, str(feed))
    assert "“Fog in the stores”; “Weather & tides”" in refused(sample, str(feed), "--article", "Something else")
    assert "Added @dock-news" in run(sample, "add", str(feed), "--article", "Fog in the stores").stdout
    assert "this is the source “dock-news”" in refused(sample, str(feed), "--article", "Fog in the stores")
    assert "Added @dock-news-2: seeds/feed.xml" in run(sample, "add", str(feed), "--article", "Weather & tides").stdout
    first, second = (project.load(sample).sources[key] for key in ("dock-news", "dock-news-2"))
    assert (first.file, first.stated("URL")) == (second.file, "https://dock.example/0")
    assert second.stated("URL") == "https://dock.example/1"


def test_a_pdf(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "dock.pdf"
    path.write_bytes(pdf([[line for line in ARTICLE.splitlines() if line]]))
    assert "Added @dock: seeds/dock.pdf (pdf, " in run(sample, "add", str(path)).stdout
    assert run(sample, "generate").exit_code == 0


def test_a_page_from_the_web(sample: Path) -> None:
    headers = {"Content-Type": "text/html; charset=windows-1252"}
    with site({"/fog/": Answer(PAGE.encode(), headers=headers)}) as server:
        result = run(sample, "add", f"{server.address}/fog/", "--allow-private")
    assert "Added @the-dock-quay: seeds/the-dock-quay.html (html, " in result.stdout
    assert "The server calls its encoding windows-1252, the file was read as utf-8" in result.stdout
    described = project.load(sample)
    source = described.sources["the-dock-quay"]
    assert described.path(source).read_bytes() == PAGE.encode()
    assert source.metadata["accessed"] == Stated("2031-03-06", "the day on which the page was fetched")
    assert source.metadata["URL"] == Stated(f"{server.address}/fog/", "the address from which the page was fetched")
    assert (source.stated("author"), source.metadata["language"]) == ("Ada Reed", Stated("en"))


def test_a_page_that_cannot_be_fetched_leaves_nothing(sample: Path) -> None:
    with site(
        {"/big": Answer(b"x" * 10_000_001), "/image": Answer(b"x", headers={"Content-Type": "image/png"})}
    ) as server:
        assert "is not an address of the public network" in refused(sample, f"{server.address}/big")
        assert "larger than 10 MB" in refused(sample, f"{server.address}/big", "--allow-private")
        assert "found image/png" in refused(sample, f"{server.address}/image", "--allow-private")
        assert "answered 404" in refused(sample, f"{server.address}/none", "--allow-private")
    assert "it begins with ftp:" in refused(sample, "ftp://dock.example/x")


def test_the_article_goes_again_where_the_description_cannot_be_written(
    sample: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = transaction._move

    def move(staged: Path | None, path: Path) -> None:
        if path.name == "sources.yml":
            raise OSError(30, "Read-only file system")
        real(staged, path)

    monkeypatch.setattr(transaction, "_move", move)
    assert "seeds/sources.yml: cannot be written: Read-only file system" in refused(sample, str(article))


def test_what_is_not_on_the_topic_says_so(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "tides.txt"
    path.write_text("<nothing>\n")
    assert "It brings " in run(sample, "add", str(path), "--dry-run").stdout


def test_an_article_that_a_kill_left_behind_is_taken_up(sample: Path, article: Path) -> None:
    """The article was written, and its entry was not any more."""
    (sample / "seeds" / "dock.txt").write_bytes(article.read_bytes())
    assert "Added @dock: seeds/dock.txt" in run(sample, "add", str(article)).stdout
    assert not project.check_files(project.load(sample))
