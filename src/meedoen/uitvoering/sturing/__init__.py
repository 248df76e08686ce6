"""Counting: every figure with definition, unit, reference date, source and rows."""
