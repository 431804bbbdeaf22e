"""Row 5 of the SOP: the Matriks Akumulasi and what is written beside it."""
