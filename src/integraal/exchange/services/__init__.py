"""The services of a network as other programs have them: a list, a workbook, HSDS."""
