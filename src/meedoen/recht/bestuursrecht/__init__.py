"""Algemene wet bestuursrecht: what the college itself arranges about its decisions. Terms stand in `termijnen.py`."""
