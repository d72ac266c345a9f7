"""FLOOR 3: from values to pages. Sees only the model; composers lay out, renderers draw."""
