"""Types of what is taken back or given up: bans, warrants, sieges, convictions; and of what is like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "modes"),
    [
        ("The government withdrew the ban on the party.", "withdrew", "CONCEDE", ()),
        ("The withdrawal of the ban on the TLP followed an agreement.", "withdrawal", "CONCEDE", ()),
        ("Colombia suspended the arrest warrants against the negotiators.", "suspended", "CONCEDE", ()),
        ("A court overturned the conviction of the opposition leader.", "overturned", "CONCEDE", ()),
        ("The Taliban lifted the siege of the town.", "lifted", "RETREAT", ("access",)),
        ("The militia kept the truce for nine weeks.", "kept", "RETREAT", ("ceasefire",)),
        ("Both garrisons held their fire until noon.", "held", "RETREAT", ("ceasefire",)),
        ("The militants surrendered to the army.", "surrendered", "RETREAT", ()),
        ("The soldiers surrendered their weapons.", "surrendered", "RETREAT", ("disarm",)),
        ("The army surrendered the town to the rebels.", "surrendered", "RETREAT", ("withdraw",)),
        ("The Abu Sayyaf ransomed two Indonesian sailors.", "ransomed", "RETREAT", ("release",)),
        (
            "The opposition attacked the government's handling of the flood.",
            "attacked",
            "ACCUSE",
            ("disapprove",),
        ),
        ("France suspended its operations with the Malian army.", "suspended", "SANCTION", ("discontinue",)),
        ("The ministry revoked the party's proscription.", "revoked", "CONCEDE", ()),
        ("The prisoners walked free.", "walked", "RETREAT", ("release",)),
        ("Russia pulled out of the grain deal.", "pulled", "SANCTION", ("discontinue",)),
        ("The court handed the rebels life sentences.", "sentences", "SANCTION", ("convict",)),
        ("The TTP withdrew from the truce.", "withdrew", "REJECT", ("yield",)),
        ("The rebels withdrew from the town.", "withdrew", "RETREAT", ("withdraw",)),
        ("The government broke off the ceasefire in May.", "broke", "REJECT", ("yield",)),
        ("The army flouted the truce on Monday.", "flouted", "ASSAULT", ()),
        ("The opposition quit the talks in Lomé.", "quit", "SANCTION", ("withdraw",)),
        ("Strikers took down the barricades on Friday.", "took", "RETREAT", ("access",)),
        ("Gunmen whisked away six teachers from Wukari.", "whisked", "ASSAULT", ("abduct",)),
        ("Their neighbours marched off by the tenth.", "marched", "RETREAT", ("withdraw",)),
        ("Students marched off to the square in protest.", "marched", "PROTEST", ("demo",)),
        ("Congolese forces moved against Bunagana.", "moved", "ASSAULT", ()),
        ("Soldiers pushed the families onto buses.", "pushed", "SANCTION", ("expel",)),
        ("Guards pulled down four houses at Tambo.", "pulled", "ASSAULT", ("destroy",)),
        ("The family handed over the ransom on Friday.", "handed", "CONCEDE", ()),
        ("Commandos led the guests out of the hotel.", "led", "AID", ()),
        ("Authorities blocked the motorway.", "blocked", "COERCE", ("restrict",)),
        ("Protesters blocked the motorway.", "blocked", "PROTEST", ("obstruct",)),
        ("The rebels captured a naval base.", "captured", "COERCE", ("seize",)),
        ("The navy test-fired a missile.", "fired", "MOBILIZE", ("weapons",)),
        ("Two rockets landed in a field.", "landed", "ASSAULT", ("heavy-weapons",)),
    ],
)
def test_the_type_is_what_was_done(
    code: Code, text: str, trigger: str, kind: str, modes: tuple[str, ...]
) -> None:
    (found,) = (s.event for s in code(text) if s.trigger.quote == trigger)
    assert found is not None
    assert (found.type, found.modes) == (kind, modes)


@pytest.mark.parametrize(
    "text",
    [
        "The government sent its condolences to the families.",
        "The police charged the cleric with inciting hatred.",
        "The sides exchanged lists of prisoners.",
        "The peacekeepers left without handing over the base.",
    ],
)
def test_condolences_incitement_and_lists_are_no_events(code: Code, text: str) -> None:
    assert not [
        s
        for s in code(text)
        if s.trigger.quote in {"sent", "condolences", "inciting", "exchanged", "handing"}
    ]


def test_what_one_refuses_to_give_up_is_the_content_of_the_refusal(code: Code) -> None:
    told = code("The court refused to lift the ban on the newspaper.")
    (refusal,) = (s for s in told if s.trigger.quote == "refused")
    (lifting,) = (s for s in told if s.trigger.quote == "lift")
    assert lifting.content_of == refusal.id
    assert (lifting.factuality.polarity, lifting.factuality.modality) == ("negated", "intended")


def test_what_is_lifted_has_been(code: Code) -> None:
    (ban,) = (s for s in code("The withdrawal of the ban on the TLP came late.") if s.trigger.quote == "ban")
    assert ban.happened and ban.content_of is None
