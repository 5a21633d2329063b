"""Who speaks in a transcript: labels before a turn ("KHAN: …", "Dr. Ishaq: …"), statements given whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.building import build, inside_range
from jirga.coding.sources import kind_of
from jirga.lexicon.agents import agent
from jirga.lexicon.cues import COMMITMENTS, source_kind, word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from jirga.coding.attribution import Attribution
    from jirga.language import Analysis

_TITLE = (
    "(?:The|THE|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Senator|Sen|Minister|Shri|Smt|Deputy|Gen|Col|Maj|"
    "Ambassador|Judge|Justice|Hon|Rep)"
)
#: Capital letters, those with an accent among them, and a name in them.
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŸŹŻŽ"
_NAME = rf"[{_UPPER}][{_UPPER}.’'\-]+"
#: A speaker in capitals, as parliaments and courts print them: "Shri P. RAO (Silchar): ".
_CAPITALS = re.compile(
    rf"^[\"“]?(?P<source>(?P<title>{_TITLE}\.? )?"
    rf"(?:[{_UPPER}]\. )*(?:Mc|Mac|O[’'])?{_NAME}(?:,? {_NAME}){{0,5}}(?: \([^)\n:]{{2,30}}\))?): "
    r"(?P<content>\S[^\n]*)$",
    re.MULTILINE,
)
#: The same in common letters, which a line's heading or a dateline may have as well: "Dr. Halima Ishaq: ".
_COMMON = re.compile(
    rf"^[\"“]?(?P<source>(?P<title>{_TITLE}\.? )?[A-Z][\w’'\-]*(?: [\w’'\-]+\.?){{0,6}}): "
    r"(?P<content>\S[^\n]*)$",
    re.MULTILINE,
)
#: Labels of the medium itself: what it tells under them is the document's own word.
OWN = word_set(
    "host anchor presenter moderator narrator announcer reporter correspondent interviewer newsreader "
    "question"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Beside questions marked as such a single label is an answer's.
_QUESTION = re.compile(r"^(?:Q|QUESTION|Question)[.:] ", re.MULTILINE)
#: A speaker and a verb of saying as a line's opening, its words on that line in capitals or on the next.
_SAYING = "said|added|stated|declared|asked|replied|noted|continued|answered|asserted|explained|remarked"
_WORDS = r"[^\s:.!?]+(?: [^\s:.!?]+){0,4}?"
_SPEECH = re.compile(
    rf"^(?P<source>[A-Z]{_WORDS}) (?P<cue>(?:{_SAYING.upper()}):)\s*(?P<content>\S[^\n]*)$"
    rf"|^(?P<source2>[A-Z]{_WORDS}) (?P<cue2>(?:{_SAYING}):)[ ]*\n\s*(?P<content2>[\"“][^\n]*)$",
    re.MULTILINE,
)
#: Who speaks in a recording that a monitored broadcast quotes: `[BEGIN RECORDING] [CRISTIANI] We …`.
_TURN = re.compile(
    r"(?:(?<=RECORDING\] )|(?<=RECORDING\]\n)|(?<=\n\n))"
    r"\[(?!BEGIN|END)(?P<source>[A-Z][A-Z.’' -]{2,40})(?:, [A-Z ]+)?\]\s(?P<content>.+?)\s*"
    r"(?=\[END RECORDING\]|\n\n\[(?!WORD|PASSAGE|FEW)[A-Z]|\Z)",
    re.DOTALL,
)
#: A statement given whole, without quotation marks, behind a line that says whose it is.
_STATEMENT = re.compile(
    r"\A(?:[^\n]+\n+){0,2}?(?P<source>[A-Z][^\n:.!?]{2,80}?),? "
    rf"(?P<cue>{_SAYING})(?: [^\n:]{{0,30}})?:\n+"
    r"(?P<content>[A-Z][^“\"]+)\Z"
)


def turns(analysis: Analysis) -> Iterator[Attribution]:
    """Yield what each speaker of a transcript says, to the end of the line that the label opens."""
    for match, source in _labels(analysis):
        colon = analysis.doc[source.end]
        yield from _made(
            analysis, colon, (colon.idx, colon.idx + len(colon)), source.root, match.span("content")
        )
    yield from _speeches(analysis)
    yield from _given_whole(analysis)


def _labels(analysis: Analysis) -> list[tuple[re.Match[str], Span]]:
    """The labels of a text with who they name; one alone is a dateline, unless questions stand beside it."""
    text = analysis.document.text
    found: dict[int, tuple[re.Match[str], Span]] = {}
    for pattern in (_CAPITALS, _COMMON):
        for match in pattern.finditer(text):
            source = analysis.doc.char_span(*match.span("source"), alignment_mode="contract")
            if source is None or _SPEECH.match(match.group()) or source.end >= len(analysis.doc):
                continue
            if pattern is _CAPITALS or _is_speaker(source, match):
                found.setdefault(match.start(), (match, source))
    titled = any(match["title"] for match, _ in found.values())
    if len(found) > 1 or titled or _QUESTION.search(text):
        return [found[at] for at in sorted(found)]
    return []


def _is_speaker(source: Span, match: re.Match[str]) -> bool:
    """Whether common letters before a colon name who speaks: a titled or full name, an office; no heading."""
    head = source.root
    if match["title"] and match["title"].casefold() != "the":
        return all(word[:1].isupper() for word in match["source"].split())
    if not match["title"] and head.ent_type_ == "PERSON" and len(source) > 1:
        return True
    held = source_kind(head.lower_) is not None or agent(head.lemma_.lower()) is not None
    spoken = kind_of(head) in {"person", "media", "unnamed"} or _is_told(source, match)
    return held and spoken and head.ent_type_ not in {"GPE", "LOC"}


def _is_told(source: Span, match: re.Match[str]) -> bool:
    """Whether what follows a body's name is a sentence, which it says, and no entry of a form."""
    content = source.doc.char_span(*match.span("content"), alignment_mode="contract")
    return content is not None and any(t.tag_ in _FINITE for t in content)


def _given_whole(analysis: Analysis) -> Iterator[Attribution]:
    """Yield what each speaker of a marked recording says, and a statement given whole."""
    text = analysis.document.text
    recorded = [*_TURN.finditer(text)] if "BEGIN RECORDING]" in text else []
    for match in (*recorded, *_STATEMENT.finditer(text)):
        source = analysis.doc.char_span(*match.span("source"), alignment_mode="contract")
        if source is None:
            continue
        end = match.end("source")
        cue = match.span("cue") if "cue" in match.groupdict() else (end, end + 1)
        yield from _made(analysis, source.root, cue, source.root, match.span("content"))


def _speeches(analysis: Analysis) -> Iterator[Attribution]:
    """ "CRISTIANI SAID: "WE WILL TALK."", and a verb of saying with its quote on the next line."""
    for match in _SPEECH.finditer(analysis.document.text):
        end = "" if match["source"] else "2"
        source, cue = (
            analysis.doc.char_span(*match.span(name + end), alignment_mode="contract")
            for name in ("source", "cue")
        )
        if source is None or cue is None:
            continue
        who = source[-1] if source[-1].pos_ == "PROPN" else source.root
        yield from _made(analysis, cue[0], match.span("cue" + end), who, match.span("content" + end))


def _made(
    analysis: Analysis, cue_head: Token, cue: tuple[int, int], source: Token, content: tuple[int, int]
) -> Iterator[Attribution]:
    made = build(
        analysis,
        kind="label",
        cue_head=cue_head,
        cue=cue,
        source=source,
        content=inside_range(analysis.doc, [content]),
        commitment=COMMITMENTS["say"],
    )
    if made is not None:
        yield replace(made, own_voice=made.own_voice or source.lower_ in OWN)
