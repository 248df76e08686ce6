"""The only place that knows every app: settings, urls, wsgi."""
