"""Where the gazetteer's rows come from: the database, or the files shipped with the product."""

import csv
from functools import lru_cache
from pathlib import Path

from django.apps import apps
from django.db.models import F

from incubator.territory.gazetteer import Gazetteer

DATA = Path(__file__).resolve().parent.parent / "data"


def shipped_rows(path: str) -> list[dict[str, str]]:
    """The rows of a CSV of `incubator/data`, by its path there."""
    with (DATA / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def shipped_communes() -> list[dict[str, str]]:
    """The 346 rows of the official CUT list."""
    return shipped_rows("territory/cut_2018_comunas.csv")


def shipped_spellings() -> list[dict[str, str]]:
    """Every known spelling: cod_comuna ('' when it names no commune), grafia, fuente."""
    seen = shipped_rows("territory/comunas_grafias_observadas.csv")
    hard = shipped_rows("territory/comunas_alias_dificiles.csv")
    usual = shipped_rows("territory/variantes_de_uso.csv")
    return [
        *({"cod_comuna": r["cod_comuna"], "grafia": r["grafia_observada"], "fuente": r["fuentes"]} for r in seen),
        *({"cod_comuna": r["cod_comuna"], "grafia": r["grafia"], "fuente": r["visto_en"]} for r in hard),
        *({"cod_comuna": r["cod_comuna"], "grafia": r["grafia"], "fuente": r["por_que"]} for r in usual),
    ]


@lru_cache(maxsize=1)
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer of the shipped files; needs no database."""
    return Gazetteer.from_rows(shipped_communes(), shipped_spellings())


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of the database, kept for the process; of the shipped files while the tables are empty."""
    communes = apps.get_model("incubator", "Commune").objects.values(
        cod_region=F("province__region_id"),
        region=F("province__region__name"),
        abrev_region=F("province__region__abbreviation"),
        cod_provincia=F("province_id"),
        provincia=F("province__name"),
        cod_comuna=F("code"),
        comuna=F("name"),
    )
    spellings = apps.get_model("incubator", "CommuneSpelling").objects.values(
        cod_comuna=F("commune_id"), grafia=F("folded")
    )
    rows = list(communes)
    return Gazetteer.from_rows(rows, spellings) if rows else shipped_gazetteer()


def forget() -> None:
    """Drop what was read from the database: after loading it anew, and between tests that change it."""
    gazetteer.cache_clear()
