"""The pages of «Fundadores y estatutos»."""
