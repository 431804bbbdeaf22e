"""Two workbooks that were handed out, side by side: what the newer one says otherwise."""
