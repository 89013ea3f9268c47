"""Who looks after a group, since when and until when."""

from datetime import timedelta

from django import forms

from incubator import calendars
from incubator.forms import Form
from incubator.models import Post


class AssignForm(Form):
    """A post that may be put in charge, and since when."""

    post = forms.ModelChoiceField(label="Persona", queryset=Post.objects.none(), empty_label="Elija una persona")
    since = forms.DateField(label="Desde el")

    def __init__(self, *args, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = posts
        self.fields["post"].label_from_instance = lambda post: f"{post.user.full_name} · {post.get_role_display()}"
        self.fields["since"].initial = calendars.today


class EndForm(Form):
    """The last day somebody is in charge."""

    last_day = forms.DateField(label="Último día a cargo")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = calendars.today

    def until(self):
        """The first day it no longer holds."""
        return self.cleaned_data["last_day"] + timedelta(days=1)
