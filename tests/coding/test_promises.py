from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "act", "kind"),
    [
        ("The rebels promised to free the two nurses.", "promised", "CONCEDE"),
        ("The rebels promised to meet the envoy.", "promised", "AGREE"),
        ("Japan pledged to send 20 million dollars in food aid.", "pledged", "AGREE"),
        ("Moscow agreed to release the sailors.", "agreed", "CONCEDE"),
        ("Both sides agreed to release prisoners.", "agreed", "AGREE"),
        ("The rebels denied that they had declared a truce.", "declared", "CONCEDE"),
        ("The rebels declared a truce.", "declared", "CONCEDE"),
        ("The president vowed never to talk to the rebels.", "vowed", "REJECT"),
        ("The army vowed not to withdraw from the valley.", "vowed", "REJECT"),
        ("The rebels promised not to attack the town.", "promised", "CONCEDE"),
        ("The rebels vowed to attack the town.", "vowed", "THREATEN"),
        ("The colonel promised to crush the guerrillas.", "promised", "THREATEN"),
        ("The premier promised that the killers would be put on trial.", "promised", "THREATEN"),
        ("The chiefs vowed to shelter the refugees.", "vowed", "AGREE"),
        ("The hunters swore to release the herders.", "swore", "CONCEDE"),
    ],
)
def test_a_promise_is_told_by_what_it_promises(code: Code, text: str, act: str, kind: str) -> None:
    (told,) = [s for s in code(text) if s.trigger.quote == act]
    assert told.event is not None
    assert told.event.type == kind
