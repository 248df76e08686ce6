"""Template tags of the answer to the council."""
