"""Persons, dwellings, relations and facts with origin and period."""
