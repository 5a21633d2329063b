"""Editors' notes in brackets, no part of what a text says: [sic], [TEXT], [words indistinct], [3]."""

from __future__ import annotations

import re

_WORDING = (
    r"\d{1,3}|sic|text|report|editorial report|(?:excerpts?|video|live|word|repeat|quote|end quote)"
    r"(?: of .{1,40})?|"
    r"(?:(?:one|two|three|four|few|several|some) )?(?:words?|passages?|sentences?|names?|lines?)"
    r" (?:indistinct|omitted|missing|illegible|garbled|unclear)|indistinct|inaudible|"
    r"unintelligible|crosstalk|"
    r"applause|laughter|cheers|cheering|chanting|shouting|music|interruption|interjections?|"
    r"(?:(?:begin|end|start of|end of|live|video|studio) )*recording|(?:passage|portion)s? omitted|"
    r"(?:(?:all )?(?:figures?|names?|dates?|places?|titles?|words?|spellings?)(?: of \w+)? )?"
    r"as (?:received|published|heard|printed|broadcast|transliterated)|no dateline|citation needed|edit|"
    r"(?:in|speaking in|speaks in) [a-z]+|to be continued|continued|"
    r"(?:editor|translator)['’]s note\b[^\]]{0,200}|"
    r"(?:note|fn\.?) \d{1,3}|\.\.\.|…"
)
#: A note, with the space after it.
NOTE = rf"\[(?:{_WORDING})\]"
_NOTE = re.compile(rf"{NOTE} ?", re.IGNORECASE)


def notes(text: str) -> list[tuple[int, int]]:
    """Return where the notes of `text` are, as (start, end), each with the one space after it, if any."""
    return [match.span() for match in _NOTE.finditer(re.sub(r"\s", " ", text))]
