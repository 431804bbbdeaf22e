"""What every form is: its record of issue, its raw cells, issuing, correcting."""
