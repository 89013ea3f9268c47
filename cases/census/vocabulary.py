"""The words that headers use, as rules: (field, how surely, pattern over the header's normal form).

The first rule that matches says the field. Strength 3 is a word of the field's own, 2 somebody's in particular,
1 a general word or what belongs to who represents the group, 0 what belongs to the group itself. A rule stays on one line, so that its words can be read and added to.
"""
# ruff: noqa: E501

#: Fields in the order the reference names them.
FIELDS = (
    "group", "formal", "trade", "recorded_on", "members", "commune", "sector", "rut", "check_digit", "name",
    "given_names", "surname_1", "surname_2", "sex", "birth_date", "disability", "disability_kind", "rnd", "carer",
    "phone", "email", "notes",
)  # fmt: skip
SENSITIVE_FIELDS = ("disability", "disability_kind", "rnd", "carer")
DIAGNOSIS = "diagnosis"
OTHER = "other"

_GROUP = r"(?:agrup(?:aci\w*)?|org|orgs|organi[zs](?:aci\w*)?|grupos?|colectiv\w*|asociaci\w*|comit\w*|juntas?|talleres|taller|clubes|club|cooperativa\w*|unidad(?:es)? productivas?|emprendimientos?|iniciativas?|ong|fundacion|sindicato|microempresa\w*|empresas?|entidad|instituci\w*|razon social)"
_PEOPLE = r"(?:integrantes?|soci[oa]s?|miembros?|participantes?|personas?|beneficiari[oa]s?|asociad[oa]s?|inscrit[oa]s?|usuari[oa]s?|componentes?|afiliad[oa]s?|familias|pers|int|integ)"
_LEADER = r"(?:representantes?|rep|repres|represent|dirigentes?|president[ea]|lider\w*|encargad[oa]|responsable|referente|coordinador\w*|dirigenta|vocer[oa])"
_RUN = r"(?:run|rut|rol unico(?: tributario| nacional)?|cedula(?: de)?(?: identidad)?|(?:c|ced)(?: de)? ident(?:idad)?|carnet(?: de)?(?: identidad)?|carne(?: de)?(?: identidad)?|ci|cni|documento(?: de)? identidad|doc(?:umento)? identidad|identificacion|numero(?: de)? documento|numero identificador)"
_DISABILITY = r"(?:discapaci\w*|discap|disc|pcd|psd|pesd|capacidades diferentes|persona sd)"
_MOBILE = r"(?:celular\w*|cel|movil\w*|what?s ?app?|wsp|wp|wasap|wathsapp)"
_PHONE = r"(?:fono\w*|telef\w*|tel|tfno|telf|numero(?: de)? contacto)"
_COUNT = r"(?:numero|cantidad|cant|total|cuant[oa]s|tamano|dotacion|suma|cuenta|promedio|porcentaje)"
_OTHER_PERSON = r"(?:emergencia|apoderad\w*|tutor\w*|conyuge|espos[oa]|padre|madre|familiar|encuestador\w*|funcionari[oa]|catastrador\w*|entrevistador\w*|profesional|secretari[oa]s?|tesorer[oa]s?|vice ?president[ea]|suplentes?)"
_IDENTITY_HEAD = r"(?:nombres?|run|rut|fono|fonos|telefonos?|celular|contacto|correo|mail|datos)"

# (field, strength, pattern over the normal form of the header)
RULES: tuple[tuple[str, int, str], ...] = (
    # Never read: what a person is ill with.
    (OTHER, 3, r"^(?:prevision|sistema|centro|cesfam|consultorio)\b.*|\b(?:fonasa|isapre|cesfam)\b"),
    (DIAGNOSIS, 3, r"\b(?:diag\w*|dg|dx|dolencia\w*|afecci\w*|padeci\w*|terapia\w*|alergi\w*|patolog\w*|enferm\w*|cie|sindrome\w*|salud|medic\w*|tratamiento\w*|secuela\w*|trastorno\w*|deficiencia\w*|limitaci\w*|clinic\w*|morbil\w*|comorbil\w*|farmac\w*)\b"),
    (DIAGNOSIS, 3, rf"\b(?:causa\w*|detalle\w*|descrip\w*|especif\w*|observaci\w*|obs|explique|indique|cual|grado|nivel|porcentaje|glosa)\b.*\b{_DISABILITY}\b"),
    (DIAGNOSIS, 3, rf"\b{_DISABILITY}\b.*\b(?:causa\w*|detalle\w*|descrip\w*|especif\w*|explique|indique|cual|grado|nivel|porcentaje)\b"),
    # Not about the person or the group of the row.
    (OTHER, 3, rf"^{_COUNT}\b(?! con).*\b(?:mujer\w*|hombre\w*|{_DISABILITY}|cuidador\w*|ninos|ninas|menores|adult\w*|jovenes|femenin\w*|masculin\w*|grupos|organizaciones|agrupaciones)\b"),
    (OTHER, 3, rf"^(?:cuenta|suma|promedio|total|cantidad|cant)\b.*\b{_RUN}\b|^etiquetas? de"),
    (OTHER, 3, rf"\b{_IDENTITY_HEAD}\b.*\b{_OTHER_PERSON}\b|^{_OTHER_PERSON}\b"),
    (OTHER, 3, rf"\b{_IDENTITY_HEAD}\b.*\bcuidador\w*|\b(?:tiene|cuenta con|requiere|necesita|posee)\b(?: un| una)? cuidador\w*"),
    (OTHER, 3, rf"\b(?:rut|run)\b(?: de)?(?: la| del)? {_GROUP}\b|^{_GROUP} (?:rut|run)\b"),
    (OTHER, 3, r"\bf(?:echa|ec|ch)? .*\b(?:constitu\w*|creacion|formacion|fundacion|vencim\w*|emision|inicio|termino|personalidad|vigencia|caducidad|fallec\w*|postula\w*|venc|nombramiento|obtencion|entrega)\b"),
    (OTHER, 3, rf"^(?:tipo|clase|categoria|naturaleza)\b(?!.*formal)(?! (?:de )?emprendimiento).*\b{_GROUP}\b|^{_GROUP}? ?(?:etario|etareo|sanguineo|familiar)\b|grupo (?:etario|etareo|sanguineo|familiar)"),
    (OTHER, 3, r"\bnombre (?:social|artistico)\b|\bapodo\b|\bnombre fantasia\b|^(?:direcci\w*|domicilio)\b(?!.*\b(?:e ?mail|mail|correo|electronic[ao]))|\bcomuna\b.*\b(?:nacimiento|trabajo|origen)\b|^edad\b|^(?:numero|folio|codigo|fecha) .*\b(?:personalidad|decreto|resolucion|credencial|registro civil)\b"),
    # Numbers of the row.
    ("check_digit", 3, r"^(?:dv|dig|digito|digitos|digito v|d verif\w*|dverif\w*|cod(?:igo)? ver(?:if\w*)?|verificador|dv run|dv rut)(?: verif\w*| ver)?(?: (?:run|rut|del run|del rut|de run))?$"),
    ("birth_date", 3, r"\b(?:nac|nacim|nacimiento|nacto|natalicio|cumpleanos|fnac|fecnac|fdn)\b"),
    ("rut", 2, rf"\b{_RUN}\b.*\b{_LEADER}\b|\b{_LEADER}\b.*\b{_RUN}\b"),
    ("rnd", 3, rf"\brnd\b|\bregistro nacional\b|\bcred(?:encial\w*)?\b|\bcarn\w*\b.*\b{_DISABILITY}|\bcompin\b"),
    ("rut", 3, rf"\b{_RUN}\b"),
    ("email", 1, rf"\b(?:correos?|e ?mails?|mails?)\b.*\b(?:{_LEADER}|{_GROUP})\b"),
    ("email", 3, r"\b(?:correos?|e ?mails?|mails?|email\w*|electronico)\b"),
    ("phone", 1, rf"\b(?:{_MOBILE}|{_PHONE})\b.*\b{_LEADER}\b"),
    ("phone", 0, rf"\b(?:{_MOBILE}|{_PHONE})\b.*\b{_GROUP}\b"),
    ("phone", 3, rf"\b{_MOBILE}\b"),
    ("phone", 2, rf"\b{_PHONE}\b|^contactos?$"),
    # Facts of the person.
    ("disability_kind", 3, rf"^(?:tipos?|origen|clase|categoria|que|naturaleza)\b(?: de)?(?: la)?(?: situacion de)? ?{_DISABILITY}|^origen(?: principal)?(?: {_DISABILITY})?$|^tipo {_DISABILITY}$|^{_DISABILITY} (?:tipo|origen)\b"),
    ("sex", 3, r"\b(?:sexo|genero)\b|^gen$"),
    ("name", 1, rf"\b{_LEADER}\b.*\bnombre|\bnombres?\b.*\b{_LEADER}\b|^{_LEADER}\b|\b{_LEADER}\b.*\bapellidos?\b"),
    ("surname_2", 3, r"\b(?:materno|materna|mat)\b|\b(?:segundo|2do|2o|2) ?apellido\b|\bapellido ?(?:2|dos|ii)\b"),
    ("surname_1", 3, r"\b(?:paterno|paterna|pat)\b|\b(?:primer|1er|1o|1) ?apellido\b|\bapellido ?(?:1|uno|i)\b"),
    ("name", 3, r"\bnombres?\b.*\bapellidos?\b|\bapellidos?\b.*\bnombres?\b"),
    ("surname_1", 2, r"^(?:los )?apellidos?\b"),
    # Facts of the group.
    ("recorded_on", 3, r"^(?:f|fecha|fec|fch|dia)\b.*\b(?:reg(?:istr\w*)?|catastr\w*|insc\w*|encuest\w*|levantam\w*|visita|ingreso|contacto|entrevista|ficha|aplicacion|actualiz\w*|incorpor\w*|toma|terreno|recol\w*|censo)\b|^(?:ultima )?actualizacion$|^(?:catastrad[oa]|registrad[oa]|visitad[oa]|encuestad[oa])\b"),
    ("members", 3, rf"^(?:{_COUNT})\b.*\b{_PEOPLE}\b|^(?:cantidad|tamano)\b.*\b{_GROUP}$|^{_PEOPLE} (?:total|numero|cantidad|n)\b|^cuant[oa]s son"),
    ("members", 1, r"^(?:integrantes|socios|socias|miembros|participantes|personas|socios as|socias os|beneficiarios|dotacion|total personas|cantidad|asociados|componentes)$"),
    ("formal", 3, r"\b(?:formal\w*|informal\w*|personalidad|pers jur\w*|pj|p j(?:ca|ur\w*)|juridic\w*|constituid\w*|legaliz\w*|situacion legal|estado legal|condicion legal|calidad legal|vigencia legal|legal|de hecho)\b"),
    ("trade", 3, r"^tipo (?:de )?emprendimiento\b"),
    ("trade", 3, r"\b(?:rubros?|giros?|act(?:iv(?:idad\w*)?)?|dedica\w*|oficios?|productos?|producen?|hacen?|que venden|venden|negocio|especialidad|ramo|productiv[oa]s? principal|linea (?:productiva|de trabajo)|rama productiva|quehacer|servicios? que|area (?:productiva|de trabajo|de negocios?)|sector productivo|sector economico)\b"),
    ("commune", 3, r"\b(?:comunas?|municipio)\b"),
    ("commune", 1, r"^ciudad$"),
    ("sector", 3, r"\b(?:sector|localidad\w*|villa|poblacion|pobl|pob|barrio|unidad vecinal|uv|zona|caserio|territorio)\b"),
    ("carer", 3, r"\bcuidador\w*|\bcuidad[oa]r?\b|\bcuida\b|\b(?:labores|trabajo|tareas) de cuidados?\b|\bcuidados\b"),
    # Names.
    ("name", 3, rf"\b(?:nombres?|nom|nomb)\b.*\b{_PEOPLE}\b|\b{_PEOPLE}\b.*\b(?:nombres?)\b|\bnombres?\b.*\b{_DISABILITY}\b"),
    ("name", 3, r"\bnombres? (?:y apellidos?|completos?|personas?)\b|^(?:integrante|socio a|socia|socio|participante|miembro|beneficiari[oa]|titular|persona(?! con| en| de d| cuid)|asociad[oa]|usuari[oa]|soci[oa] a?)\b"),
    ("disability", 3, rf"\b{_DISABILITY}\b"),
    ("recorded_on", 1, r"^(?:fecha|fec|fch)\b"),
    ("group", 3, rf"\b(?:nombres?|nom|razon|denominacion)\b.*\b{_GROUP}\b|^{_GROUP}\b.*\bnombre\b"),
    ("group", 1, rf"^numero {_GROUP}$"),
    ("group", 2, rf"\b{_GROUP}\b"),
    ("given_names", 2, r"^nombres$|^(?:primer|1er) nombre$|^nombres? (?:de )?pila$|^prenombres?$|^nombre s$"),
    ("name", 2, r"\b(?:nombres?|nom|nomb)\b"),
    ("notes", 3, r"\b(?:obs|observ|observaci\w*|comentarios?|notas?|glosa|detalles?|antecedentes)\b"),
)  # fmt: skip

#: Words too general to say whose they are: the wider header above completes them.
GENERAL_WORDS = frozenset(
    {"nombre", "nombres", "fecha", "run", "rut", "telefono", "fono", "numero", "tipo", "cual", "contacto", "estado"}
    | {"cantidad", "total", "apellidos", "apellido", "tiene", "digito", "detalle", "actividad"}
)
#: Words that a misspelt one may have meant.
VOCABULARY = (
    "nombre", "apellido", "agrupacion", "organizacion", "asociacion", "comuna", "sector", "localidad", "celular",
    "telefono", "contacto", "correo", "fecha", "nacimiento", "registro", "catastro", "discapacidad", "cuidadora",
    "cuidador", "representante", "integrante", "integrantes", "actividad", "productiva", "formalizada", "personalidad",
    "juridica", "cantidad", "observaciones", "comentarios", "diagnostico", "credencial", "materno", "paterno",
)  # fmt: skip
