"""What whoever applies is told about her data, by version: the version she read is kept with what she sent.

Ley 19.628, arts. 4 and 14 ter (as Ley 21.719 leaves them, in force since 1 December 2026): who, what for, how long,
with whom it is shared and what may be asked.
"""

CURRENT = "postulacion-1"

#: Version → paragraphs, as they were shown. A new text is a new version; the former ones stay.
NOTICES = {
    "postulacion-1": (
        "La municipalidad que publica esta convocatoria usa estos datos solo para recibir esta postulación, "
        "responderla y preparar los apoyos que pide.",
        "No pedimos discapacidad, diagnósticos, certificados ni el RUN de nadie. No los escriba.",
        "Los lee el equipo de la incubadora. Quienes evalúan no ven su nombre ni su teléfono.",
        "Si la postulación no sigue, sus datos se borran 90 días después de terminado el plazo para reclamar.",
        "Usted puede pedir ver sus datos, corregirlos, borrarlos o retirarse cuando quiera, en la oficina, por "
        "teléfono o con su código.",
    ),
}


def paragraphs(version=CURRENT):
    """The paragraphs of a version."""
    return NOTICES[version]
