"""Wet sociale werkvoorziening: who kept his place when the Participatiewet closed it."""
