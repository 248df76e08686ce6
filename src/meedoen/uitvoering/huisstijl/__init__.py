"""Look and form: base templates, charts, print, design tokens."""
