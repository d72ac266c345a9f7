"""The page of advice that stands on one screen."""
