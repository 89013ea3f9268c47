"""What is bought with the money of an application."""
