"""The answer to the council."""
