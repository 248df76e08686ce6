"""Template tags that lead to the pages of the law."""
