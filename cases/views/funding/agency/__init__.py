"""What the agency says of an application, and the real filing."""
