"""Steps that bring an older register to the present schema; run by `register.migrate` when one is opened."""
