"""What a session was about, as chips: the words an advisor marks. Stored as codes; several per session."""

from django.db.models import TextChoices


class Topic(TextChoices):
    """Subjects of accompaniment, in the order a group usually meets them."""

    ROLES = "roles", "Organización y roles"
    DECISIONS = "decisions", "Toma de decisiones"
    PRODUCT = "product", "Producto o servicio"
    COSTS = "costs", "Costos y precio"
    SALES = "sales", "Ventas y clientes"
    PLAN = "plan", "Plan de negocio"
    LEGAL = "legal", "Estatuto y formalización"
    ACCOUNTS = "accounts", "Contabilidad y SII"
    PERMITS = "permits", "Permisos y patente"
    FUNDS = "funds", "Fondos y postulaciones"
    DIGITAL = "digital", "Herramientas digitales"
    SAFETY = "safety", "Seguridad y salud laboral"
    RIGHTS = "rights", "Derechos y accesibilidad"
    NETWORKS = "networks", "Redes y alianzas"
