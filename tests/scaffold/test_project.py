from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator import project
from generator.errors import ProjectError, UsageError
from generator.model import Party, Side
from generator.scaffold import NewParty, NewTopic, Origin, make

TOPIC = NewTopic(
    'The toll: "who pays"?',
    "the toll",
    "Is the toll fair?",
    parties=(NewParty("Ferry Union", Side.ACCUSES, ("the union, in short",)), NewParty("Harbour Board", Side.ACCUSED)),
)
FROM = Origin("explainer-generator @ git+https://git.example/us/gen@v1")


def test_a_new_project_says_what_it_was_told(tmp_path: Path) -> None:
    files = make(tmp_path / "toll", TOPIC, FROM)
    assert {"seeds/topic.yml", "seeds/sources.yml", "mkdocs.yml", "README.md", "docs/index.md", ".gitignore"} <= {
        *files
    }
    made = project.load(tmp_path / "toll")
    assert made.topic.title == TOPIC.title
    assert made.topic.question == TOPIC.question
    assert made.topic.terms == ("toll",)
    assert made.topic.parties == (
        Party("Ferry Union", ("the union, in short",), Side.ACCUSES),
        Party("Harbour Board", (), Side.ACCUSED),
    )
    assert made.sources == {}
    assert (tmp_path / "toll" / "requirements.txt").read_text().splitlines()[-1] == FROM.requirement


def test_two_new_projects_are_equal(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a", TOPIC, FROM), make(tmp_path / "b", TOPIC, FROM)
    assert first == second
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in first)


def test_nothing_is_left_beside_the_project_nor_in_it(tmp_path: Path) -> None:
    files = make(tmp_path / "toll", TOPIC, FROM)
    assert [path.name for path in tmp_path.iterdir()] == ["toll"]
    assert not [name for name in files if name.endswith(".lock")]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "toll").mkdir()
    make(tmp_path / "toll", TOPIC, FROM)
    assert (tmp_path / "toll" / "seeds" / "topic.yml").is_file()


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "toll").mkdir()
    (tmp_path / "toll" / ".hidden").write_text("mine")
    with pytest.raises(UsageError, match="the folder is not empty, and nothing is ever overwritten"):
        make(tmp_path / "toll", TOPIC, FROM)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="something of that name already"):
        make(tmp_path / "file", TOPIC, FROM)
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="something of that name already"):
        make(tmp_path / "link", TOPIC, FROM)
    assert (tmp_path / "toll" / ".hidden").read_text() == "mine"
    assert not (tmp_path / "toll" / "seeds").exists()


@pytest.mark.parametrize(
    ("topic", "complaint"),
    [
        (NewTopic("A\x07title", "toll"), r"seeds/topic\.yml:5:\d+: title: expected text without control characters"),
        (NewTopic("T", "toll", parties=(NewParty("U"), NewParty("u"))), '"u" names two parties'),
    ],
)
def test_a_topic_that_cannot_be_described_leaves_nothing_behind(
    tmp_path: Path, topic: NewTopic, complaint: str
) -> None:
    with pytest.raises(ProjectError, match=complaint):
        make(tmp_path / "toll", topic, FROM)
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="the project cannot be written: "):
        make(tmp_path / "file" / "toll", TOPIC, FROM)


def test_every_description_names_a_schema_that_is_there(tmp_path: Path) -> None:
    make(tmp_path / "toll", TOPIC, FROM)
    seeds = tmp_path / "toll" / "seeds"
    for name in ("topic", "sources", "queries"):
        first = (seeds / f"{name}.yml").read_text(encoding="utf-8").splitlines()[0]
        path = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert path
        assert json.loads((seeds / path[1]).read_text(encoding="utf-8"))["properties"]


def test_the_examples_in_the_comments_are_valid(tmp_path: Path) -> None:
    """A person takes the marks of a comment away, and what is left is right."""
    make(tmp_path / "toll", NewTopic("T", "toll"), FROM)
    seeds = tmp_path / "toll" / "seeds"
    (seeds / "daily-news.txt").write_bytes(b"On 3 May the toll rose.\n")
    digest = sha256(b"On 3 May the toll rose.\n").hexdigest()
    for name, empty in (("topic", "parties: []"), ("sources", "sources:"), ("queries", "queries: []")):
        path = seeds / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        example = "\n".join(
            re.findall(r"^#(   ?.*)$", text[text.rindex("#\n") if name == "topic" else 0 :], re.MULTILINE)
        )
        board = "\n   - name: Harbour Board" if name == "topic" else ""
        whole = f"{text.replace(empty, '')}{empty.split(':')[0]}:\n{example}{board}\n"
        path.write_text(whole.replace("0" * 64, digest), encoding="utf-8")
    made = project.load(tmp_path / "toll")
    assert made.topic.parties[0].name == "Ada Reeve"
    assert made.sources["daily-news"].called == "the Daily News"
    assert made.queries[0].words == "on 3 May"


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="needs make")
def test_make_in_a_new_project_lists_its_targets_and_would_install(tmp_path: Path) -> None:
    make(tmp_path / "toll", TOPIC, FROM)
    listed = subprocess.check_output(["make", "--no-print-directory"], cwd=tmp_path / "toll", text=True)
    assert re.findall(r"^  make (\S+)", listed, re.MULTILINE) == ["help", "site", "serve", "test", "clean"]
    plan = subprocess.check_output(["make", "--dry-run", "site"], cwd=tmp_path / "toll", text=True)
    assert "pip --disable-pip-version-check --quiet install --requirement requirements.txt" in plan
