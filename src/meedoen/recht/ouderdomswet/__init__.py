"""Algemene Ouderdomswet: only the pensioengerechtigde leeftijd."""
