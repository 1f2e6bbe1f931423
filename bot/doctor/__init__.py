"""`majakka doctor`: looks at everything, changes nothing, says what to mend."""
