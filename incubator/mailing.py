"""The one way to send a message: a template in two forms, words and look, sent when the change it tells is kept."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string


def address(path):
    """A path of ours as a whole address, for a message read far from the site."""
    return settings.MINGA_URL.rstrip("/") + path


def send(*, to, subject, template, failed=None, **context):
    """Send templates/emails/<template>.html and .txt to one address, on commit.

    The words are made now, so that what they say is what the transaction saw; `action_url` and `action_label` are the
    one button. Nobody else's address is ever in it. `failed` is called when the mail server does not take it.
    """
    given = {"action_url": "", "action_label": "", "incubator_name": "", "subject": subject} | context
    text = render_to_string(f"emails/{template}.txt", given)
    markup = render_to_string(f"emails/{template}.html", given)
    message = EmailMultiAlternatives(_one_line(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject), text, to=[to])
    deliver(message, markup, failed)


def deliver(message, markup, failed=None):
    """Attach the look to the words and hand the message over once the transaction is kept."""
    message.attach_alternative(markup, "text/html")

    def hand_over():
        try:
            message.send()
        except Exception:
            if failed is not None:
                failed()
            raise

    # A mail server that is down must not undo what was done: the failure is logged, and the message can be asked again.
    transaction.on_commit(hand_over, robust=True)


def _one_line(text):
    return " ".join(text.split())
