"""Where the SOP stands in a workspace on a day, and what can be done next."""
