"""A package: what is frozen when an application is ready, and everything that is made from that snapshot alone."""
