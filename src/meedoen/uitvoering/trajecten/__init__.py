"""Diagnoses, plans and instruments: the way from a question to work, with the terms that run."""
