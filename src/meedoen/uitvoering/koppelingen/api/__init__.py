"""The API under /api/v1: a calculation, and figures. What it promises stands in docs/api.md and openapi.json."""
