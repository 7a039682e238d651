"""What the rules of words ask of a text: what stands in quotes, what stands in brackets."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")
_BRACKETS = re.compile(r"\([^()]*\)")


def unquoted(text: str) -> str:
    """The text with what stands in quotes blanked out, every letter at its place."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text) if "“" in text or '"' in text else text


def plain(text: str) -> str:
    """The text without quotes and brackets, as its sentences alone say it."""
    return _BRACKETS.sub("", unquoted(text)) if "(" in text else unquoted(text)
