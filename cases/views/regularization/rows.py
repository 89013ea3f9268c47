"""The points of a regularization as rows of a page: their words, tones and counts."""

from cases.enums import ItemStatus, Risk
from cases.regularization import reading
from cases.regularization.life import Block, FilingState

_TONES = {ItemStatus.MEETS: "done", ItemStatus.DOES_NOT: "urgent", ItemStatus.UNKNOWN: "waits"}
FILING_TONES = {FilingState.MET: "done", FilingState.OBSERVED: "urgent", FilingState.FILED: "info"}


def item_row(item, on):
    """A point with how it stands on a day, what lapsed included, and its filings."""
    lapsed = item.status == ItemStatus.MEETS and reading.lapsed(item, on)
    filings = [{"filing": filing, "tone": FILING_TONES.get(filing.state, "waits")} for filing in item.filings.all()]
    return {
        "item": item,
        "tone": "urgent" if lapsed else _TONES.get(item.status, "plain"),
        "label": "Venció" if lapsed else item.get_status_display(),
        "filings": filings,
        "is_high": item.risk == Risk.HIGH,
        "late": item.due_on is not None and item.due_on < on and not reading.is_done(item, on),
    }


def block_counts(items, on):
    """Each block with how many of its points meet, in order."""
    counted = []
    for block in Block:
        mine = [item for item in items if item.block == block and item.status != ItemStatus.NOT_APPLICABLE]
        if mine:
            done = sum(reading.is_done(item, on) for item in mine)
            unknown = sum(item.status == ItemStatus.UNKNOWN for item in mine)
            counted.append({"block": block, "label": block.label, "done": done, "total": len(mine), "unknown": unknown})
    return counted


def by_block(items, on):
    """Each block with its points of always and, in a table, those of each year: the newest year first."""
    found = []
    for block in Block:
        mine = [item for item in items if item.block == block]
        if not mine:
            continue
        yearly = [item for item in mine if item.year is not None]
        years = sorted({item.year for item in yearly}, reverse=True)
        names = list(dict.fromkeys(item.name for item in yearly))
        cells = {(item.name, item.year): item_row(item, on) for item in yearly}
        found.append(
            {
                "block": block,
                "label": block.label,
                "once": [item_row(item, on) for item in mine if item.year is None],
                "names": names,
                "years": [(year, [(name, cells.get((name, year))) for name in names]) for year in years],
            }
        )
    return found
