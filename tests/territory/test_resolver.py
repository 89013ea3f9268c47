"""What people write where a form asks for the commune, and what it means."""

from itertools import product

import pytest

from incubator.territory import shipped_communes, shipped_gazetteer, shipped_rows, shipped_spellings
from incubator.text import fold

resolve = shipped_gazetteer().resolve


def test_the_territory_has_16_regions_56_provinces_and_346_communes():
    rows = shipped_communes()
    assert len({r["cod_region"] for r in rows}) == 16
    assert len({r["cod_provincia"] for r in rows}) == 56
    assert len({r["cod_comuna"] for r in rows}) == len(rows) == 346


def test_every_observed_spelling_resolves_to_its_commune():
    rows = shipped_rows("territory/comunas_grafias_observadas.csv")
    assert len(rows) == 781
    assert [r for r in rows if resolve(r["grafia_observada"]) != r["cod_comuna"]] == []


def test_every_hard_alias_resolves_to_its_commune_or_to_none():
    rows = shipped_rows("territory/comunas_alias_dificiles.csv")
    assert len(rows) == 13
    assert [r for r in rows if resolve(r["grafia"]) != (r["cod_comuna"] or None)] == []


def test_every_spelling_of_ours_resolves_to_its_commune():
    assert [r for r in shipped_spellings() if resolve(r["grafia"]) != (r["cod_comuna"] or None)] == []


@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "  {}  ",
        "{}.",
        "«{}»",
        "Comuna de {}",
        "comuna {}",
        "COMUNA: {}",
        "I. Municipalidad de {}",
        "Ilustre Municipalidad de {}",
        "Municipalidad de {}",
        "{}, Chile",
        "{} (Chile)",
        "{}\u00a0",
    ],
)
def test_every_commune_resolves_in_every_usual_shape(shape):
    wrong = [
        (text, r["cod_comuna"])
        for r in shipped_communes()
        for text in (shape.format(r["comuna"]), shape.format(r["comuna"]).upper(), shape.format(r["comuna"]).lower())
        if resolve(text) != r["cod_comuna"]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "shape",
    [
        "{comuna}, {region}",
        "{comuna}, Región de {region}",
        "{comuna} - {region}",
        "{comuna} ({region})",
        "{comuna} / {provincia} / {region}",
        "{comuna}, provincia de {provincia}",
        "{comuna} región de {region}",
        "Región de {region}, {comuna}",
        "{cod_comuna} {comuna}",
        "{comuna} ({cod_comuna})",
    ],
)
def test_every_commune_resolves_beside_its_province_and_region(shape):
    wrong = [shape.format(**r) for r in shipped_communes() if resolve(shape.format(**r)) != r["cod_comuna"]]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Comuna de Quillota", "05501"),
        ("Quillota, V Región", "05501"),
        ("quillota v region", "05501"),
        ("Quillota, 5ª Región", "05501"),
        ("Quillota, quinta región", "05501"),
        ("Quillota, Valpo.", "05501"),
        ("Quillota-Valparaíso", "05501"),
        ("QUILLOTA", "05501"),
        ("5501", "05501"),
        ("05501", "05501"),
        (5501, "05501"),
        (5501.0, "05501"),
        ("5501.0", "05501"),
        ("05501 - Quillota", "05501"),
        ("CUT 5501", "05501"),
        ("Quillota (5501)", "05501"),
        ("Sector La Palma, Quillota", "05501"),
        ("Quillota, sector San Pedro", "05501"),
        ("Sta. Cruz", "06310"),
        ("Sta Cruz", "06310"),
        ("Pto. Montt", "10101"),
        ("PTO MONTT", "10101"),
        ("Pta. Arenas", "12101"),
        ("Pte. Alto", "13201"),
        ("S. Fernando", "06301"),
        ("Sn. Bernardo", "13401"),
        ("San Bdo.", "13401"),
        ("N. Imperial", "09111"),
        ("Sto. Dgo.", "05606"),
        ("V. Alemana", "05804"),
        ("Est. Central", "13106"),
        ("Gral. Lagos", "15202"),
        ("P. Hurtado", "13604"),
        ("Viña del Mar", "05109"),
        ("Vi?a del Mar", "05109"),
        ("Vi\ufffda del Mar", "05109"),
        ("ViÃ±a del Mar", "05109"),
        ("VINA DEL MAR", "05109"),
        ("Copiap\ufffd", "03101"),
        ("Copiapo, III Región de Atacama", "03101"),
        ("Ñuñoa", "13120"),
        ("nunoa, stgo", "13120"),
        ("Muni de Quillota", "05501"),
        ("Mun. Quillota", "05501"),
        ("I.M. Quillota", "05501"),
        ("Quillota centro", "05501"),
        ("Quillota (V)", "05501"),
        ("Quillota V Reg.", "05501"),
        ("Quillota, Reg. de Valparaíso", "05501"),
        ("Quillota 5ta región", "05501"),
        ("Quillota, Valparaíso, Chile", "05501"),
        ("5501,0", "05501"),
        ("Isla Maipo", "13603"),
        ("Padre de las Casas", "09112"),
        ("Viña Mar", "05109"),
        ("San Pedro Atacama", "02203"),
        ("S.J. de Maipo", "13203"),
        ("P.A. Cerda", "13121"),
        ("M. Patria", "04303"),
        ("Sn. Fco. de Mostazal", "06110"),
        ("San Vte. de Tagua Tagua", "06117"),
        ("Pto. Natales", "12401"),
        ("Stgo.", "13101"),
        ("Valpo", "05101"),
        ("Ñuñoa, RM", "13120"),
        ("Recoleta, Santiago", "13127"),
        ("Recoleta R.M.", "13127"),
        ("Isla de Maipo, Región Metropolitana", "13603"),
        ("O’Higgins", "11302"),
        ("O´Higgins", "11302"),
        ("Ohiggins", "11302"),
        ("Llay-Llay", "05703"),
        ("Til-Til, Chacabuco", "13303"),
        ("Municipalidad del Bosque", "13105"),
        ("Chillán, VIII Región", "16101"),
        ("Chillán, Ñuble", "16101"),
        ("Valdivia, X Región", "14101"),
        ("Arica, I Región", "15101"),
        ("Los Lagos, Valdivia", "14104"),
        ("Los Lagos, Puerto Montt", None),
        ("Región de Los Lagos, Puerto Montt", "10101"),
        ("La Cruz, Quillota", "05504"),
        ("La Calera", "05502"),
        ("Calera de Tango", "13403"),
        ("San Pedro", "13505"),
        ("San Pedro de la Paz", "08108"),
        ("San Pedro, Melipilla", "13505"),
        ("Coquimbo, IV Región de Coquimbo", "04102"),
        ("Coquimbo, Coquimbo", "04102"),
    ],
)
def test_a_variant_never_seen_resolves(text, code):
    assert resolve(text) == code


def test_no_abbreviation_leads_to_another_commune():
    wrong = []
    for row in shipped_communes():
        words = fold(row["comuna"]).split()
        for cuts in product((0, 1, 2, 3), repeat=len(words)) if len(words) > 1 else ():
            text = " ".join(f"{word[:cut]}." if cut else word for word, cut in zip(words, cuts, strict=True))
            if resolve(text) not in {row["cod_comuna"], None}:
                wrong.append((row["comuna"], text, resolve(text)))
    assert wrong == []


def test_a_letter_too_few_leads_to_another_commune_only_when_it_is_that_ones_name():
    names = {fold(row["comuna"]): row["cod_comuna"] for row in shipped_communes()}
    wrong = []
    for row in shipped_communes():
        for place in range(len(row["comuna"])):
            text = row["comuna"][:place] + row["comuna"][place + 1 :]
            if resolve(text) not in {row["cod_comuna"], None, names.get(fold(text))}:
                wrong.append((row["comuna"], text, resolve(text)))
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "  ",
        "-",
        "s/i",
        "Sin información",
        "Quilota",
        "Quillotaa",
        "Los Manantiales del Alto",
        "Otro lugar",
        "Extranjero",
        "Región de Valparaíso",
        "V Región",
        "Provincia de Quillota",
        "Chile",
        "Quillota y La Cruz",
        "Quillota / La Cruz",
        "Quillota, La Cruz",
        "Valparaíso, Quillota",
        "San Pedro, Quillota",
        "San Pedro, Concepción",
        "Quillota, Región del Maule",
        "Quillota (04102)",
        "04102 Quillota",
        "99999",
        "1234567",
        "15",
        "5",
        "V",
        "Villa",
        "San",
        "Santa",
        "S. L.",
        "Sector El Bajo",
        "Pob. Los Ríos",
        "N°",
        "69.0",
        "?????",
        "Puerto",
        "12.345.678-5",
        "Av. Quillota 5501",
        "San de la Villa",
        "La",
        "Comuna de",
        "Rural",
        "Sector rural",
        "S. J.",
        "Quillota Concón",
        "San P.",
        "Región de Los Lagos, Los Lagos, Chile",
    ],
)
def test_what_is_unknown_or_ambiguous_is_never_guessed(text):
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("V Región", "05"),
        ("RM", "13"),
        ("Región Metropolitana", "13"),
        ("O'Higgins", "06"),
        ("Región del Libertador General Bernardo O'Higgins", "06"),
        ("Bío-Bío", "08"),
        ("La Araucanía", "09"),
        ("Región de los Ríos", "14"),
        ("XVI", "16"),
        ("decimosexta región", "16"),
        ("Región 5", "05"),
        ("4ta Región", "04"),
        ("Quillota", None),
        ("5", None),
        ("", None),
    ],
)
def test_a_region_is_read_by_any_of_its_names(text, code):
    assert shipped_gazetteer().region(text) == code


def test_every_region_is_read_by_its_official_name():
    wrong = [
        r["region"]
        for r in shipped_communes()
        if shipped_gazetteer().region("Región de " + r["region"]) != r["cod_region"]
    ]
    assert wrong == []
