"""For any input, every span of every statement quotes the text at its offsets, and round-trips as JSON."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from jirga.as_json import statement_from_json, to_json
from jirga.coding import Coder
from jirga.coding.parts import spans_of
from jirga.model import Document

#: Pieces of sentences: events, cues, negations, quotes, numbers, names, layout and rubbish.
PIECES = """
The army
Pakistan's foreign ministry
the TTP
Tehreek-e-Taliban Pakistan (TTP)
gunmen
he
they
attacked
has not released
denied that it killed
threatened to attack
agreed to a ceasefire with
demanded the release of
said that
according to police
accused
of killing
will meet
if
may
12 soldiers
at least three dozen people
more than 80,000
two civilians and a policeman
102 prisoners
in Peshawar
in North Waziristan
on Friday
last week
since 2007
on 9 November 2021
a month later
attacks rose by 56 per cent
the leader of
sheltered
a bomb killed nine
was arrested
reportedly
ISLAMABAD (AP) -
By A. Writer
http://x.example/a?b
""".strip().split("\n")
PIECES += [*list("“”\"',.?!—;() \n\téی\u200d🙂𐍈ß\ufffd\u0301"), "\n\n"]


@cache
def coder() -> Coder:
    return Coder()


def check(text: str, published: str | None) -> None:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=digest,
        text_hash=digest,
        text_version="v",
        source="any",
        text=text,
        published=published,
        language="en",
    )
    coded = coder().code(document)
    assert coded.reading.status != "failed", coded.reading.problems
    for span in spans_of(coded.statements):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.quote
    for statement in coded.statements:
        assert (
            statement.sentence.start
            <= statement.trigger.start
            < statement.trigger.end
            <= statement.sentence.end
        )
        assert statement_from_json(json.loads(json.dumps(to_json(statement)))) == statement
    ids = {s.id for s in coded.statements}
    assert len(ids) == len(coded.statements)
    assert all(s.content_of in ids for s in coded.statements if s.content_of)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.sampled_from([None, "2021-11-10", "2021", "2021-11"]),
)
def test_every_quote_is_the_text_at_its_offsets(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_so_it_is_for_any_text_at_all(text: str) -> None:
    check(text, None)
