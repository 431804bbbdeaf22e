"""The evidence bundle of a triwulan, its proof from the originals, and a lost register made anew."""
