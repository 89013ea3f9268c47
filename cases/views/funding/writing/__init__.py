"""Writing an application: opening it, its form, its review, and what the group and the bases ask of it."""
