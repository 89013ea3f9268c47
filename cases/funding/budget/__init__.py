"""The budget of an application: its sums, what the bases let it ask, and what each number is made of."""
