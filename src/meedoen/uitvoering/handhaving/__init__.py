"""From a signal that an obligation was not met, by the zienswijze, to a measure over months, a boete, or none."""
