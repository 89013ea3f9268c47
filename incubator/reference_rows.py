"""The kernel's own reference rows: territory and holidays."""

from django.db.models import Model, Q

from incubator import calendars, territory
from incubator.models.territory import Commune, CommuneSpelling, Holiday, Province, Region
from incubator.reference import register
from incubator.services.consents.texts import load_shipped
from incubator.text import fold, sort_key


def load_territory() -> str:
    """Regions, provinces, communes and spellings as the shipped files have them."""
    rows = territory.shipped_communes()
    regions = {
        row["cod_region"]: Region(
            code=row["cod_region"],
            name=row["region"],
            sort_key=sort_key(row["region"]),
            abbreviation=row["abrev_region"],
        )
        for row in rows
    }
    provinces = {
        row["cod_provincia"]: Province(
            code=row["cod_provincia"],
            region_id=row["cod_region"],
            name=row["provincia"],
            sort_key=sort_key(row["provincia"]),
        )
        for row in rows
    }
    communes = [
        Commune(
            code=row["cod_comuna"],
            province_id=row["cod_provincia"],
            name=row["comuna"],
            sort_key=sort_key(row["comuna"]),
        )
        for row in rows
    ]
    _upsert(Region, list(regions.values()), ["code"])
    _upsert(Province, list(provinces.values()), ["code"])
    _upsert(Commune, communes, ["code"])
    spellings = _spellings()
    CommuneSpelling.objects.exclude(folded__in=[row.folded for row in spellings]).delete()
    _upsert(CommuneSpelling, spellings, ["folded"])
    territory.forget()
    return f"{len(regions)} regiones, {len(provinces)} provincias, {len(communes)} comunas y {len(spellings)} grafías"


def load_holidays() -> str:
    """The holidays of the shipped files; exceptions belong to people and are left alone."""
    rows = [Holiday(day=day, region_id=region, name=name) for day, region, name in calendars.shipped_holidays()]
    known = Q()
    for region in {row.region_id for row in rows}:
        known |= Q(region_id=region, day__in=[row.day for row in rows if row.region_id == region])
    Holiday.objects.exclude(known).delete()
    _upsert(Holiday, rows, ["day", "region"])
    calendars.forget()
    years = sorted({row.day.year for row in rows})
    return f"{len(rows)} feriados, de {years[0]} a {years[-1]}"


def _spellings() -> list[CommuneSpelling]:
    """One row per folded spelling that names a commune, with every place it was seen in."""
    found: dict[str, tuple[str, list[str]]] = {}
    for row in territory.shipped_spellings():
        if row["cod_comuna"]:
            _, sources = found.setdefault(fold(row["grafia"]), (row["cod_comuna"], []))
            sources += [source for source in row["fuente"].replace(";", "|").split("|") if source not in sources]
    return [
        CommuneSpelling(folded=folded, commune_id=code, source=", ".join(sources)[:200])
        for folded, (code, sources) in found.items()
    ]


def _upsert(model: type[Model], rows: list, key: list[str]) -> None:
    names = [field.name for field in model._meta.concrete_fields if field.name not in key and not field.primary_key]
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=key, update_fields=names)


register("Territorio", load_territory)
register("Feriados", load_holidays)
register("Textos de autorización", load_shipped)
