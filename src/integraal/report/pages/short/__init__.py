"""The page of an advice that stands on one screen."""
