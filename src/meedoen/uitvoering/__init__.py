"""The platform: Django, one flat app per subject of the work."""
