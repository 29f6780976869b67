"""An article's prose and mentions → its entries."""
