"""The pages of the meetings, wide and on a phone: they fit, and axe has nothing to say."""

from datetime import date

import pytest
from django.urls import reverse

from tests.assemblies import scene
from tests.factories.people import coordinator_of
from tests.legal.scene import today
from tests.support.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_of_a_meeting_fits_and_is_accessible(open_page, sign_in, axe, fits, picture):
    case, bare = scene.group(), scene.group()
    coordinator_of(case.incubator)
    pk = case.organization_id
    first = scene.called(scene.planned(case, convener="el comité organizador", organizers=scene.people(case)[:3]))
    seats = (("sole_manager", "head"), ("inspector", "head"))
    first = scene.elected(scene.voted(scene.held(first), yes=4, no=1, abstained=1), seats)
    large = scene.group(21)
    members = scene.people(large)
    junta = scene.called(scene.planned(large, "ordinary", convener="el consejo"))
    given = {"person": members[0], "present_as": "represented", "holder": members[1], "holder_kind": "member"}
    rows = [given | {"proxy_form": "simple"}, *({"person": one, "present_as": "present"} for one in members[1:])]
    junta = scene.elected(scene.voted(scene.held(junta, present=members[1:], rows=rows)), (("board", "chair"),))
    closed = scene.closed(junta)
    scene.planned(large, "special", on=date(2021, 9, 1), agenda=[{"matter": "Cambiar el objeto", "letter": "l"}])
    steps = ("edit", "notices", "attendance", "votes", "elections", "detail")
    pages = [
        ("ninguna", reverse("founding_meeting", args=[bare.organization_id])),
        ("nueva", reverse("assembly_new", args=[bare.organization_id]) + "?clase=founding"),
        ("especial", reverse("assembly_new", args=[large.organization_id]) + "?clase=special"),
        *((name, reverse(f"assembly_{name}", args=[pk, first.pk])) for name in steps),
        ("sala", reverse("founding_meeting", args=[pk])),
        ("lista", reverse("book_meetings", args=[large.organization_id])),
        ("cerrada", reverse("assembly_detail", args=[large.organization_id, closed.pk])),
        ("votos-publica", reverse("law_votes") + "?n=9&integrantes=12&letra=e&favor=6"),
        ("fechas-publica", reverse("law_votes") + "?junta=2021-07-10"),
    ]
    with today(date(2021, 6, 14)):
        for width in (DESKTOP, PHONE):
            page = open_page(width)
            sign_in(page, scene.by(case))
            for name, address in pages:
                assert page.goto(address).status == 200, address
                fits(page)
                axe(page)
                picture(page, f"juntas-{name}-{width}")
