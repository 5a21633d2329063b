"""The codes that nouns are written in: types, modes, relations, measures, and what each field may say."""

from __future__ import annotations

from typing import Literal

Kind = Literal["event", "relation", "quantity", "claim"]
Polarity = Literal["affirmed", "negated", "unknown"]
Modality = Literal[
    "asserted",
    "intended",
    "conditional",
    "possible",
    "demanded",
    "wished",
    "feared",
    "questioned",
    "generic",
]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Aspect = Literal["attempted", "begun", "ongoing", "resumed", "ended", "completed", "unstated"]
TimeBasis = Literal["stated", "resolved", "narrative", "unknown"]
PublishedBasis = Literal["stated", "metadata", "filename", "unknown", "corrected"]
PlacePrecision = Literal["place", "district", "province", "country", "unknown"]
SpeakerKind = Literal["person", "organisation", "document", "media", "unnamed"]
ReadingStatus = Literal["complete", "partial", "failed"]
CopyKind = Literal["verbatim", "near"]

#: PLOVER 2 event types and their quad category (manual, table "Quad categories"; the manual's section on
#: SANCTION puts it under material conflict, its summary table under verbal: the section governs here).
QUAD_OF_TYPE: dict[str, str] = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}
EVENT_TYPES: tuple[str, ...] = tuple(QUAD_OF_TYPE)

#: PLOVER 2 modes by type.
MODES: dict[str, frozenset[str]] = {
    kind: frozenset(modes.split())
    for kind, modes in {
        "CONSULT": "visit third-party multilateral phone",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "REJECT": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms "
        "explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.items()
}

#: Relations between two entities that the record keeps.
RELATION_TYPES: tuple[str, ...] = (
    "leads",
    "member_of",
    "part_of",
    "splinter_of",
    "ally_of",
    "shelters",
    "supports",
    "funds",
    "fights",
    "at_truce_with",
    "banned_by",
    "controls",
    "holds",
    "based_in",
    "mediates_between",
    "holds_office",
)

#: What a figure counts.
MEASURES: tuple[str, ...] = (
    "killed",
    "injured",
    "casualties",
    "detained",
    "released",
    "displaced",
    "abducted",
    "missing",
    "surrendered",
    "fighters",
    "troops",
    "demonstrators",
    "attacks",
    "money",
    "other",
)
