"""The one way to send a message: a template in two forms, words and look, sent when the change it tells is kept."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string


def address(path):
    """A path of ours as a whole address, for a message read far from the site."""
    return settings.MINGA_URL.rstrip("/") + path


def send(*, to, subject, template, **context):
    """Send templates/emails/<template>.html and .txt to one address, on commit.

    The words are made now, so that what they say is what the transaction saw; `action_url` and `action_label` are the
    one button. Nobody else's address is ever in it.
    """
    given = {"action_url": "", "action_label": "", "incubator_name": "", "subject": subject} | context
    text = render_to_string(f"emails/{template}.txt", given)
    markup = render_to_string(f"emails/{template}.html", given)
    deliver(EmailMultiAlternatives(_one_line(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject), text, to=[to]), markup)


def deliver(message, markup):
    """Attach the look to the words and hand the message over once the transaction is kept."""
    message.attach_alternative(markup, "text/html")
    # A mail server that is down must not undo what was done: the failure is logged, and the message can be asked again.
    transaction.on_commit(message.send, robust=True)


def _one_line(text):
    return " ".join(text.split())
