"""How nothing is lost: what comes in is stored first, what goes out is stored first."""
