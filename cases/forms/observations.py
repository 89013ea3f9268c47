"""What the DAES asked for, point by point, and what was answered."""

from django import forms

from incubator.forms import Form


class PointsForm(Form):
    """Several points at once, numbered as the DAES does."""

    ROOM = 4

    def __init__(self, *args, due_on=None, **kwargs):
        super().__init__(*args, **kwargs)
        for place in range(1, self.ROOM + 1):
            self.fields[f"text_{place}"] = forms.CharField(
                label=f"Punto {place}: qué pide", max_length=500, required=place == 1,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
            self.fields[f"due_{place}"] = forms.DateField(
                label=f"Punto {place}: responder hasta", required=False, initial=due_on
            )

    def points(self):
        """(text, day) of each one written."""
        cleaned = self.cleaned_data
        places = range(1, self.ROOM + 1)
        rows = [(cleaned.get(f"text_{place}", "").strip(), cleaned.get(f"due_{place}")) for place in places]
        return [row for row in rows if row[0]]


class AnswersForm(Form):
    """What was answered to each point that waits."""

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = {f"point_{point.pk}": point for point in points}
        for name, point in self.points.items():
            self.fields[name] = forms.CharField(
                label=f"{point.number}. {point.text}", max_length=500, required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def answers(self):
        """Point → what was answered."""
        return {point: text for name, point in self.points.items() if (text := self.cleaned_data.get(name, "").strip())}
