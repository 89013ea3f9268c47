"""How allauth behaves in this house: no open door, our words, our messages, and secrets encrypted at rest."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.mail import EmailMultiAlternatives
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

from incubator import account_texts, cipher, mailing, second_factor


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are born of an appointment; whoever entered a moment ago need not prove it again."""

    error_messages = DefaultAccountAdapter.error_messages | account_texts.ACCOUNT_ERRORS

    def is_open_for_signup(self, request):
        """Never: nobody signs up by themselves."""
        return False

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not within the time that settings give after entering or confirming."""
        recent = super().is_reauthentication_required(app=app, **kwargs)
        return recent and not _entered_recently(self.request)

    def send_mail(self, template_prefix, email, context):
        """As allauth's, in our look and on commit."""
        given = {"request": self.request, "email": email} | context
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", given).split())
        text = render_to_string(f"{template_prefix}_message.txt", given).strip()
        message = EmailMultiAlternatives(self.format_email_subject(subject), text, self.get_from_email(), [email])
        mailing.deliver(message, _in_our_look(template_prefix, given | {"subject": subject, "text": text}))


def _in_our_look(template_prefix, given):
    """The message's own drawing, or its words on our sheet."""
    given = {"action_url": "", "action_label": "", "incubator_name": ""} | given
    try:
        return render_to_string(f"{template_prefix}_message.html", given)
    except TemplateDoesNotExist:
        words = given["text"].split("\n--\n")[0]  # the sheet has its own foot
        return render_to_string("emails/words.html", given | {"text": words})


def _entered_recently(request):
    records = get_authentication_records(request, request.user) if request else []
    return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


class MFAAdapter(DefaultMFAAdapter):
    """The second factor: its secrets are encrypted with the keys of fields, and whoever needs it cannot take it off."""

    error_messages = DefaultMFAAdapter.error_messages | account_texts.MFA_ERRORS

    def encrypt(self, text):
        """The secret under the newest key."""
        return cipher.encrypt(text)

    def decrypt(self, encrypted_text):
        """The secret in clear."""
        return cipher.decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        """Not while the person's posts ask for it."""
        return not second_factor.is_asked_of(authenticator.user)
