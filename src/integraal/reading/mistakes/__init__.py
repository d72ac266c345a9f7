"""What an author probably did, said at the place where it was done."""
