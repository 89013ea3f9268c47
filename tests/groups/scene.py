"""An incubator in the middle of its year: groups along the path, long names, people in charge, a clock that runs."""

from datetime import date, timedelta

from cases.enums import LegalEventKind, Stage, Verb
from cases.models import Case
from cases.services import advancement, facts
from incubator.enums import AttendanceMark, ContactChannel, Role
from incubator.models import Assignment, Attendance, Contact, Post
from tests import factories
from tests.factories.cases import WEEK, call_of, evidence, session_of, walk_to
from tests.factories.people import FIRST, coordinator_of, officer_of

GROUPS = (
    ("Cocina Ñuke Mapu", "banquetería y amasandería", Stage.TRAINING),
    ("Huerto Los Boldos", "hortalizas agroecológicas", Stage.TRAINING),
    ("Tierra Viva", "compostaje y viveros", Stage.BUSINESS),
    ("Manos que Hablan", "interpretación y talleres de Lengua de Señas", Stage.FORMALIZATION),
    (
        "Agrupación de Cuidadoras y Artesanas Textiles del Sector Rural de San Pedro y Manzanar «Las Hilanderas»",
        "textiles en telar mapuche, lana natural y reciclaje de fibras para vestuario adaptado",
        Stage.TRAINING,
    ),
    ("Panadería El Alba", "pan y pasteles", Stage.SELECTION),
    ("Lavandería La Espuma", "lavado industrial", Stage.CALL),
    ("Reciclaje Aconcagua", "reciclaje", Stage.WAITING),
    ("Taller Las Ruedas", "reparación de sillas de ruedas", Stage.CENSUS),
    ("Feria Libre Inclusiva", "comercio", Stage.CENSUS),
    ("Costuras del Valle", "confección", Stage.CENSUS),
)
PEOPLE = (
    ("Rosa Elvira", "Huenchumán", "Ñanco"),
    ("Luis Alberto", "Paillán", "Soto"),
    ("María de los Ángeles Fernanda", "Etcheverrigaray", "Fernández de la Reguera"),
    ("Jaime", "Olguín", "Tapia"),
    ("Ximena", "Araya", "Muñoz"),
    ("Pedro", "Catrileo", "Lemún"),
)


def incubator_in_june(today=date(2021, 6, 15)):
    """Quillota's incubator with its groups; returns {name: case}."""
    place = factories.incubator()
    officer, coordinator = officer_of(place), coordinator_of(place)
    officer.full_name, coordinator.full_name = "Andrea Rojas Valdés", "Marcela Ibáñez Contreras"
    officer.save(), coordinator.save()
    post = Post.objects.get(user=officer)
    cases = {}
    for name, trade, stage in GROUPS:
        group = factories.group_with(0, at=place, name=name, trade=trade, commune=place.commune, sector="San Pedro")
        _members(group, officer)
        if stage == Stage.WAITING:
            case = _on_a_list_that_ran_out(group, officer, today)
        else:
            case = factories.case_in(stage, at=place, group=group)
        cases[name] = case
        if stage in (Stage.TRAINING, Stage.BUSINESS, Stage.FORMALIZATION):
            Assignment.objects.create(post=post, organization=group, since=FIRST)
    _life(cases, officer, place, today)
    return cases


def _on_a_list_that_ran_out(group, officer, today):
    case = factories.case_in(Stage.CENSUS, at=group.incubator, group=group)
    on = case.opened_on + WEEK
    call = call_of(group.incubator, officer, on, waiting_until=today - timedelta(days=5))
    contact = group.members_on(on).first().person
    facts.receive_application(by=officer, case=case, on=on, call=call, contact=contact, interested=8, informed_on=on)
    advancement.advance(by=officer, case=case, verb=Verb.APPLY, on=on)
    return walk_to(Case.objects.get(pk=case.pk), Stage.WAITING)


def _members(group, officer):
    from incubator.services import organizations

    for number, (given, first, second) in enumerate(PEOPLE):
        run = (
            ["12345678-5", "11111111-1", "22222222-2"][number]
            if group.name == "Cocina Ñuke Mapu" and number < 3
            else ""
        )
        person = factories.person(group.incubator, given, surname_1=first, surname_2=second, run=run)
        membership = factories.member(group, who=person, by=officer)
        if number == 0:
            organizations.represent(by=officer, membership=membership, since=FIRST)


def _life(cases, officer, place, today):
    kitchen = cases["Cocina Ñuke Mapu"]
    topics = ("Visita a la cocina del centro", "Roles y toma de decisiones", "Costos fijos y variables")
    for week, topic in enumerate(topics):
        part = session_of(kitchen, officer, today - timedelta(days=21 - 7 * week), minutes=90 + 15 * week)
        meeting = part.session.meeting
        meeting.topic = topic
        meeting.save()
        for place_in_list, membership in enumerate(kitchen.organization.members_on(meeting.held_on)):
            mark = AttendanceMark.ABSENT if place_in_list == week else AttendanceMark.PRESENT
            Attendance.objects.create(
                meeting=meeting, person=membership.person, organization=kitchen.organization, mark=mark
            )
    Contact.objects.create(
        organization=cases["Tierra Viva"].organization,
        made_on=today - timedelta(days=3),
        channel=ContactChannel.PHONE,
        reached=True,
        by=officer,
    )
    facts.declare_supports(
        by=officer,
        case=kitchen,
        on=today - timedelta(days=30),
        supports=["sign_language", "easy_read", "transport"],
    )
    hands = cases["Manos que Hablan"]
    facts.record_legal_act(
        by=officer, case=hands, on=date(2021, 4, 19), kind=LegalEventKind.DEED, evidence=evidence(officer, place)
    )
    factories.user_with(
        Role.ADVISOR, at=factories.agreement(), name="Tomás Araya Pizarro", groups=[kitchen.organization]
    )
