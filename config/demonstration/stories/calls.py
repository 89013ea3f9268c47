"""A call that still receives: its amendment, what people sent, what was taken in, placed and referred."""

from datetime import date

from cases import notices
from cases.services import calls, submissions, submissions_intake
from cases.submission_words import HelpChannel, SubmissionKind, SubmissionState
from config.demonstration.rounds import ROUNDS
from incubator import calendars
from incubator.enums import SupportKind

NEW_CLOSE = date(2021, 7, 9)
#: (day, hour, whether the officer wrote it at the counter, what was typed)
_SENT = (
    (date(2021, 5, 25), 11, True, {
        "group_name": "Pastelería Las Palmas", "contact_name": "Rosa Elena Catalán", "phone": "+56 9 5555 1301",
        "place": "La Palma", "interested": 6, "idea": "Hacer tortas por encargo y vender en la feria del sábado.",
    }),
    (date(2021, 5, 31), 20, False, {
        "kind": SubmissionKind.PERSON, "contact_name": "Luis Alberto Marín", "phone": "+56 9 5555 1302",
        "place": "Centro", "idea": "Sé de huertos y me gustaría trabajar con otras personas.",
    }),
    (date(2021, 6, 1), 10, True, {
        "kind": SubmissionKind.PERSON, "contact_name": "Carmen Gloria Antimán", "phone": "+56 9 5555 1303",
        "place": "San Isidro", "idea": "Busco un trabajo con contrato, de media jornada.",
    }),
    (date(2021, 6, 9), 19, False, {
        "group_name": "Tejedoras de Boco", "contact_name": "Ana María Curihuinca", "phone": "+56 9 5555 1304",
        "place": "Boco", "interested": 7, "idea": "Tejer ropa de guagua y venderla por encargo.",
        "helper_name": "Su hija", "helper_channel": HelpChannel.ONLINE,
    }),
    (date(2021, 6, 11), 12, True, {
        "group_name": "Lavandería El Edén", "contact_name": "Jorge Patricio Salas", "phone": "+56 9 5555 1305",
        "place": "El Edén", "interested": 5, "idea": "Lavar y planchar para los hostales.",
    }),
    (date(2021, 6, 13), 22, False, {
        "group_name": "Ruedas y Pedales", "contact_name": "Óscar Iván Vera", "phone": "+56 9 5555 1306",
        "place": "Centro", "interested": 8, "idea": "Arreglar bicicletas y sillas de ruedas.",
    }),
    (date(2021, 6, 14), 21, False, {
        "kind": SubmissionKind.PERSON, "contact_name": "Marta Inés Huenchumán", "phone": "+56 9 5555 1307",
        "place": "La Palma", "idea": "Cocino y quiero formar un grupo.",
    }),
)  # fmt: skip


def tell(life):
    """Put the call's own events among those of the municipality."""
    sent = {}
    for number, (day, hour, at_the_counter, typed) in enumerate(_SENT):
        life.at(day, hour, lambda n=number, c=at_the_counter, t=typed: sent.update({n: _send(life, c, t)}))
    life.at(date(2021, 5, 28), 12, lambda: _take_in(life, sent[0]))
    life.at(date(2021, 6, 2), 12, lambda: _place(life, sent[1]))
    life.at(date(2021, 6, 2), 13, lambda: _refer(life, sent[2]))
    life.at(date(2021, 6, 7), 9, lambda: _amend(life))


def _call(life):
    return life.calls[ROUNDS[-1]]


def _send(life, at_the_counter, typed):
    said = {"call": _call(life), "at": calendars.now(), "notice_version": notices.CURRENT, **typed}
    said["supports"] = [SupportKind.EASY_READ] if typed.get("helper_name") else []
    kept, _ = submissions.enter(by=life.team.disability, **said) if at_the_counter else submissions.receive(**said)
    return kept


def _take_in(life, sent):
    submissions_intake.take_in(
        by=life.team.disability,
        submission=sent,
        on=calendars.today(),
        new_group={"name": sent.group_name, "trade": "pastelería", "commune": life.incubator.commune},
        new_contact={"given_names": "Rosa Elena", "surname_1": "Catalán", "phone": "+56955551301"},
        interested=sent.interested,
        idea=sent.idea,
    )


def _place(life, sent):
    """Whoever came alone finds a group that has room."""
    group = next(story.group for story in life.stories if story.script.name == "Cocina Ñuke Mapu")
    new = {"given_names": "Luis Alberto", "surname_1": "Marín", "phone": "+56955551302"}
    submissions_intake.place_person(
        by=life.team.disability, submission=sent, on=calendars.today(), organization=group, new_person=new
    )


def _refer(life, sent):
    note = "Derivada a la OMIL, con hora el 04-06-2021: busca un empleo con contrato."
    submissions.settle(
        by=life.team.disability, submission=sent, on=calendars.today(), state=SubmissionState.REFERRED, note=note
    )


def _amend(life):
    calls.amend_call(
        by=life.team.coordinator,
        call=_call(life),
        on=calendars.today(),
        reason="Se da más plazo para postular: la oficina estuvo cerrada la última semana de mayo.",
        closes_on=NEW_CLOSE,
    )
