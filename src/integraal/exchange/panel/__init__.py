"""The sheets of a panel of raters as tables: a workbook and CSV."""
