"""The vault of a group, and the documents that the bases of a call ask of an application."""
