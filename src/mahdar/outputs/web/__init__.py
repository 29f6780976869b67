"""The desk: web pages over a register, in Arabic and English; they ask and show, and hold no logic."""
