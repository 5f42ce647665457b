"""What spreadsheets make of text."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula.

    For text only: numbers such as -15 stay as they are.
    """
    return "'" + text if text.startswith(_FORMULA) else text
