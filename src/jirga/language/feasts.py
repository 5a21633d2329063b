"""Rules for feasts as dates: `on Eid al-Fitr 2018`, `last Easter`, `the first day of Ashura`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jirga.language import edtf
from jirga.language.timerules import YEAR, Context, Rule, TimeReading, resolved, rule, stated
from jirga.lexicon.feasts import Feast, feasts

#: Within how many days a feast that is not told of in the past is the coming one.
_SOON_DAYS = 30
#: Any year: a name for two feasts of the year ("Eid") is told by their number.
_SOME_YEAR = 2010
#: A thing called by a feast.
_NAMES_THE_NEXT = re.compile(
    r" (?:truces?|cease-?fires?|armistice|pause|lull|holidays?|prayers?|festival|message|speech|amnesty)\b"
)
#: Words after a feast's name that make it another thing than the day ("Easter Rising", "May Day call").
_NOT_A_DAY = r"(?! (?:Island|Rising|Offensive|Seals?|tree|carols?|calls?|signals?|distress|bonus))"


def _feast(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read a feast in the year the text gives, else the last one before publication, or the next if ahead."""
    feast = feasts()[" ".join(match["feast"].lower().split())]
    if not match["feast"][0].isupper():
        return None
    if match["year"]:
        days = feast.first_days(int(match["year"]))
        return stated(_value(feast, days[0])) if len(days) == 1 else stated(match["year"])
    if len(feast.first_days(_SOME_YEAR)) > 1 and _NAMES_THE_NEXT.match(match.string, match.end()):
        return None  # "the Eid truce" may be that of either feast, of any year
    here = context.published.date if context.published else None
    if here is None:
        return resolved(None)
    how = (match["how"] or "").lower()
    ahead = how == "next" or (not how and context.ahead)
    around = sorted(day for year in range(here.year - 1, here.year + 2) for day in feast.first_days(year))
    back, forth = [d for d in around if d <= here], [d for d in around if d > here]
    told = context.past or context.lead == "since"
    soon = bool(forth) and not how and not told and (forth[0] - here).days <= _SOON_DAYS
    picked = forth[:1] if ahead or soon else back[-1:]
    return resolved(_value(feast, picked[0])) if picked else resolved(None)


def _named_after(_: re.Match[str], __: Context) -> TimeReading:
    """Read the feast in `the Good Friday Agreement` as no time: a whole deal is called so."""
    return TimeReading("date", None, "unknown", recorded=False)


def _value(feast: Feast, first: date) -> str | None:
    last = first + timedelta(days=feast.length - 1)
    value = edtf.interval(first.isoformat(), last.isoformat())
    return edtf.approximately(value) if feast.about else value


_NAMES = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(feasts(), key=len, reverse=True))
RULES: tuple[Rule, ...] = (
    rule(rf"(?:{_NAMES}) (?:agreement|accords?|pact|deal|declaration|document)", _named_after),
    rule(
        rf"(?:(?P<how>last|this|next) )?(?P<feast>{_NAMES}){_NOT_A_DAY}(?:,? (?:of )?(?P<year>{YEAR}))?",
        _feast,
    ),
)
