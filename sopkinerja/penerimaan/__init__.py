"""The way in: amankan > kenali > baca > periksa > agendakan > arsipkan."""
