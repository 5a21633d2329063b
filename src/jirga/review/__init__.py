"""People's judgement of the record: the queue of what needs it, decisions made and taken back.

What is decided here the store keeps and lays over the coder's readings; nothing here changes a statement.
"""

from __future__ import annotations

from jirga.review.adding import add
from jirga.review.describing import correct, withdraw
from jirga.review.files import decisions_in
from jirga.review.judging import JUDGEMENTS, accept, apart, edit, judgement, reject, same, told_again, undo
from jirga.review.queue import Item, Pair, queue, weighty
from jirga.review.session import Decided, Session
from jirga.review.values import FIELDS, settings
from jirga.review.who import whoever

__all__ = [
    "FIELDS",
    "JUDGEMENTS",
    "Decided",
    "Item",
    "Pair",
    "Session",
    "accept",
    "add",
    "apart",
    "correct",
    "decisions_in",
    "edit",
    "judgement",
    "queue",
    "reject",
    "same",
    "settings",
    "told_again",
    "undo",
    "weighty",
    "whoever",
    "withdraw",
]
