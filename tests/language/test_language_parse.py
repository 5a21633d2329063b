"""The parse: one Doc that spells the text, sentences that respect the layout, names kept whole."""

from __future__ import annotations

import pytest

from jirga.errors import JirgaError
from jirga.language import analyse
from jirga.language.analysis import text_of
from jirga.language.capitals import all_capitals, with_case
from jirga.language.casing import Casing
from jirga.language.layout import PIECE, datelines, pieces
from jirga.language.parse import parse, pipeline
from jirga.language.tokens import inside_name
from jirga.model import Document


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parse(text).sents]


def words(text: str) -> list[str]:
    return [token.text for token in parse(text) if not token.is_space]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\n  Rebels fled.\n\n\n\tThe army stayed. ",
        "Rebels fled\r\nthe town.\r\n\r\nThe army stayed.",
        "The UN\u2028mission\u00a0left. \U0001f600 \x0b end",
        "x" * (2 * PIECE + 7),
        "The dam broke. " * 900,
    ],
)
def test_the_doc_spells_the_text(text: str) -> None:
    assert parse(text).text == text
    assert text_of(parse(text)) == text


def test_a_doc_s_text_is_put_together_once() -> None:
    doc = parse("Rebels fled. The army stayed.")
    assert text_of(doc) is text_of(doc)


def test_the_lemmatizer_finds_its_words_in_sets() -> None:
    lists = pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    assert {type(words) for words in lists.values()} == {frozenset}


def test_what_is_skipped_follows_what_is_held_to_be_no_prose() -> None:
    analysis = analyse(Document("d", "h", "1", "text", "Rebels fled. The army stayed."))
    assert not analysis.is_skipped(3)
    analysis.skipped = ((0, 12),)
    assert [analysis.is_skipped(at) for at in (3, 13)] == [True, False]


def test_a_wrapped_sentence_is_one_and_its_entity_crosses_the_break() -> None:
    text = (
        "Government forces retook the last rebel positions in South\n"
        "Sudan after a week of fighting along the river, a military\n"
        "spokesman said.\n"
    )
    doc = parse(text)
    assert len(list(doc.sents)) == 1
    assert "South\nSudan" in [entity.text for entity in doc.ents]


def test_no_sentence_crosses_a_blank_line() -> None:
    assert sentences("The ceasefire and\n\nShelling went on.") == ["The ceasefire and", "Shelling went on."]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    text = "Truce holds for second day\nThe two armies exchanged prisoners at the bridge on Monday morning.\n"
    assert sentences(text)[0] == "Truce holds for second day"


def test_titles_and_numbers_do_not_end_sentences() -> None:
    text = "Maj. Gen. Odongo met Lt. Col. Ruiz near Checkpoint No. 5. Both left."
    assert sentences(text) == ["Maj. Gen. Odongo met Lt. Col. Ruiz near Checkpoint No. 5.", "Both left."]


def test_a_full_stop_inside_closing_quotes_ends_the_sentence() -> None:
    assert sentences("“We will not talk.” The envoy left.") == ["“We will not talk.”", "The envoy left."]


def test_a_quotation_stays_with_its_speaker() -> None:
    assert sentences('"Leave!" Ortega said.') == ['"Leave!" Ortega said.']


@pytest.mark.parametrize(
    "name",
    ["Tehreek-e-Taliban", "Khalil-ur-Rehman", "Jamaat-ul-Ahrar", "al-Qaeda", "Port-au-Prince", "el-Sisi"],
)
def test_a_hyphenated_name_is_one_word(name: str) -> None:
    assert name in words(f"Fighters of {name}, they said, left.")
    assert name in words(f"That was {name}'s claim.")


def test_other_hyphens_still_divide() -> None:
    assert "Pakistan" in words("Pakistan-based groups")
    assert "Kabul" in words("the Kabul-Islamabad road")
    assert "al-Qaeda" in words("an al-Qaeda-linked cell")
    assert not inside_name("Sana-based", 4)


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    text = "GOMA, Congo (AP) — Rebels seized the airport. Talks stalled.\n\nBAMAKO: The junta denied it."
    assert sentences(text)[1] == "Rebels seized the airport."
    assert [text[a:b] for a, b in datelines(text)] == ["GOMA, Congo (AP) — ", "BAMAKO: "]


@pytest.mark.parametrize(
    "text",
    [
        "The TTP - a banned group - left.",
        "Khan (PTI) said so.",
        "ISIS-K killed nine people.",
        "US-backed rebels withdrew.",
    ],
)
def test_an_ordinary_opening_is_no_dateline(text: str) -> None:
    assert datelines(text) == []


def test_pieces_tile_the_text() -> None:
    text = "word " * 5000 + "\n\n" + "y" * 20_000 + "\nA line.\n\nB."
    tiles = list(pieces(text))
    assert "".join(text[a:b] for a, b in tiles) == text
    assert max(b - a for a, b in tiles) <= PIECE


def test_capitals_are_undone_for_the_parser_only() -> None:
    text = "THE GUERRILLAS HAVE KILLED FOUR SOLDIERS IN CHALATENANGO, A MILITARY SPOKESMAN SAID TODAY."
    doc = parse(text)
    assert doc.text == text
    assert next(token.lemma_ for token in doc if token.pos_ == "VERB") == "kill"
    assert all_capitals(text) and not all_capitals("UN SAID")
    assert with_case(["THE", "ARMY", "OF", "KIVU"], Casing(frozenset({"the", "of"}))) == [
        "The",
        "army",
        "of",
        "Kivu",
    ]


def test_a_missing_model_is_told_with_what_to_do() -> None:
    with pytest.raises(JirgaError) as failure:
        pipeline("no_such_model")
    assert "no_such_model" in failure.value.line()
    assert "JIRGA_SPACY_MODEL" in failure.value.line()


def test_lines_in_capitals_break_for_their_length_alone() -> None:
    text = (
        "MANY REBELS HAVE SURRENDERED TO THE ARMED FORCES DURING THE\n"
        "LAST FEW HOURS NEAR KAMPALA. AMONG THEM ARE PETER OKOT AND\n"
        "JOHN OTIM, WHO TURNED IN TWO RIFLES.\n\n"
        "   THE ARMY SAID SO."
    )
    assert [" ".join(sentence.split()) for sentence in sentences(text)] == [
        "MANY REBELS HAVE SURRENDERED TO THE ARMED FORCES DURING THE LAST FEW HOURS NEAR KAMPALA.",
        "AMONG THEM ARE PETER OKOT AND JOHN OTIM, WHO TURNED IN TWO RIFLES.",
        "THE ARMY SAID SO.",
    ]


def test_headlines_in_capitals_stay_apart() -> None:
    text = "ARMY TAKES BRIDGE\nREBELS WITHDRAW FROM THE VALLEY AFTER A WEEK OF FIGHTING\n\nThe army said so."
    assert sentences(text)[0] == "ARMY TAKES BRIDGE"


@pytest.mark.parametrize(
    "opening", ["ORTEGA SAID: ", "THE SPEAKER: ", "MR OKOT: ", "THE MINISTER OF DEFENCE: "]
)
def test_who_speaks_is_no_dateline(opening: str) -> None:
    assert datelines(f"{opening}The truce holds.") == []


@pytest.mark.parametrize("dateline", ["MANAGUA (NICARAGUA), 22 MAR 90 (RADIO) -- ", "NAIROBI, Kenya (AP) _ "])
def test_a_dateline_may_name_its_country_or_end_in_a_line(dateline: str) -> None:
    text = f"{dateline}[TEXT] The truce holds."
    assert [text[a:b] for a, b in datelines(text)] == [f"{dateline}[TEXT] "]


def test_names_keep_their_capitals_where_english_has_the_word() -> None:
    text = "THE REBELS BLEW UP TWO POLES NEAR AN ARMY GARRISON IN CHINA AND TURKEY, A SPOKESMAN SAID TODAY."
    tags = {token.text: token.tag_ for token in parse(text)}
    assert (tags["POLES"], tags["CHINA"], tags["TURKEY"]) == ("NNS", "NNP", "NNP")


def test_a_word_parted_by_its_hyphen_at_a_line_s_end_ends_no_sentence() -> None:
    text = "THE PEACE TALKS WITH THE M-\n19 MOVEMENT WILL BEGIN IN THE CITY OF TOLM NEXT WEEK AND LAST.\n"
    assert [text[start:end] for start, end in pieces(text)] == [text]


def test_a_word_of_this_field_is_one_with_a_hyphen_too() -> None:
    doc = parse("The cease-fire held. Cease-fires and counter-attacks, well-known in war-torn Syria.")
    kept = {token.text: token.lemma_ for token in doc if "-" in token.text and len(token.text) > 1}
    assert kept["cease-fire"] == "ceasefire"
    assert kept["counter-attacks"] == "counterattack"
    assert "Cease-fires" in kept
    assert "war-torn" not in kept


def test_a_comma_between_two_phrases_parts_no_name_of_a_body() -> None:
    doc = parse("Ten minutes later, by the account of Yerevan, Azerbaijani forces moved against Tolm.")
    assert not [name.text for name in doc.ents if name.label_ == "ORG" and "," in name.text]
