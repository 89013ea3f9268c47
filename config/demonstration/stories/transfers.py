"""Groups that go on in another municipality: one already there with its legal term running, and one asked for."""

from datetime import date

from cases.models import Case
from cases.rules import funding
from cases.services import transfers
from incubator import access, calendars
from incubator.enums import EvidenceKind
from incubator.services.assignments import assign

REQUESTED, ACCEPTED, ASKED = date(2021, 5, 17), date(2021, 5, 24), date(2021, 6, 9)


def accepted(life):
    """Isla de Maipo: a group with its deed signed goes on in Quillota, which takes the term that runs."""
    life.at(REQUESTED, 10, lambda: _request(life, "Taller Gacitúa"))
    life.at(ACCEPTED, 9, lambda: _accept(life, "Taller Gacitúa"))


def asked(life):
    """Monte Patria asks Quillota to take a group; nobody has answered."""
    life.at(ASKED, 10, lambda: _request(life, "Quesos de Tulahuén"))


def _case(name):
    return Case.objects.current().select_related("organization", "incubator").get(organization__name=name)


def _request(life, name):
    case, on = _case(name), calendars.today()
    signed = life.keep(life.team.coordinator, on, EvidenceKind.MINUTES, "Acuerdo del grupo para trasladarse")
    transfers.request(
        by=life.team.coordinator,
        case=case,
        on=on,
        to_incubator=life.sisters[0].incubator,
        reason="Casi todo el grupo se cambió de comuna.",
        agreed_on=on,
        agreement=signed,
        note="El grupo sigue con las mismas personas y el mismo rubro.",
    )


def _accept(life, name):
    """From that day the sessions are held by the people of the municipality that received it."""
    home, on = life.sisters[0], calendars.today()
    waiting = _case(name).transfers.get()
    kinds = ("registry_entry", "publication")
    transfers.accept(
        by=home.team.coordinator,
        transfer=waiting,
        on=on,
        takers=dict.fromkeys(kinds, home.team.disability),
        keepers={one.pk: life.team.disability for one in funding.staying(waiting.case)},  # the money of who signed
    )
    story = next(one for one in life.stories if one.script.name == name)
    group = _case(name).organization
    assign(by=home.team.university, organization=group, post=home.team.advisor_post, since=on)
    access.forget_posts(home.team.advisor)
    story.group, story.case, story.team = group, _case(name), home.team
