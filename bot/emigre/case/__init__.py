"""My case: who is in it, where each stands, and how somebody wants to be reminded."""
