"""Rules for dates that the text gives by name: days, months, years, decades, seasons and parts of them."""

from __future__ import annotations

import re

from jirga.language import edtf
from jirga.language.anchor import Anchor, month_number
from jirga.language.numbers import ORDINALS, number
from jirga.language.timerules import (
    DASH,
    DAY,
    FULL_MONTH,
    MONTH,
    SEASON,
    WEEKDAY,
    YEAR,
    Context,
    Rule,
    TimeReading,
    day_number,
    resolved,
    rule,
    stated,
    yearless,
)

#: Words that a month on its own follows; elsewhere "March" and "May" are as often something else.
_MONTH_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|before|after|during|through|throughout|between|and|or|around|for)\s+$",
    re.IGNORECASE,
)
#: Words (or an opening bracket) that a year on its own follows.
_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|of|before|after|during|through|throughout|between|and|or|year|around"
    r"|circa|than|back to|into|both|due|that|for|the|a|its|his|her|their|this|’s|'s)\s+"
    r"(?:(?:about|late|early|mid)\s+)?"
    r"|\b(?:the|a|an|its|his|her|their|’s|'s)\s+[a-z-]+\s+"
    r"|[(\[/,–-]\s*)$",
    re.IGNORECASE,
)
#: What stands before a month that tells apart a thing of its own: "the March accession".
_OWNED = re.compile(r"\b(?:the|an?|its|their|his|her|that|this|’s|'s)\s+$", re.IGNORECASE)
_NOUN = re.compile(r"\s+[a-z]+")
#: Words with a capital that only a year follows, whatever comes after it: "In 1972 soldiers killed …".
_OPENING = re.compile(r"\b(?:In|Since|Until|By)\s+$")
#: What makes the number before it a count, not a year.
_COUNTED = re.compile(
    r"\s+(?:(?!(?:when|to|against|and|or|as|by|after|before|the|a|were|was|is|are|in|for|from|with|had|have|has)\b)"
    r"[a-z-]+\s+){0,2}?(?:people|persons|men|women|children|troops|soldiers|fighters|militants|rebels|"
    r"police|officers|civilians|families|homes|houses|refugees|prisoners|members|supporters|protesters|workers|"
    r"students|villagers|residents|others|more|dead|wounded|killed|injured|deaths|casualties|dollars|rupees|euros|"
    r"pounds|pages|rounds|rockets|tons|tonnes|kilometres|kilometers|km|metres|meters|miles|feet|acres|hectares|"
    r"percent|per\s+cent|hours|days|weeks|months|years|votes|seats|words|of\s+(?:them|the|his|its|their))\b",
    re.IGNORECASE,
)
#: Which months (or days of a month) the loose parts of a year (or month) stand for; ours.
_YEAR_PARTS = {"early": (1, 4), "start": (1, 3), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}
_MONTH_PARTS = {"early": (1, 10), "start": (1, 5), "mid": (11, 20), "late": (21, 31), "end": (25, 31)}
_DECADE_PARTS = {"early": (0, 3), "start": (0, 2), "mid": (4, 6), "late": (7, 9), "end": (8, 9)}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
_TENS = ("twe", "thi", "for", "fif", "six", "sev", "eig", "nin")
_SPELLED = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"(?! (?:people|men|women|dead|killed|years|days|percent))"
)
_PART = (
    r"(?P<part>early(?: in)?|mid(?:dle of)?|late(?: in)?|(?:the )?(?:beginning|start|middle|end)(?: of)?)"
    rf"(?: |{DASH})(?:the )?"
)


def _full(match: re.Match[str], _: Context) -> TimeReading | None:
    month = month_number(match["month"])
    day = match["day"]
    if month is None or not match["month"][0].isupper():
        return None
    if not day:
        return stated(edtf.month(month, int(match["year"])))
    return stated(edtf.day(int(match["year"]), month, day_number(day)))


def _iso(match: re.Match[str], _: Context) -> TimeReading | None:
    return stated(edtf.day(int(match["year"]), int(match["month"]), int(match["day"])))


def _short_year(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `13 JAN 90`, as the headers of wire and broadcast services write it: capitals, two-digit year."""
    month = month_number(match["month"])
    if month is None or not match["month"].isupper():
        return None
    year = int(match["year"])
    return stated(edtf.day(year + (1900 if year >= 30 else 2000), month, day_number(match["day"])))


def _numeric(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `10/11/2021`: where day and month cannot be told apart, only the year is certain."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "." or first > 12 or first == second:
        return stated(edtf.day(year, second, first))
    if second > 12:
        return stated(edtf.day(year, first, second))
    return stated(edtf.year(year))


def _no_year(match: re.Match[str], context: Context) -> TimeReading | None:
    return yearless(match["month"], match["day"], context) if match["month"][0].isupper() else None


def _week_of(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the week of March 6`."""
    day = _full(match, context) if match["year"] else yearless(match["month"], match["day"], context)
    anchor = Anchor.of(day.edtf) if day is not None else None
    return resolved(anchor.week(0)) if anchor else resolved(None)


def _in_words(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the sixth of July`, `March eighth`."""
    month, day = month_number(match["month"]), ORDINALS[re.sub(r"\s", "-", match["ordinal"].lower())]
    if month is None or not match["month"][0].isupper():
        return None
    if match["year"]:
        return stated(edtf.day(int(match["year"]), month, day))
    return yearless(match["month"], str(day), context)


def _month_alone(match: re.Match[str], context: Context) -> TimeReading | None:
    if not match["month"][0].isupper():
        return None
    if not _leads(_MONTH_LEADS, match) and not (
        _leads(_OWNED, match) and _NOUN.match(match.string, match.end())
    ):
        return None
    return yearless(match["month"], None, context)


def _leads(words: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether one of `words` stands right before the match; looks back 24 code points at most."""
    return words.search(match.string, max(match.start() - 24, 0), match.start()) is not None


def _day_range(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `9-12 November`, `Nov. 9 to 12, 2021`."""
    if not match["month"][0].isupper() or (month := month_number(match["month"])) is None:
        return None
    first, last = day_number(match["first"]), day_number(match["last"])
    if match["year"]:
        year = int(match["year"])
        return stated(edtf.interval(edtf.day(year, month, first), edtf.day(year, month, last)))
    anchor = yearless(match["month"], match["last"], context)
    if anchor is None or anchor.edtf is None or first >= last:
        return anchor
    begin = edtf.day(int(anchor.edtf[:4]), month, first)
    return TimeReading("date", edtf.interval(begin, anchor.edtf), anchor.basis)


def _year(match: re.Match[str], _: Context) -> TimeReading | None:
    counted = _COUNTED.match(match.string, match.end()) and not _leads(_OPENING, match)
    if not _leads(_YEAR_LEADS, match) or counted:
        return None
    return stated(edtf.year(int(match["year"])))


def _spelled(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `nineteen ninety-six`, as broadcasts are written down."""
    year = {"nineteen": 1900, "twenty": 2000}[match["century"].lower()] + (number(match["rest"]) or 0)
    if match["season"]:
        return stated(f"{year}-{edtf.SEASONS[match['season'].lower()]}")
    month = month_number(match["month"]) if match["month"] else None
    return stated(edtf.month(month, year) if month else edtf.year(year))


def _thousand(match: re.Match[str], _: Context) -> TimeReading | None:
    return stated(edtf.year(2000 + (number(match["more"]) or 0 if match["more"] else 0)))


def _year_range(match: re.Match[str], _: Context) -> TimeReading | None:
    first, last = int(match["year"]), int(match["last"])
    last = last if last > 99 else first // 100 * 100 + last
    return stated(edtf.interval(edtf.year(first), edtf.year(last))) if last > first else None


def _part_name(text: str) -> str:
    words = text.lower().split()
    word = next(w for w in words if w not in {"the", "of", "in"})
    return {"beginning": "start", "middle": "mid"}.get(word, word)


def _part_of_year(match: re.Match[str], _: Context) -> TimeReading | None:
    low, high = _YEAR_PARTS[_part_name(match["part"])]
    year = int(match["year"])
    return stated(edtf.approximately(edtf.interval(edtf.month(low, year), edtf.month(high, year))))


def _part_of_month(match: re.Match[str], context: Context) -> TimeReading | None:
    if not match["month"][0].isupper():
        return None
    if match["year"]:
        whole = stated(edtf.month(month_number(match["month"]) or 0, int(match["year"])))
    else:
        whole = yearless(match["month"], None, context)
    if whole is None or whole.edtf is None:
        return whole
    if _part_name(match["part"]) == "mid":
        return TimeReading("date", f"{whole.edtf}-15~", whole.basis, timex=whole.edtf)
    low, high = _MONTH_PARTS[_part_name(match["part"])]
    last = edtf.bounds(whole.edtf)[1] or ""
    part = edtf.interval(f"{whole.edtf}-{low:02d}", f"{whole.edtf}-{min(high, int(last[-2:] or 28)):02d}")
    return TimeReading("date", edtf.approximately(part), whole.basis)


def _fraction(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `the first half of 2014`, `the third quarter of 2014`."""
    months = 6 if match["unit"].lower() == "half" else 3
    position = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 12 // months - 1}[
        match["nth"].lower()
    ]
    first, year = position * months + 1, int(match["year"])
    return stated(edtf.interval(edtf.month(first, year), edtf.month(first + months - 1, year)))


def _decade(match: re.Match[str], _: Context) -> TimeReading | None:
    start = int(match["decade"]) if len(match["decade"]) == 4 else 1900 + int(match["decade"])
    if not match["part"]:
        return stated(f"{start // 10:03d}X")
    low, high = _DECADE_PARTS[_part_name(match["part"])]
    return stated(edtf.approximately(edtf.interval(edtf.year(start + low), edtf.year(start + high))))


def _decade_in_words(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the nineties`, `the late Sixties` in the century before publication, else in the last one."""
    tens = _TENS.index(match["tens"].lower()[:3]) + 2
    here = context.published.year if context.published else 2000
    start = here // 100 * 100 + tens * 10
    start -= 100 if start >= here else 0
    if not match["part"]:
        return TimeReading("date", f"{start // 10:03d}X", "resolved")
    low, high = _DECADE_PARTS[_part_name(match["part"])]
    part = edtf.interval(edtf.year(start + low), edtf.year(start + high))
    return TimeReading("date", edtf.approximately(part), "resolved", timex=f"{start // 10:03d}")


def _century(match: re.Match[str], _: Context) -> TimeReading | None:
    nth = day_number(match["nth"])
    return stated(f"{nth - 1:02d}XX") if 1 <= nth <= 30 else None


def _season(match: re.Match[str], _: Context) -> TimeReading | None:
    code = edtf.SEASONS[match["season"].lower()]
    return stated(f"{int(match['year']):04d}-{code}")


_SEP = r"(?:,? |, ?)"
RULES: tuple[Rule, ...] = (
    rule(r"(?P<year>[0-9]{4})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?:T[0-9:.]+Z?)?", _iso),
    rule(
        r"(?P<first>[0-3]?[0-9])(?P<mark>[./])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2})",
        _numeric,
    ),
    rule(
        rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of)?(?: |-)(?P<month>{MONTH}){_SEP}(?P<year>{YEAR})",
        _full,
    ),
    rule(rf"(?P<day>{DAY})-(?P<month>{MONTH})-(?P<year>{YEAR})", _full),
    rule(rf"(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?P<day>{DAY})(?:,? |, ?)(?P<year>{YEAR})", _full),
    rule(rf"(?P<month>{MONTH})(?P<day>)?(?: of)?{_SEP}(?P<year>{YEAR})", _full),
    rule(rf"the week of (?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?", _week_of),
    rule(rf"around (?P<month>{MONTH}) (?P<day>{DAY})", _no_year),
    rule(r"(?P<day>[0-3]?[0-9]) (?P<month>[A-Z]{3}) (?P<year>[0-9]{2})(?=\s*(?:\]|\(|$|--|\n))", _short_year),
    rule(rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH})", _no_year),
    rule(rf"the (?P<ordinal>{_ORDINAL}) of (?P<month>{FULL_MONTH})(?:,? (?P<year>{YEAR}))?", _in_words),
    rule(rf"(?P<month>{FULL_MONTH}) (?P<ordinal>{_ORDINAL})(?:,? (?P<year>{YEAR}))?(?! \w+ment)", _in_words),
    rule(rf"(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?!:[0-9]|[.,][0-9])", _no_year),
    rule(
        rf"(?P<first>{DAY})(?: ?{DASH} ?| to | and | until | through )(?P<last>{DAY})(?: of)? "
        rf"(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        _day_range,
    ),
    rule(
        rf"(?P<month>{MONTH}) (?P<first>{DAY})(?: ?{DASH} ?| to | and | until | through )(?P<last>{DAY})"
        rf"(?:,? (?P<year>{YEAR}))?",
        _day_range,
    ),
    rule(rf"(?P<month>{FULL_MONTH})", _month_alone),
    rule(rf"{_PART}(?P<month>{FULL_MONTH})(?:,? (?P<year>{YEAR}))?", _part_of_month),
    rule(rf"{_PART}(?P<year>{YEAR})", _part_of_year),
    rule(
        rf"(?:the )?(?P<nth>first|second|third|fourth|last) (?P<unit>half|quarter) of (?P<year>{YEAR})",
        _fraction,
    ),
    rule(rf"(?P<year>{YEAR}){DASH}(?P<last>{YEAR}|[0-9]{{2}})", _year_range),
    rule(rf"(?:{_PART})?(?P<decade>(?:1[5-9]|20)[0-9]0)['’]?s", _decade),
    rule(rf"(?:{_PART})?['’](?P<decade>[2-9]0)s", _decade),
    rule(
        rf"the (?:{_PART.replace('the )?', ')?')})?"
        r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        _decade_in_words,
    ),
    rule(r"(?P<nth>[0-9]{1,2}(?:st|nd|rd|th))(?: |-)century", _century),
    rule(rf"(?P<season>{SEASON})(?: of|,)? (?P<year>{YEAR})", _season),
    rule(rf"(?P<year>{YEAR})", _year),
    rule(
        rf"(?:(?P<month>{FULL_MONTH}) |the (?P<season>{SEASON}) of |the year )?"
        rf"(?P<century>nineteen|twenty) (?P<rest>{_SPELLED})",
        _spelled,
    ),
    rule(
        r"the year two thousand(?: and)?"
        r"(?: (?P<more>one|two|three|four|five|six|seven|eight|nine))?",
        _thousand,
    ),
)
