"""The rubric offered to a new call: what is looked at, how much it weighs, and each level in plain words."""

#: (name, what is looked at, weight, what 0, 1, 2 … points mean). Nothing in it looks at disability itself.
DEFAULT_RUBRIC = (
    (
        "El grupo y su motivación",
        "Si el grupo sabe por qué quiere trabajar en conjunto y cómo se organiza hoy.",
        25,
        (
            "No se puede saber por qué postula.",
            "Una persona habla por todas; no se ve un interés del grupo.",
            "El grupo tiene un motivo común, todavía general.",
            "El grupo tiene un motivo claro y reparte algunas tareas.",
            "El grupo tiene un motivo claro, reparte tareas y toma acuerdos.",
        ),
    ),
    (
        "La idea y lo que ya saben hacer",
        "Si la idea se entiende y parte de oficios o experiencia que el grupo tiene.",
        25,
        (
            "No hay una idea.",
            "Hay una idea que no se relaciona con lo que el grupo sabe hacer.",
            "La idea se entiende; la experiencia es poca.",
            "La idea se entiende y varias personas tienen el oficio.",
            "La idea se entiende, tienen el oficio y ya vendieron o probaron.",
        ),
    ),
    (
        "Participación y apoyos",
        "Si todas las personas pueden decidir y trabajar, con los apoyos que piden.",
        25,
        (
            "No se dice cómo participa cada persona.",
            "Participan algunas; no se pensó en apoyos.",
            "Participa la mayoría; los apoyos se nombran.",
            "Participan todas; se dice qué apoyos hacen falta.",
            "Participan todas y deciden; los apoyos están pensados para cada actividad.",
        ),
    ),
    (
        "Para qué les sirve la incubadora",
        "Si lo que la incubadora ofrece responde a lo que el grupo necesita.",
        15,
        (
            "No se relaciona con lo que la incubadora ofrece.",
            "Necesita algo que la incubadora no da.",
            "Necesita una parte de lo que se ofrece.",
            "Necesita la mayor parte de lo que se ofrece.",
            "Necesita justo lo que se ofrece y puede asistir.",
        ),
    ),
    (
        "Arraigo en la comuna",
        "Si el trabajo se hace en la comuna y el grupo tiene redes en ella.",
        10,
        (
            "No se relaciona con la comuna.",
            "Vive en la comuna; no tiene redes.",
            "Conoce a una organización de la comuna.",
            "Trabaja con una organización de la comuna.",
            "Trabaja con varias organizaciones de la comuna.",
        ),
    ),
)


def default_rows():
    """The default rubric as the rows of a form: name, looks_at, weight, maximum, guidance."""
    return [
        {
            "name": name,
            "looks_at": looks_at,
            "weight": weight,
            "maximum": len(levels) - 1,
            "guidance": "\n".join(levels),
        }
        for name, looks_at, weight, levels in DEFAULT_RUBRIC
    ]
