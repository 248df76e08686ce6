"""Wet minimumloon en minimumvakantiebijslag, with the Besluit minimumjeugdloon."""
