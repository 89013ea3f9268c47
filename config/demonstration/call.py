"""The call of each demonstration incubator: written by an officer, published by its coordination, in plain words."""

from cases.services import calls
from cases.services.selection import rubric
from cms.demonstration import PLACES
from incubator import calendars

TEXT = """La incubadora municipal busca grupos de cinco o más personas que quieran formar una cooperativa. Pueden ser \
personas con discapacidad, personas cuidadoras y quienes trabajan con ellas.

Los grupos elegidos reciben cursos cortos, reuniones con una asesora o un asesor de la universidad y ayuda con los \
papeles. Es gratis. No se entrega dinero.

No pedimos certificados ni diagnósticos para postular. Dos personas leen cada postulación sin saber de quién es y le \
ponen un puntaje con la misma pauta."""

EASY = """La municipalidad busca grupos.

Su grupo debe tener 5 personas o más.

Su grupo quiere trabajar y vender algo.

La ayuda es gratis.

Para postular, entre a esta página, llame por teléfono o venga a la oficina.

No tiene que traer papeles."""


def open_call(team, incubator, planned):
    """A call of 2021, published the day it opens, with the invented telephone and address of its public page."""
    day = calendars.today()
    _, address, opening, phone = PLACES[incubator.code]
    call = calls.draft_call(
        by=team.disability,
        incubator=incubator,
        name=planned.name,
        opens_on=day,
        closes_on=planned.closes_on,
        seats=planned.seats,
        waiting_until=day.replace(month=12, day=31),
        text=TEXT,
        easy_text=EASY,
        phone=phone,
        in_person=f"{address}, {opening}.",
    )
    rubric.set_rubric(by=team.disability, call=call, rows=rubric.offered_rows(call))
    return calls.publish_call(by=team.coordinator, call=call, on=day)
