from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import a_document, a_reading

from jirga.errors import UsageError
from jirga.store import Store
from jirga.store.search import passages

DOCUMENTS = [
    a_document("a.txt"),
    a_document("b.txt", "Peace talks failed.\n\n“Talks about peace?” he asked. The café in Tūrkham closed."),
    a_document("c.txt", "\x02 talks \x03 with odd characters, talks \x02"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "r.db", writing=True) as store:
        for one in DOCUMENTS:
            store.save(one, a_reading(one), [])
        yield store


def found(store: Store, words: str) -> list[str]:
    return [hit.text for hit in store.search(words, 10)]


def test_all_words_are_wanted_in_any_form_and_order(store: Store) -> None:
    assert found(store, "soldier RELEASE") == [DOCUMENTS[0].text.split(" The army")[0]]
    assert sorted(found(store, "peace talk")) == ["Peace talks failed.", "“Talks about peace?” he asked."]
    assert found(store, "cafe turkham") == ["The café in Tūrkham closed."]
    assert {hit.holds for hit in store.search("soldiers cafe", 10)} <= {"document", "some"}


def test_a_phrase_and_a_beginning_can_be_asked_for(store: Store) -> None:
    assert found(store, '"peace talks"') == ["Peace talks failed."]
    assert found(store, "Miran*") == ["Fighters attacked a police post in Miranshah."]
    assert found(store, "Miran") == []


def test_matches_are_offsets_into_the_documents_text(store: Store) -> None:
    (hit,) = store.search("attack police", 10)
    text = DOCUMENTS[0].text
    assert text[hit.start : hit.end] == hit.text
    assert [text[start:end] for start, end in hit.matches] == ["attacked", "police"]


def test_no_more_than_the_limit_is_given(store: Store) -> None:
    assert len(list(store.search("talks", 2))) == 2
    assert list(store.search("talks", 0)) == []


@pytest.mark.parametrize("words", ["", "  ", '"', "- * ( )", "…"])
def test_no_words_are_told(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        list(store.search(words, 5))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(alphabet='talks"*()^:+-AND OR NOT NEAR{}\x00\ud800', max_size=20)))
def test_no_input_is_an_error_and_every_hit_resolves(store: Store, words: str) -> None:
    texts = {one.id: one.text for one in DOCUMENTS}
    try:
        hits = list(store.search(words, 50))
    except UsageError:
        return
    for hit in hits:
        assert texts[hit.document][hit.start : hit.end] == hit.text
        for start, end in hit.matches:
            assert hit.start <= start < end <= hit.end


@given(st.text(alphabet=st.sampled_from('aB. !?\n\t”"é1'), max_size=80) | st.text())
def test_passages_hold_every_letter_once_and_in_order(text: str) -> None:
    cut = list(passages(text))
    assert "".join("".join(text[start:end].split()) for start, end in cut) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in cut)


def test_abbreviations_end_no_sentence() -> None:
    text = "Lt. Gen. A. Khan spoke on Jan. 5 in the U.S. capital. He left."
    assert [text[start:end] for start, end in passages(text)] == [text[:-9], "He left."]


def test_a_line_break_that_only_wraps_a_paragraph_parts_no_sentence() -> None:
    text = (
        "TRUCE HOLDS\n\nThe elders said in Khost on Monday that the truce which they\n"
        "had carried from one camp to the other would hold. The army\nsaid nothing of it.\n"
    )
    assert [text[start:end].replace("\n", " ") for start, end in passages(text)] == [
        "TRUCE HOLDS",
        "The elders said in Khost on Monday that the truce which they had carried from one camp to the other "
        "would hold.",
        "The army said nothing of it.",
    ]
