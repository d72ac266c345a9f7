"""integraal: reflection and triage for working together in care and welfare."""

__version__ = "2026.1.0"
