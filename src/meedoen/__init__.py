"""Meedoen: law, daily work and account of the Participatiewet from one source of truth."""
