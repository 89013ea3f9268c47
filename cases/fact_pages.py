"""The pages of the facts, one row each: what it is, its form, the service that records it and who may."""

from collections.abc import Callable
from dataclasses import dataclass

from cases.forms import facts as forms
from cases.services import facts
from incubator.access import Permission
from incubator.enums import EvidenceKind, Tier

P = Permission


@dataclass(frozen=True)
class FactPage:
    """A kind of fact: its words, form, service and rights. `needs` opens the page; `permission` records."""

    name: str
    slug: str
    title: str
    lead: str
    form: type
    record: Callable
    related: str
    submit: str
    saved: str
    permission: P = P.RECORD_FACTS
    needs: tuple[P, ...] = (P.RECORD_FACTS,)
    evidence_kind: EvidenceKind = EvidenceKind.MINUTES
    tier: Tier = Tier.PERSONAL


_ALL = (
    FactPage(
        "application",
        "postulacion",
        "Postulación",
        "A qué convocatoria postula el grupo, con quién se habla y cuántas personas están interesadas.",
        forms.ApplicationForm,
        facts.receive_application,
        "applications",
        "Anotar la postulación",
        "La postulación quedó anotada.",
        needs=(P.RECORD_FACTS, P.DECIDE),
    ),
    FactPage(
        "commitment",
        "compromiso",
        "Acta de compromiso",
        "El acta firmada por el grupo, con su fecha.",
        forms.CommitmentForm,
        facts.sign_commitment,
        "signedcommitments",
        "Guardar el acta",
        "El acta quedó guardada.",
    ),
    FactPage(
        "supports",
        "apoyos",
        "Apoyos acordados",
        "Los apoyos que el grupo necesita para participar, en total. Lo que pide cada persona se anota en su página.",
        forms.SupportsForm,
        facts.declare_supports,
        "supportdeclarations",
        "Guardar los apoyos",
        "Los apoyos quedaron anotados.",
    ),
    FactPage(
        "business",
        "definicion",
        "Definición de negocio",
        "La actividad económica y el tipo de cooperativa que el grupo eligió.",
        forms.BusinessForm,
        facts.define_business,
        "businessdefinitions",
        "Guardar la definición",
        "La definición de negocio quedó anotada.",
    ),
    FactPage(
        "plan",
        "plan",
        "Plan de negocio",
        "Cada versión con su documento. La aprueba otra persona que quien la escribió.",
        forms.PlanForm,
        facts.present_plan,
        "businessplans",
        "Presentar esta versión",
        "La versión quedó presentada. Falta que otra persona la apruebe.",
        needs=(P.RECORD_FACTS, P.APPROVE_PLANS),
        tier=Tier.LEGAL,
    ),
    FactPage(
        "legal",
        "tramites",
        "Actos legales",
        "La escritura, la inscripción, la publicación, el rol y el RUT, cada uno con su fecha y su documento.",
        forms.LegalForm,
        facts.record_legal_act,
        "legalevents",
        "Anotar el acto",
        "El acto quedó anotado.",
        evidence_kind=EvidenceKind.DEED,
        tier=Tier.LEGAL,
    ),
    FactPage(
        "measurement",
        "indicadores",
        "Indicadores",
        "Lo que el grupo declara de sí mismo al empezar, durante el camino y al salir. Son totales, nunca por persona. "
        "Los certifica otra persona que quien los anotó.",
        forms.MeasurementForm,
        facts.measure,
        "measurements",
        "Guardar la medición",
        "La medición quedó anotada.",
        tier=Tier.LEGAL,
    ),
    FactPage(
        "confirmation",
        "confirmacion",
        "Confirmación del grupo",
        "La hoja firmada en que el grupo confirma su egreso.",
        forms.ConfirmationForm,
        facts.confirm,
        "groupconfirmations",
        "Guardar la confirmación",
        "La confirmación quedó guardada.",
    ),
)
FACT_PAGES = {page.name: page for page in _ALL}
