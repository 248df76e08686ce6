"""Participatiewet: one file per subject, its dated amounts beside it."""
