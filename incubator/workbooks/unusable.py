"""Why a file cannot be read as a workbook, in a sentence that says what to do."""


class UnusableWorkbook(Exception):
    """The file holds nothing that can be read; `sentence` says why and what to do, in Spanish."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


EMPTY = "El archivo está vacío (0 bytes). Vuelva a descargarlo o a guardarlo y súbalo otra vez."
TOO_LARGE = "El archivo pesa más de {limit} MB. Deje en él solo la hoja del catastro, guárdelo y súbalo otra vez."
PROTECTED = (
    "La planilla está protegida con contraseña o cifrada. Ábrala en Excel, quite la contraseña "
    "(Archivo › Información › Proteger libro), guárdela y súbala otra vez."
)
STRICT = (
    "La planilla está guardada como «Libro de Excel Strict Open XML», un formato que no podemos leer. "
    "Ábrala en Excel, use «Guardar como», elija «Libro de Excel (.xlsx)» y súbala otra vez."
)
DUPLICATED = (
    "El archivo está dañado: contiene partes repetidas y no se sabe cuál vale. "
    "Ábralo en Excel o LibreOffice, guárdelo con otro nombre y súbalo otra vez."
)
BOMB = (
    "El archivo ocupa poco pero al abrirlo crece demasiado, por lo que no se leyó. "
    "Copie las filas del catastro a un libro nuevo, guárdelo y súbalo otra vez."
)
ENTITIES = (
    "El archivo contiene definiciones XML que una planilla no lleva, por lo que no se leyó. "
    "Copie las filas del catastro a un libro nuevo, guárdelo y súbalo otra vez."
)
SCATTERED = (
    "La hoja «{sheet}» tiene celdas escritas muy lejos de las demás (fila {row}). "
    "Copie las filas del catastro a un libro nuevo, guárdelo y súbalo otra vez."
)
BROKEN = (
    "El archivo está dañado y no se puede abrir. Ábralo en Excel o LibreOffice, guárdelo otra vez y súbalo de nuevo."
)
NOT_A_WORKBOOK = (
    "El archivo «{name}» es {what}, no una planilla. Guarde el catastro como Excel (.xlsx), "
    "OpenDocument (.ods) o CSV y súbalo otra vez."
)
NO_ROWS = "La planilla no tiene ninguna celda escrita. Revise que sea el archivo del catastro y súbalo otra vez."
