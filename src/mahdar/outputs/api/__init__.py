"""The REST interface under `/api/v1`: the register for other programs, over the network."""
