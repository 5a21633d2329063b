"""The closed vocabularies of the markup that are not the record's own: sectors, contexts, stances."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: PLOVER 2's codes of non-state internationals, beside ISO 3166-1 alpha-3, and Kosovo.
COUNTRY_EXTRAS = _words("IGO UNO EUR NGO ISM IMG MNC KOS")
#: PLOVER 2's sectors (manual, table "Sector Codes").
SECTORS = _words(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL
    SOC"""
)
#: Kinds of speakers as typed → `model.SpeakerKind`.
KINDS = {kind: kind for kind in ("person", "organisation", "document", "media", "unnamed")} | {
    "org": "organisation"
}
#: PLOVER 2's contexts (manual, table "General contexts").
CONTEXTS = _words(
    """military intelligence executive legislative election political_institutions pro_democracy pro_autocracy
    economic legal reparations human_rights rights_freedoms repression human_security gender lgbt
    religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters
    natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
    trafficking"""
)
#: The manners of writing that a passage may be in.
GENRES = _words(
    """wire op-ed communique ngo interview court parliament history local magazine broadcast live-blog letter
    obituary report analysis diplomatic sport business culture other"""
)
#: What a member of a set of minimal pairs does with the event that the set shares.
STANCES = _words(
    """affirmed negated conditional intended demanded denied wished feared questioned false possible generic
    attempted promised threatened refused alleged presupposed reported"""
)
PRECISIONS = _words("place district province country unknown")
#: Which way a quantity goes, where the text says so.
TRENDS = ("up", "down", "steady")
#: The words of a statement line that say its factuality → field and value of `model.Factuality`.
FACTUALITY: dict[str, tuple[str, str | bool]] = {
    "affirmed": ("polarity", "affirmed"),
    "not": ("polarity", "negated"),
    "whether": ("polarity", "unknown"),
    "asserted": ("modality", "asserted"),
    "intended": ("modality", "intended"),
    "if": ("modality", "conditional"),
    "may": ("modality", "possible"),
    "demanded": ("modality", "demanded"),
    "wished": ("modality", "wished"),
    "feared": ("modality", "feared"),
    "asked": ("modality", "questioned"),
    "generic": ("modality", "generic"),
    "certain": ("certainty", "certain"),
    "probable": ("certainty", "probable"),
    "perhaps": ("certainty", "possible"),
    "attempted": ("aspect", "attempted"),
    "begun": ("aspect", "begun"),
    "ongoing": ("aspect", "ongoing"),
    "resumed": ("aspect", "resumed"),
    "ended": ("aspect", "ended"),
    "completed": ("aspect", "completed"),
    "historical": ("historical", True),
}
#: Words that one may type for those above, and what to type.
HINTS = {
    "possible": "`may` for a possible event, `perhaps` for an uncertain one",
    "negated": "`not`",
    "unknown": "`whether`",
    "conditional": "`if`",
    "questioned": "`asked`",
}
