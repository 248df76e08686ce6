"""Reference data, targets and policy figures: dated, sourced."""
