from __future__ import annotations

import codecs

import pytest

from generator.errors import SourceError
from generator.ingest.encoding import decode

FRENCH = (
    "Le gouvernement a annoncé mardi que l'école élémentaire serait fermée jusqu'à l'été, après des dégâts causés par la "
    "tempête. « C'est très regrettable », a déclaré le maire."
)
RUSSIAN = "Министр заявил, что проект будет завершён в следующем году, несмотря на критику со стороны местных жителей."
JAPANESE = "大臣は火曜日、地元住民の批判にもかかわらず、計画は来年完成すると述べた。これは重要な発表である。"


@pytest.mark.parametrize("bom", [True, False])
def test_utf8(bom: bool) -> None:
    decoded = decode(codecs.BOM_UTF8 * bom + FRENCH.encode(), "x")
    assert decoded.text == FRENCH
    assert decoded.encoding == ("utf-8-sig" if bom else "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_marks(encoding: str) -> None:
    data = ("\ufeff" + FRENCH).encode(encoding)
    decoded = decode(data, "x")
    assert decoded.text == FRENCH
    assert data.decode(decoded.encoding) == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis")]
)
def test_encodings_are_guessed_where_the_guess_is_certain(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data, "x")
    assert decoded.text == text
    assert data.decode(decoded.encoding) == text


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252"),
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
    ],
)
def test_declarations_count(declaration: str, encoding: str) -> None:
    text = {"cp1252": "£5 – née", "cp1251": "да", "gb18030": "部长"}[encoding]
    decoded = decode((declaration + text).encode(encoding), "x")
    assert decoded.text == declaration + text
    assert decoded.encoding == encoding


def test_what_is_utf8_is_utf8_whatever_it_declares() -> None:
    assert decode("<meta charset=windows-1251>да".encode(), "x").encoding == "utf-8"


def test_a_declaration_cannot_run_a_transformation() -> None:
    with pytest.raises(SourceError, match="not valid UTF-8"):
        decode(b"<meta charset=unicode_escape>\\x41 \xff\xfe\x81", "x")


def _message(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        decode(data, "seeds/x.txt")
    assert caught.value.help
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "seeds/x.txt: byte 0: the file is empty"),
        (b"PK\x03\x04...", "seeds/x.txt: byte 0: expected text, HTML or a feed, found a ZIP archive"),
        (b"some text\x00more", "seeds/x.txt: byte 9: expected text, found a NUL byte"),
        ("née, née, née".encode() + b" \xff", "seeds/x.txt: byte 17: byte 0xff is not valid UTF-8"),
        (b"L'\xe9t\xe9.", "seeds/x.txt: byte 2: byte 0xe9 is not valid UTF-8"),
        (b"<meta charset=utf-8>\xe9t\xe9 \xe0 la plage", "seeds/x.txt: byte 20: byte 0xe9 is not valid UTF-8"),
        (b"<meta charset=shift_jis>abc\x81", "seeds/x.txt: byte 27: byte 0x81 cannot be read in the encoding it declares (cp932)"),
        (codecs.BOM_UTF8 + b"abc\xff", "seeds/x.txt: byte 6: byte 0xff cannot be read as its byte order mark says"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "seeds/x.txt: byte 4: byte 0x62 cannot be read as its byte order mark says"),
    ],
    ids=["empty", "ZIP", "NUL", "damaged UTF-8", "too short to guess", "declared UTF-8", "declared", "mark", "cut UTF-16"],
)  # fmt: skip
def test_messages_name_file_and_byte(data: bytes, start: str) -> None:
    assert _message(data).startswith(start)
