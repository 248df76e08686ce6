"""Clock, users and rights, the two logs, units."""
