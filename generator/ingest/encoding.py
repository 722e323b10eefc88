"""From bytes to characters: byte order marks, declarations, guesses, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from generator.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32's begins with UTF-16's. The codecs named take the mark off."""
_NO_TEXT = (
    (b"PK\x03\x04", "a ZIP archive (also the form of .docx, .odt and .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
)
_HEAD = 4096
"""Bytes in which a declaration is looked for; HTML asks for it within the first 1024, pages do not always comply."""
_DECLARATION = re.compile(
    rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers use where the smaller encoding is declared."""
_DECLARABLE = re.compile(
    r"(?:cp(?:125[0-8]|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-\w+|big5(?:hkscs)?|euc_jp|gb18030|utf-8)"
)
"""Python's names of the encodings that a declaration may ask for: those of texts, none that runs a transformation."""
_MOST_DISORDER = 0.1
_LEAST_COHERENCE = 0.1
"""charset-normalizer's measures. Of eleven paragraphs in eight languages and their old encodings, each one's best reading is
the true text, with a disorder of 0, and either has a coherence above .14 or is the only reading."""
_HELP = "save the article as UTF-8 text, or declare its encoding in the file"


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    """Without a byte order mark."""
    encoding: str
    """Python's name; `bytes.decode` with it gives `text`."""


def decode(data: bytes, name: str) -> Decoded:
    """The characters of a source file. Raises SourceError, naming file and byte, where the bytes are no text."""
    if not data:
        raise SourceError("the file is empty; expected an article", where=f"{name}: byte 0", help="add its text")
    for magic, kind in _NO_TEXT:
        if data.startswith(magic):
            raise SourceError(
                f"expected text, HTML or a feed, found {kind}",
                where=f"{name}: byte 0",
                help="save the article's text as UTF-8 and use that file",
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name, f"as its byte order mark says ({encoding})")
    nul = data.find(b"\0")
    if nul >= 0:
        raise SourceError(
            "expected text, found a NUL byte; the file is binary", where=f"{name}: byte {nul}", help=_HELP
        )
    return _without_mark(data, name)


def _without_mark(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    declared = _declared(data)
    if declared and declared != "utf-8":
        return _strict(data, declared, name, f"in the encoding it declares ({declared})")
    guess = None if declared or _is_damaged_utf8(data) else _guess(data)
    if guess is None:
        found = f"byte 0x{data[broken.start]:02x} is not valid UTF-8 ({broken.reason})"
        raise SourceError(
            f"{found}, and no other encoding is certain", where=f"{name}: byte {broken.start}", help=_HELP
        )
    return guess


def _strict(data: bytes, encoding: str, name: str, ground: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        offset = len(data) - len(error.object)
        message = f"byte 0x{data[error.start + offset]:02x} cannot be read {ground}: {error.reason}"
        raise SourceError(message, where=f"{name}: byte {error.start + offset}", help=_HELP) from None


def _declared(data: bytes) -> str:
    """Python's name of the encoding that an XML declaration or a `<meta>` element names; "" where none is usable."""
    match = _DECLARATION.search(data[:_HEAD])
    if not match:
        return ""
    try:
        encoding = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return ""
    encoding = _SUPERSETS.get(encoding, encoding)
    return encoding if _DECLARABLE.fullmatch(encoding) else ""


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII make up UTF-8 sequences: then the file is UTF-8, and spoilt."""
    sequences = re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data)
    beyond_ascii = len(re.findall(rb"[\x80-\xff]", data))
    return sum(map(len, sequences)) * 2 > beyond_ascii


def _guess(data: bytes) -> Decoded | None:
    """The likeliest reading, where it reads like a language or is the only one."""
    readings = [reading for reading in charset_normalizer.from_bytes(data) if reading.chaos <= _MOST_DISORDER]
    for reading in readings[:1]:
        text = data.decode(reading.encoding, "replace")
        only = all(str(other) == text for other in readings)
        if "\N{REPLACEMENT CHARACTER}" not in text and (only or reading.coherence >= _LEAST_COHERENCE):
            return Decoded(text, reading.encoding)
    return None
