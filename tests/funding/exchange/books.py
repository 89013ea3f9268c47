"""A call with something in every part, as a person would fill it."""

from datetime import date, datetime

from cases.funding.bases.shapes import (
    AskedDocument,
    Bases,
    Closing,
    CoFinancing,
    Condition,
    Contribution,
    Counting,
    Criterion,
    Dates,
    FieldKind,
    FormField,
    Item,
    Moment,
    Money,
    Section,
    Share,
    Source,
    Subject,
    Wall,
)
from cases.funding.exchange.calls import TravellingCall
from cases.funding.words import ApplicantKind, Channel, DocumentKind, DocumentOf

FULL = Bases(
    summary="Para grupos que crean una cooperativa.\nCubre equipos y asesoría.",
    contact="mesa@fondo.example",
    regions=("05", "13"),
    applicants=(ApplicantKind.GROUP, ApplicantKind.COOPERATIVE),
    limit_per_applicant=1,
    dates=Dates(
        opens_on=date(2021, 4, 1),
        questions_until=Wall(datetime(2021, 4, 20, 17, 0)),
        results_on=date(2021, 7, 1),
        months=8,
    ),
    closings=(
        Closing("linea", Channel.ONLINE, Wall(datetime(2021, 5, 12, 14, 0))),
        Closing(
            "natales",
            Channel.IN_PERSON,
            Wall(datetime(2021, 5, 12, 12, 0), "America/Punta_Arenas"),
            "Puerto Natales",
            ("12",),
            "Res. 12",
        ),
    ),
    money=Money(total=1_302_000_000, minimum=1_000_000, maximum=8_000_000, year=2025, instalments="dos cuotas"),
    cofinancing=(CoFinancing("propio", 2.5, Share.REQUESTED, Contribution.KIND, ("equipos",), "6.2"),),
    items=(Item("equipos", "Equipos", cap_percent=40, quotations=2), Item("alcohol", "Alcohol", allowed=False)),
    conditions=(
        Condition("minimo", "members", Subject.GROUP, Moment.CLOSING, {"minimum": 5}, "3.1"),
        Condition(
            "forma",
            "any",
            children=(
                Condition("viva", "validity"),
                Condition(
                    "ambas", "all", children=(Condition("rubro", "activity", parameters={"codes": ["0113", "10"]}),)
                ),
            ),
        ),
    ),
    documents=(
        AskedDocument(
            "vigencia",
            DocumentKind.LEGAL_STANDING,
            "Certificado de vigencia",
            DocumentOf.GROUP,
            valid_days=30,
            moment=Moment.REVIEW,
            applicants=(ApplicantKind.COOPERATIVE,),
        ),
    ),
    criteria=(Criterion("impacto", "Impacto", 40, 7, 4.5, "qué cambia"),),
    cut_off=5.5,
    sections=(
        Section(
            "proyecto",
            "El proyecto",
            (
                FormField("nombre", "Nombre", limit=80),
                FormField(
                    "rubro",
                    "Rubro",
                    FieldKind.CHOICE,
                    required=False,
                    options=("Pan", "Tejido"),
                    counting=Counting.WORDS,
                ),
            ),
            "En pocas palabras.",
        ),
        Section("anexos", "Anexos"),
    ),
    incompatibilities="No haber ganado el año anterior.",
    sources=(Source("money.maximum", "Bases 2025", 2025, "C"),),
)
CALL = TravellingCall("sercotec-coop-2021", "Servicio de Cooperación Técnica", "Cooperativas", 2021, "Creación", "Sercotec", url="https://fondo.example/bases", bases=FULL)  # fmt: skip
EMPTY = TravellingCall("otro-2021", "Otra institución", "Otro fondo", 2021, is_private=True)
