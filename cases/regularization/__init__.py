"""Putting an existing cooperative in order: its life, its reading, its yearly duties."""
