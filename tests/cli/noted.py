"""A case of May, to note agreements and decisions in."""

MAY = """schema: integraal/casus/1
casus: C-1
land: nl
moment: 2026-05-01
instruments: {voor-wie-doen-we-wat: "2026.1"}
answers:
  aantal_professionals: drie_of_meer   # zei de huisarts
  veiligheid: geen_zorg
"""
