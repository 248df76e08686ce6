"""Placements, Wsw contracts and advices on beschut werk."""
