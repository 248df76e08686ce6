"""From the first contact to the right desk: meldingen, the broad intake, steps and handovers."""
