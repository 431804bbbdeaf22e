"""The register: what was issued, received and decided (SQLite)."""
