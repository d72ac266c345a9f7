"""Parts of sentences that several pages share."""
