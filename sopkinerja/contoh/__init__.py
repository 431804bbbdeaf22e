"""The sample OPD, and officers who fill forms."""
