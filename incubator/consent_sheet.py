"""The sheet of authorisations on paper: large type, one purpose a block, room for a mark and a witness."""

from incubator.calendars import long_date
from incubator.paper import render_pdf
from incubator.purposes import Purpose


def consent_sheet(*, incubator, people, texts, easy, day, created) -> bytes:
    """The PDF for these people (their names, or one empty name), with the texts in force that day."""
    blocks = [
        {
            "title": Purpose(purpose).label,
            "lines": (text.easy_text if easy else text.text).splitlines(),
            "version": text.version,
        }
        for purpose, text in texts.items()
    ]
    context = {
        "incubator": incubator.name,
        "people": people or [""],
        "blocks": blocks,
        "easy": easy,
        "day": long_date(day),
    }
    title = "Hoja de autorizaciones en lectura fácil" if easy else "Hoja de autorizaciones"
    return render_pdf("print/consent_sheet.html", context, title=title, created=created, author=incubator.name)
