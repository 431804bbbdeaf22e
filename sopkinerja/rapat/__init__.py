"""The Rapat Monev form: what is laid before the meeting, and what comes back."""
