"""The package of a corner's application: frozen once, edited again since; a reserved document, and its leaving."""

from datetime import date

from cases.funding.life import FundVerb
from cases.funding.package import canonical
from cases.funding.words import HandOverBasis, PackageFileKind
from cases.models import FundHandOver, FundPackage, FundPackageFile
from cases.services.stepping import stepped
from incubator.enums import Tier
from tests.factories.people import coordinator_of


def furnish_packages(corner, today, stored):
    """One of each, written straight: the steps that made it ready, and the one that opened it again."""
    application, by = corner["fund"], coordinator_of(corner.place)
    stepped(application, FundVerb.REVIEW, by=corner["officer"], on=today)
    ready = stepped(application, FundVerb.READY, by=by, on=today)
    reserved, plain = stored(corner, 311, Tier.SENSITIVE), stored(corner, 312, Tier.LEGAL)
    taken = _snapshot(corner, application, today, reserved, plain)
    package = FundPackage.objects.create(
        application=application, number=1, change=ready, bases=application.bases, snapshot=taken,
        sha256=canonical.digest(taken), made_by=by,
    )  # fmt: skip
    stepped(application, FundVerb.REOPEN, by=corner["officer"], on=today)
    told = {"package": package, "kind": PackageFileKind.DOCUMENT}
    corner["package_file"] = FundPackageFile.objects.create(
        position=0, name="03-carta-de-apoyo.pdf", evidence=plain, sha256=plain.sha256, **told
    )
    corner["reserved_file"] = FundPackageFile.objects.create(
        position=1,
        name="documento-reservado-1.pdf",
        evidence=reserved,
        sha256=reserved.sha256,
        is_reserved=True,
        **told,
    )
    corner["fund_hand_over"] = FundHandOver.objects.create(
        package=package, basis=HandOverBasis.ARTICLE_24_BIS, recipient="Servicio", purpose="Acreditar", handed_on=today,
        requesting_body="Servicio", official="Jefatura", procedure="Postulación", data_asked="Un documento",
        legal_basis="Resolución 1", covers_from=date(today.year, 1, 1), covers_to=today,
        files=[corner["reserved_file"].pk], persons=[corner["people"][0].pk], by=by,
    )  # fmt: skip
    corner["fund_package"] = package


def _snapshot(corner, application, today, reserved, plain):
    """A small one of the shape that pages read."""
    party = {"kind": "group", "label": "Grupo", "name": f"Grupo {corner.word}", "rut": ""}
    return {
        "number": 1,
        "previous": "",
        "frozen_at": f"{today.isoformat()}T15:00:00+00:00",
        "application": {"code": application.code, "title": application.title},
        "call": {"agency": "Servicio", "programme": "Fondo", "line": "", "year": today.year},
        "applicant": party,
        "receiver": party,
        "signer": {"name": f"Firma {corner.word}", "run": ""},
        "sections": [],
        "budget": None,
        "quotations": [],
        "documents": [
            {"id": 1, "evidence": plain.pk, "sha256": plain.sha256, "reserved": 0, "closed": False, "title": "Carta"},
            {
                "id": 2,
                "evidence": reserved.pk,
                "sha256": reserved.sha256,
                "reserved": 1,
                "closed": True,
                "title": "Documento reservado 1",
            },
        ],
    }
