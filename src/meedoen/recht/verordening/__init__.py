"""The open terms that a council fills in, with the bounds that the law sets. The first term comes with the first
ordinance.
"""
