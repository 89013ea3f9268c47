"""What each header means: examples of every field, of what is never read, and of what says nothing."""

import pytest

from cases.census.columns import is_diagnosis, is_group_label, meaning_of
from tests.census.conftest import DATA

# One line per field: the field, then headers that mean it. «none» are headers without a meaning.
EXAMPLES = (DATA / "headers.txt").read_text(encoding="utf-8")
CASES = [
    (field, header)
    for line in EXAMPLES.strip().splitlines()
    for field, *headers in [line.split("|")]
    for header in headers
]


@pytest.mark.parametrize(("field", "header"), CASES, ids=[header for _, header in CASES])
def test_a_header_means_its_field(field, header):
    found = meaning_of(header)
    assert (found.field if found else "none") == field


@pytest.mark.parametrize("header", ["Telefno", "Agrupasión", "Discapasidad", "Obsrvaciones", "Representate"])
def test_a_misspelt_header_is_understood(header):
    assert meaning_of(header) is not None


@pytest.mark.parametrize(
    ("header", "band", "field"),
    [
        ("Nombre", "Agrupación", "group"),
        ("Nombre", "Datos personales", "name"),
        ("Fecha", "Agrupación", "recorded_on"),
        ("Número", "RUN", "rut"),
        ("Sí/No", "Discapacidad", "disability"),
        ("Tipo", "Discapacidad", "disability_kind"),
        ("RUT", "Organización", "other"),
        ("Fono", "Contacto", "phone"),
    ],
)
def test_a_general_header_is_completed_by_the_one_above_it(header, band, field):
    assert meaning_of(header, band).field == field


def test_a_diagnosis_is_recognised_whatever_stands_beside_it():
    assert is_diagnosis("Tipo de discapacidad (diagnóstico)")
    assert not is_diagnosis("Tipo de discapacidad")


def test_the_words_before_a_colon_name_a_group_or_not():
    assert all(map(is_group_label, ["Grupo", "ORGANIZACIÓN", "Grupo N° 3", "Nombre de la agrupación", "Taller"]))
    assert not any(map(is_group_label, ["Comuna", "Fecha", "PcD", "Nota", "Total grupo de personas", "Responsable"]))
