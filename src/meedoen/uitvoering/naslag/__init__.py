"""The law as pages: every rule, amount, fact and term with its text, period, source and cases; and receipts."""
