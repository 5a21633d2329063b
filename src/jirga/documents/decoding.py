"""Bytes → text: which encoding, how it is known, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

#: Signatures of formats that are not text, with the name a user knows them by (each format's specification).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or a .docx, .xlsx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)

# UTF-32 before UTF-16: the one's mark begins with the other's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

#: Share of control bytes beyond which content without NULs is taken for binary; text has next to none.
_MOST_CONTROLS = 0.02

#: How much is shown to the guesser: enough to tell, and a fraction of a second.
_GUESS_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name as Python knows it, and a note for the user where it is only a guess."""

    codec: str
    note: str | None = None


def marked(data: bytes) -> str | None:
    """Return the codec that the byte order mark at the start of `data` names, None where there is none."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def binary_kind(data: bytes) -> str | None:
    """Return what `data` is where it is no text ("a PDF", "binary data"), None where it may be text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if marked(data) not in (None, "utf-8-sig"):
        return None
    if b"\x00" in data:
        return "binary data (it holds NUL bytes)"
    if len(_CONTROLS.findall(data)) > _MOST_CONTROLS * len(data):
        return "binary data (it holds many control bytes)"
    return None


def encoding_of(data: bytes, *, declared: str | None = None, cut: bool = False) -> Encoding | None:
    """Return the encoding of `data`, None where it cannot be told.

    In this order: its byte order mark, UTF-8 where all of it is valid, what the document itself declares, a
    guess. `cut` says that `data` is only a beginning and may end within a character.
    """
    if mark := marked(data):
        return Encoding(mark)
    if _decodes(data, "utf-8", cut):
        return Encoding("utf-8")
    if declared and (codec := _known(declared)) and _decodes(data, codec, cut):
        return Encoding(codec)
    return _guess(data)


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str | None] | None:
    """Return the text of `data`, and a note where its encoding was guessed; None where none fits."""
    encoding = encoding_of(data, declared=declared)
    if encoding is None:
        return None
    try:
        return data.decode(encoding.codec), encoding.note
    except UnicodeDecodeError:
        return None


def _decodes(data: bytes, codec: str, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(data, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _known(name: str) -> str | None:
    """Return Python's name of the text encoding `name`; browsers read latin-1 and ASCII as windows-1252."""
    try:
        found = codecs.lookup(name.strip())
        found.incrementaldecoder().decode(b"", final=True)
    except (LookupError, ValueError, TypeError, AttributeError):
        return None
    if found.name in ("iso8859-1", "ascii"):
        return "cp1252"
    # "hex", "rot13" and the like are codecs too, and decode to something that is no text.
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _guess(data: bytes) -> Encoding | None:
    """Return charset-normalizer's guess, windows-1252 where that is as good (the web's default for Latin)."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_GUESS_BYTES])
    plausible = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    best = matches.best()
    codec = "cp1252" if "cp1252" in plausible and _decodes(data, "cp1252", False) else best and best.encoding
    if not codec:
        return None
    shown = codec.replace("cp125", "windows-125")
    return Encoding(codec, f"read as {shown}, guessed: the file names no encoding and is not UTF-8")
