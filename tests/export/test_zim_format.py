"""The site as a ZIM file; what needs libzim is tested where it is installed."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ExportError
from generator.export import extras, make_copy, verify, zim_format
from generator.export.iso_639 import three_letters
from tests.export import sample

REPOSITORY = Path(__file__).parents[2]
NEEDS = 'needs libzim; type: pip install "explainer-generator[zim]"'


def libzim(module: str) -> Any:
    pytest.importorskip("libzim", reason=NEEDS)
    return import_module(f"libzim.{module}")


def made(folder: Path) -> Path:
    libzim("writer")
    return make_copy("zim", sample.edition(folder / "site"), folder / "out").path


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    return libzim("reader").Archive(made(tmp_path))


def test_its_citations_are_followed_and_a_changed_byte_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path)
    found = verify(path)
    assert (found.whole, found.followed, found.limits) == (True, 2, "")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    (problem,) = verify(path).problems
    assert problem.startswith("explainer.zim: altered")


def test_the_same_site_gives_the_same_bytes_whatever_the_process(tmp_path: Path) -> None:
    first = made(tmp_path)
    code = (
        "import sys; from pathlib import Path; from generator.export import make_copy; from tests.export import sample;"
        "folder = Path(sys.argv[1]); make_copy('zim', sample.edition(folder / 'site'), folder / 'out')"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "b c")],
        check=True,
        cwd=REPOSITORY,
        env={**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"},
    )
    assert first.read_bytes() == (tmp_path / "b c" / "out" / "explainer.zim").read_bytes()


def test_words_and_titles_are_found_and_the_themes_frame_is_not(archive: Any) -> None:
    search = libzim("search")

    def found(words: str) -> list[str]:
        return list(search.Searcher(archive).search(search.Query().set_query(words)).getResults(0, 9))

    assert sorted(found("islanders")) == ["claims.html", "sources/herald.html"]
    assert found("logo") == []
    assert "claims.html" in list(libzim("suggestion").SuggestionSearcher(archive).suggest("cla").getResults(0, 9))
    assert archive.main_entry.get_item().path == "index.html"


def test_it_says_what_the_specification_asks_for(archive: Any) -> None:
    said = {key: archive.get_metadata(key).decode("utf-8", "replace") for key in archive.metadata_keys}
    assert {"Name", "Title", "Creator", "Publisher", "Date", "Description", "Language", "Counter", "Tags"} <= set(said)
    assert said["Title"] == "The toll & the bridge"
    assert said["Language"] == "eng"
    assert said["Date"] == "2026-01-01"
    assert archive.has_illustration(48)
    assert b"MIT License" in bytes(archive.get_entry_by_path("about-this-copy.html").get_item().content)


def test_nothing_is_printed_by_the_library(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made(tmp_path)
    assert capfd.readouterr() == ("", "")


def test_zimcheck_passes(tmp_path: Path) -> None:
    if not shutil.which("zimcheck"):
        pytest.skip("needs zimcheck; type: apt-get install zim-tools")
    checked = subprocess.run(["zimcheck", str(made(tmp_path))], capture_output=True, text=True, check=False)
    failures = [line for line in checked.stdout.splitlines() if line.startswith("[ERROR]") and "empty" not in line]
    # The sample site has a dead link of its own making; the structure and the metadata have to be right.
    assert not [line for line in failures if "link" not in line], checked.stdout


def test_without_the_extra_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", absent)
    with pytest.raises(ExportError, match=r'pip install "explainer-generator\[zim\]"'):
        make_copy("zim", sample.edition(tmp_path / "site"), tmp_path / "out")


def test_random_identifiers_are_replaced_and_the_checksum_fits() -> None:
    def written(noise: bytes) -> bytes:
        head = b"ZIM\x04" + bytes(4) + noise + bytes(48) + struct.pack("<Q", 160)
        return (head + b"\x0f\rXapian Glass\x00\x01" + noise + bytes(160))[:160] + noise

    one, two = zim_format.settled(written(b"a" * 16)), zim_format.settled(written(b"b" * 16))
    assert one == two
    assert b"a" * 16 not in one
    assert len(one) == 176
    other = zim_format.settled(written(b"a" * 16).replace(b"ZIM\x04", b"ZIM\x05"))
    assert other[8:24] != one[8:24]


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("short", 30, "short"),
        ("The dispute over distilling models", 30, "The dispute over distilling…"),
        ("x" * 40, 30, "x" * 29 + "…"),
    ],
)
def test_titles_are_cut_between_words(text: str, longest: int, cut: str) -> None:
    assert zim_format.cut(text, longest) == cut
    assert len(cut) <= longest


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "eng"), ("pt-BR", "por"), ("zh_TW", "zho"), ("haw", "haw"), ("x-y", "und"), ("", "und")]
)
def test_languages_have_three_letters(tag: str, code: str) -> None:
    assert three_letters(tag) == code
