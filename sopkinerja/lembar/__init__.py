"""The form engine: templates compiled to slots, identity, issuing bytes."""
