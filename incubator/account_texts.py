"""What allauth says when something about an account cannot be accepted, in our words; the adapters take these."""

ACCOUNT_ERRORS = {
    "account_inactive": "Esta cuenta está cerrada. Pida a quien coordina su incubadora que la abra otra vez.",
    "cannot_remove_primary_email": "No puede quitar su correo principal. Elija otro como principal y pruebe otra vez.",
    "duplicate_email": "Ese correo ya está en su cuenta.",
    "email_password_mismatch": "El correo o la contraseña no coinciden. Revise ambos y vuelva a intentarlo.",
    "email_taken": "Ese correo ya tiene una cuenta. Entre con él o recupere su contraseña.",
    "enter_current_password": "Esa no es su contraseña actual. Escríbala otra vez.",
    "incorrect_code": "Ese código no sirve. Espere el siguiente y escríbalo antes de que cambie.",
    "incorrect_password": "Esa no es su contraseña. Escríbala otra vez.",
    "invalid_or_expired_key": "El enlace venció o ya se usó. Pida otro.",
    "invalid_login": "No pudimos abrir su cuenta con esos datos. Revíselos y vuelva a intentarlo.",
    "invalid_password_reset": "El enlace para elegir otra contraseña ya no sirve. Pida otro.",
    "max_email_addresses": "Una cuenta puede tener hasta %d correos. Quite uno antes de agregar otro.",
    "too_many_login_attempts": "Fueron demasiados intentos. Espere unos minutos y vuelva a probar.",
    "unknown_email": "Ese correo no tiene cuenta. Pruebe con el correo donde recibió su invitación.",
    "unverified_primary_email": "Para que un correo sea el principal, primero confírmelo.",
    "select_only_one": "Elija solo una opción.",
    "same_as_current": "Escriba un valor distinto del actual.",
    "rate_limited": "Fueron demasiadas solicitudes seguidas. Espere un momento y vuelva a probar.",
}

MFA_ERRORS = {
    "add_email_blocked": "Su cuenta usa verificación en dos pasos: para agregar un correo, desactívela primero.",
    "cannot_delete_authenticator": "Su cargo exige la verificación en dos pasos: no se puede desactivar.",
    "cannot_generate_recovery_codes": "Active primero la aplicación de códigos; con ella vienen los de respaldo.",
    "incorrect_code": ACCOUNT_ERRORS["incorrect_code"],
    "unverified_email": "Antes de activar la verificación en dos pasos, confirme su correo.",
}
