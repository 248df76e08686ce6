"""What a resident may ask of what is held of him: a copy of it (AVG 15), and that it is mended (AVG 16)."""
