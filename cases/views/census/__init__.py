"""The screens of the census import: the file, what was understood, what will happen, and the result."""
