"""Ziektewet: the no-riskpolis of article 29b."""
