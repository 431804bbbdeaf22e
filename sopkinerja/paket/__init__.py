"""The forms of a triwulan packed for each unit, and the list by which they are sent."""
