from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("incubator", "0009_guards"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("photo", "Fotografías y videos"),
                    ("whatsapp", "Mensajes por WhatsApp"),
                    ("private_adviser", "Compartir sus datos con una asesora privada"),
                    ("public_profile", "Aparecer en páginas públicas"),
                    ("quotation", "Citar sus palabras"),
                    ("afterwards", "Contactarla después del programa"),
                    ("private_fund", "Entregar sus documentos a un fondo privado"),
                ],
                max_length=20,
                verbose_name="finalidad",
            ),
        ),
        migrations.AlterField(
            model_name="consenttext",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("photo", "Fotografías y videos"),
                    ("whatsapp", "Mensajes por WhatsApp"),
                    ("private_adviser", "Compartir sus datos con una asesora privada"),
                    ("public_profile", "Aparecer en páginas públicas"),
                    ("quotation", "Citar sus palabras"),
                    ("afterwards", "Contactarla después del programa"),
                    ("private_fund", "Entregar sus documentos a un fondo privado"),
                ],
                max_length=20,
                verbose_name="finalidad",
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="kind",
            field=models.CharField(
                choices=[
                    ("attendance_sheet", "Lista de asistencia"),
                    ("photo", "Fotografía"),
                    ("minutes", "Acta"),
                    ("appointment", "Acto de nombramiento"),
                    ("census", "Planilla de catastro"),
                    ("deed", "Escritura o inscripción"),
                    ("report", "Informe"),
                    ("fund", "Documento de un fondo"),
                    ("other", "Otro documento"),
                ],
                default="other",
                max_length=20,
                verbose_name="qué es",
            ),
        ),
    ]
