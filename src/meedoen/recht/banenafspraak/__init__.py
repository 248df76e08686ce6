"""Wet financiering sociale verzekeringen 34, 38b-38j, 122n and 122na: banenafspraak and quotum."""
