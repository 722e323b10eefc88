from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model import Topic
from generator.web import picture

TOPIC = Topic("The Saltholm toll", "toll", "Does the toll rob the islanders?")


@pytest.fixture
def _pillow() -> None:
    pytest.importorskip("PIL", reason="needs the extra “picture”")


@pytest.mark.usefixtures("_pillow")
def test_the_picture_has_the_size_that_it_is_said_to_have_and_the_same_bytes_each_time() -> None:
    drawn = picture.draw(TOPIC)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == picture.SIZE
    assert picture.draw(TOPIC) == drawn
    assert picture.draw(replace(TOPIC, title="The Tarn toll")) != drawn


@pytest.mark.usefixtures("_pillow")
@pytest.mark.parametrize("title", ["a " * 400, "a" * 200, ""])
def test_a_title_fits_or_is_refused(title: str) -> None:
    if title:
        with pytest.raises(UsageError, match="too long for the picture"):
            picture.draw(replace(TOPIC, title=title))
    else:
        assert picture.draw(replace(TOPIC, title=title))


@pytest.mark.usefixtures("_pillow")
def test_a_letter_that_the_font_lacks_is_named() -> None:
    with pytest.raises(UsageError, match="the font has no “\u6d77”") as raised:
        picture.draw(replace(TOPIC, title="\u6d77"))
    assert "--font FILE" in raised.value.help


@pytest.mark.usefixtures("_pillow")
def test_what_is_no_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_text("no font", encoding="utf-8")
    with pytest.raises(UsageError, match="no font that can be read"):
        picture.draw(TOPIC, tmp_path / "a.ttf")


def test_without_pillow_the_message_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(picture, "import_module", missing)
    with pytest.raises(UsageError) as raised:
        picture.draw(TOPIC)
    assert raised.value.help.endswith('pip install "explainer-generator[picture]"')
