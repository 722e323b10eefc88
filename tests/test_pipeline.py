from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline, project, proofing
from generator.compose import Outcome
from generator.errors import ProjectError, SourceError, UsageError
from generator.model import Derivation, Role, Severity, Topic

ROOT = Path(__file__).parents[1]


def rules(root: Path) -> list[str]:
    return [found.rule for found in proofing.check(pipeline.study(root))]


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_bytes().decode()
    assert text.count(old) == 1, (name, old, text.count(old))
    path.write_bytes(text.replace(old, new).encode())


def described(root: Path, key: str) -> None:
    """Makes `sources.yml` describe the file of a source as it is now."""
    source = pipeline.read_evidence(project.load(root)).sources[key]
    now = hashlib.sha256((root / "seeds" / source.file).read_bytes()).hexdigest()
    change(root, "seeds/sources.yml", source.sha256, now)


# --- evidence ----------------------------------------------------------------------------------------------------------


def test_the_sample_is_read_whole(sample_work: pipeline.Work) -> None:
    assert sample_work.evidence.problems == ()
    assert list(sample_work.evidence.documents) == [
        "courier",
        "evening-page",
        "orchard-wire",
        "overheard",
        "stall-notes",
    ]
    assert {one.format for one in sample_work.evidence.documents.values()} == {"text", "markdown", "feed", "html"}
    roles = {p.role for p in sample_work.analysis.passages}
    assert roles == set(Role)


def test_a_missing_source_is_a_problem_and_the_others_load(sample: Path) -> None:
    (sample / "seeds" / "courier.txt").unlink()
    evidence = pipeline.read_evidence(project.load(sample))
    assert [(p.path, p.rule) for p in evidence.problems] == [("seeds/sources.yml", "missing-source-file")]
    assert "courier" in evidence.sources
    assert list(evidence.documents) == ["evening-page", "orchard-wire", "overheard", "stall-notes"]
    assert len(pipeline.composition(pipeline.study(sample)).pages) == 8


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"<?xml version='1.0'?><svg/>", b"   \n"])
def test_an_unreadable_source_names_the_file_and_the_byte(sample: Path, content: bytes) -> None:
    (sample / "seeds" / "courier.txt").write_bytes(content)
    described(sample, "courier")
    (problem,) = pipeline.read_evidence(project.load(sample)).problems
    assert (problem.path, problem.rule, problem.severity) == ("seeds/courier.txt", "unreadable-source", Severity.ERROR)
    assert problem.message.startswith("courier.txt: byte 0: ")
    assert problem.help


def test_a_changed_source_is_a_problem_with_the_new_digest(sample: Path) -> None:
    change(sample, "seeds/courier.txt", "40,000", "90,000")
    (problem,) = pipeline.read_evidence(project.load(sample)).problems
    assert problem.rule == "evidence-changed"
    assert hashlib.sha256((sample / "seeds" / "courier.txt").read_bytes()).hexdigest() in problem.help


def test_a_broken_description_is_an_error(sample: Path) -> None:
    change(sample, "seeds/sources.yml", "file: courier.txt", "flie: courier.txt")
    with pytest.raises(ProjectError, match=r"seeds/sources\.yml"):
        pipeline.study(sample)


def test_an_article_that_is_not_in_its_file_is_found(sample: Path) -> None:
    change(sample, "seeds/sources.yml", 'article: "Orchard', 'article: "Garden')
    found = [d for d in proofing.check(pipeline.study(sample)) if d.rule == "unknown-article"]
    assert [d.path for d in found] == ["seeds/sources.yml"]
    assert "Ferry timetable changes on Monday; Orchard Guild ‘names’ two cold stores in apple affair" in found[0].help


def test_the_digest_changes_with_any_evidence_and_with_nothing_else(sample: Path) -> None:
    def digest() -> str:
        return pipeline.read_evidence(project.load(sample)).digest

    first = digest()
    (sample / "seeds" / "topic.yml").write_bytes((sample / "seeds" / "topic.yml").read_bytes().replace(b"\n", b"\r\n"))
    (sample / "docs").mkdir()
    (sample / "docs" / "note.md").write_text("x")
    assert digest() == first
    seen = {first}
    for name in ("topic.yml", "queries.yml", "sources.yml", "courier.txt"):
        with (sample / "seeds" / name).open("ab") as file:
            file.write(b"\n")
        seen.add(digest())
    assert len(seen) == 5


def test_another_topic(sample: Path) -> None:
    topic = Topic("The bridge", "bridge", terms=("bridge",))
    work = pipeline.study(sample, topic)
    assert work.evidence.topic is topic


# --- files that no project describes -----------------------------------------------------------------------------------


def test_files_by_themselves(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("fog.txt", "fog.md", "a/fog.txt"):
        (tmp_path / name).write_text(f"The Guild accused {name[0]} of fog.\n")
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    files = [tmp_path / name for name in ("fog.txt", "fog.md", "a/fog.txt", "bad.txt")]
    work = pipeline.study_files(files, Topic("The fog", "fog"))
    assert list(work.evidence.sources) == sorted(["fog", "fog.md", "fog.txt", "bad"])
    assert [p.rule for p in work.evidence.problems] == ["unreadable-source"]
    assert len(work.analysis.passages) == 3


def test_no_such_file() -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt: no such file"):
        pipeline.study_files([Path("nowhere.txt")], Topic("The fog", "fog"))


def test_the_same_file_twice(tmp_path: Path) -> None:
    (tmp_path / "fog.txt").write_text("Fog came.\n")
    work = pipeline.study_files([tmp_path / "fog.txt"] * 5, Topic("The fog", "fog"))
    assert list(work.evidence.sources) == ["fog"]


def test_files_of_one_name_have_keys_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [Path(folder, "fog.txt") for folder in ("a", "b", "c", ".")]
    for path in files:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Fog came to {path.parent}.\n")
    work = pipeline.study_files(files, Topic("The fog", "fog"))
    assert len(work.evidence.documents) == 4
    assert len({p.text for p in work.analysis.passages}) == 4


# --- pages ------------------------------------------------------------------------------------------------------------


def test_generate_then_check_is_clean(sample: Path) -> None:
    _, written = pipeline.generate(pipeline.study(sample), dry=False)
    assert {page.outcome for page in written} == {Outcome.NEW}
    assert rules(sample) == []
    _, again = pipeline.generate(pipeline.study(sample), dry=True)
    assert not any(page.changes for page in again)


def test_one_digit_changed_in_a_quote_is_found(sample: Path) -> None:
    pipeline.generate(pipeline.study(sample), dry=False)
    page = sample / "docs" / "allegations.md"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("[^") and "@courier" in line and "40,000" in line)
    lines[at] = lines[at].replace("40,000", "40,001")
    page.write_text("".join(lines), encoding="utf-8")
    (found,) = proofing.check(pipeline.study(sample))
    assert (found.path, found.line, found.rule) == ("docs/allegations.md", at + 1, "altered-quote")
    assert "40,000" in found.message + found.help


def test_evidence_that_makes_an_absence_false_is_found(sample: Path) -> None:
    pipeline.generate(pipeline.study(sample), dry=False)
    with (sample / "seeds" / "overheard.txt").open("a", encoding="utf-8") as file:
        file.write("Kell Brothers denied that fogged apples were sold.\n")
    described(sample, "overheard")
    assert "false-derivation" in rules(sample)


def test_hidden_files_are_no_pages_and_folders_are(sample: Path) -> None:
    docs = sample / "docs"
    for name in ("b.md", "a/c.md", ".drafts/b.md", "a/.x.md", ".git/d.md", "e.txt"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(name)
    assert pipeline.pages(sample) == {"a/c.md": "a/c.md", "b.md": "b.md"}


def test_no_docs_is_an_error_unless_the_evidence_has_one(sample: Path) -> None:
    with pytest.raises(UsageError, match="explainer generate"):
        rules(sample)
    (sample / "seeds" / "courier.txt").unlink()
    assert rules(sample) == ["missing-source-file"]


def test_words_of_another_article_need_an_admission(sample: Path) -> None:
    words = "Residents accused the mayor of breaking his word"
    pipeline.generate(pipeline.study(sample), dry=False)
    page = sample / "docs" / "mine.md"
    page.write_text(f'Residents were angry.[^a]\n\n[^a]: @evening-page "{words}"\n', encoding="utf-8")
    assert "outside-article" not in rules(sample)
    path = sample / "seeds" / "sources.yml"
    kept = [line for line in path.read_text("utf-8").splitlines() if "admits" not in line and "a test of" not in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (found,) = [one for one in proofing.check(pipeline.study(sample)) if one.path == "docs/mine.md"]
    assert (found.line, found.column, found.rule) == (3, 7, "outside-article")
    assert "under the headline “Council Puts Off the New Bridge Again”" in found.message
    entry = f'    admits: [{{words: "{words}", reason: "why they belong to the evidence"}}]'
    assert entry.strip() in found.help
    change(sample, "seeds/sources.yml", "    section: OPINION\n", f"    section: OPINION\n{entry}\n")
    assert "outside-article" not in rules(sample)


def test_a_page_that_nobody_edited_is_written_anew_and_not_mended_by_hand(sample: Path) -> None:
    pipeline.generate(pipeline.study(sample), dry=False)
    with (sample / "seeds" / "overheard.txt").open("a", encoding="utf-8") as file:
        file.write("Kell Brothers denied that fogged apples were sold.\n")
    described(sample, "overheard")
    found = [one for one in proofing.check(pipeline.study(sample)) if one.rule == "false-derivation"]
    assert found
    assert all(one.help.endswith("type: explainer generate") for one in found)
    page = sample / found[0].path
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    again = [one for one in proofing.check(pipeline.study(sample)) if one.path == found[0].path]
    assert again
    assert all(one.help.endswith("type: explainer generate; it merges what you edited") for one in again)
    pipeline.generate(pipeline.study(sample), dry=False)
    assert "Mine.\n" in page.read_text(encoding="utf-8")
    assert "false-derivation" not in rules(sample)


def test_a_computed_sentence_that_a_person_edited_is_to_be_decided_and_then_to_be_mended_by_hand(sample: Path) -> None:
    pipeline.generate(pipeline.study(sample), dry=False)
    page = sample / "docs" / "allegations.md"
    change(sample, "docs/allegations.md", ".[^nobody-speaks-for]", ", so far.[^nobody-speaks-for]")
    with (sample / "seeds" / "overheard.txt").open("a", encoding="utf-8") as file:
        file.write("Kell Brothers denied that fogged apples were sold.\n")
    described(sample, "overheard")

    def advice() -> list[str]:
        found = proofing.check(pipeline.study(sample))
        return [one.help for one in found if (one.path, one.rule) == ("docs/allegations.md", "false-derivation")]

    assert [one for one in advice() if one.endswith("it merges what you edited, and marks what you have to decide")]
    pipeline.generate(pipeline.study(sample), dry=False)
    assert "<<<<<<< the page, one sentence\n" in page.read_text(encoding="utf-8")
    pipeline.resolve(sample, "allegations.md", keep_mine=True)
    assert advice() == ["rewrite the statement, or delete it with its note"]
    assert ", so far.[^nobody-speaks-for]" in page.read_text(encoding="utf-8")


def test_words_of_a_query_are_shown_with_their_place_and_as_yaml(sample: Path) -> None:
    pipeline.generate(pipeline.study(sample), dry=False)
    change(sample, "seeds/queries.yml", "issued a report on March 4", "issued a report on March 5")
    (found,) = proofing.check(pipeline.study(sample))
    assert (found.path, found.line, found.column, found.rule) == ("seeds/queries.yml", 3, 12, "unknown-words")
    assert found.help == 'write `words: "issued a report on March 4"`'


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_a_source_that_leads_out_of_seeds_is_not_read(sample: Path) -> None:
    source = sample / "seeds" / "courier.txt"
    source.rename(sample / "elsewhere.txt")
    source.symlink_to(sample / "elsewhere.txt")
    evidence = pipeline.read_evidence(project.load(sample))
    assert "courier" not in evidence.documents
    assert [one.rule for one in evidence.problems] == ["missing-source-file"]


def test_every_passage_of_a_date_is_looked_at(sample_work: pipeline.Work) -> None:
    mention, passage = next((p.dates[0], p) for p in sample_work.analysis.passages if p.relevant and p.dates)
    good = (mention.value, passage.source, passage.text)
    assert sample_work.compute(Derivation("dated", good)).holds
    assert sample_work.compute(Derivation("dated", (*good, *good))).holds
    assert not sample_work.compute(Derivation("dated", (*good, "1999", *good[1:]))).holds
    assert not sample_work.compute(Derivation("dated", (*good, "1999"))).holds


@pytest.mark.parametrize("arguments", [("5", "99"), ("5", "hello", "x")])
def test_a_computation_refuses_surplus_arguments(sample_work: pipeline.Work, arguments: tuple[str, ...]) -> None:
    computed = sample_work.compute(Derivation("sources", arguments))
    assert not computed.holds
    assert "= sources NUMBER" in computed.explanation


def test_a_page_that_is_no_text(sample: Path) -> None:
    (sample / "docs").mkdir()
    (sample / "docs" / "a.md").write_bytes(b"caf\xe9")
    with pytest.raises(UsageError, match=r"docs/a\.md: byte 3: not UTF-8"):
        pipeline.pages(sample)


def test_compute_is_bound_to_the_evidence(sample_work: pipeline.Work) -> None:
    assert sample_work.compute(Derivation("sources", ("5",))).holds


def test_evaluate_against_a_gold_file(sample: Path, sample_work: pipeline.Work) -> None:
    gold = sample / "gold.jsonl"
    rows = [
        {
            "seed": sample_work.evidence.sources[p.source].file,
            "unit": p.order,
            "text": p.text,
            "role": p.role.value,
            "speaker": p.speaker,
        }
        for p in sample_work.analysis.passages
        if len(p.pieces) == 1
    ]
    gold.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    score = pipeline.evaluate(gold, sample_work)
    assert (score.unmatched, score.accuracy(), score.relevance.f1) == (0, 1, 1)
    assert score.speakers.precision == score.speakers.recall == 1


def test_a_hostile_source_stays_plain_text(sample: Path) -> None:
    """From the bytes of the file to the pages: markup, Markdown, template code, control and direction characters."""
    (sample / "seeds" / "courier.txt").write_text(
        "Growers accuse cold stores of passing off old apples\n\n"
        "Odo <b>Fenn</b> accused Sund Packers of [fraud](javascript:alert(1)) with {{ 7*7 }} crates | and *stars* on 3 March.\n\n"
        "The Guild alleged a \u202efog\u202c of `code` [^covers] and <script>alert(1)</script> {% raw %} in 40,000 crates.\n\n"
        "Sund Packers denied ![all](https://x.example/a.png) of <!-- it --> & &lt;more&gt; \x07than it.\n",
        encoding="utf-8",
    )
    described(sample, "courier")
    pipeline.generate(pipeline.study(sample), dry=False)
    assert rules(sample) == []
    for markdown in pipeline.pages(sample).values():
        body = markdown.split("---\n", 2)[2]
        assert not set(body) & set("\u202e\u202c\x07")
        for bad in ("<script", "<b>", "<!--", "](javascript", "![all", " *stars*", "`code`"):
            assert bad not in body, bad


# --- determinism -------------------------------------------------------------------------------------------------------

_SHOW = """
import hashlib, json, os, random, sys
from pathlib import Path
real = os.scandir
class Shuffled:
    def __init__(self, entries): self.entries = entries
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def __iter__(self): return iter(self.entries)
    def close(self): pass
def shuffled(*a):
    entries = sorted(real(*a), key=lambda e: e.name, reverse=os.environ["TURN"] == "1")
    return Shuffled(entries)
os.scandir = shuffled
from generator import pipeline
from generator.analysis import listing
work = pipeline.study(Path(sys.argv[1]))
out = hashlib.sha256()
for line in listing.jsonl(work.analysis.passages, work.evidence): out.update(line.encode())
for name, text in pipeline.composition(work).pages.items(): out.update(name.encode() + text.encode())
out.update(work.evidence.digest.encode())
print(out.hexdigest())
"""


def digest_of(root: Path, hash_seed: str, turn: str, locale: str, zone: str) -> str:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "TURN": turn,
        "LC_ALL": locale,
        "LANG": locale,
        "TZ": zone,
        "PYTHONUTF8": "0",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _SHOW, str(root)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("folder", ["tests/sample", "."])
def test_equal_bytes_whatever_the_hash_seed_file_order_locale_and_time_zone(folder: str) -> None:
    root = ROOT / folder
    first = digest_of(root, "0", "0", "C", "UTC")
    assert first == digest_of(root, "4242", "1", "tr_TR.UTF-8", "Pacific/Kiritimati")


def test_the_order_of_the_entries_in_the_files_makes_no_difference(sample: Path, sample_work: pipeline.Work) -> None:
    path = sample / "seeds" / "sources.yml"
    head, *entries = path.read_text(encoding="utf-8").rstrip().split("\n  ")
    blocks: list[list[str]] = []
    for line in entries:
        if not line.startswith(" ") and line.strip():
            blocks.append([])
        blocks[-1].append(line)
    turned = "\n  ".join([head, *(line for block in reversed(blocks) for line in block)])
    path.write_text(turned + "\n", encoding="utf-8")
    assert pipeline.composition(pipeline.study(sample)).pages == pipeline.composition(sample_work).pages


def test_the_project_may_stand_anywhere(tmp_path: Path, sample_work: pipeline.Work) -> None:
    elsewhere = shutil.copytree(sample_work.root, tmp_path / "ein Ordner mit Ümläuten")
    assert pipeline.composition(pipeline.study(elsewhere)).pages == pipeline.composition(sample_work).pages


def test_source_errors_are_never_tracebacks_of_another_kind(sample: Path) -> None:
    assert issubclass(SourceError, Exception)
    (sample / "seeds" / "courier.txt").write_bytes(bytes(range(256)))
    described(sample, "courier")
    assert [p.rule for p in pipeline.read_evidence(project.load(sample)).problems] in (["unreadable-source"], [])
