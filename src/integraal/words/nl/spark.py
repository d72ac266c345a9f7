"""What `integraal batch --motor spark` says, in Dutch."""

WORDS = {
    "option.motor": "Waarmee we rekenen: duckdb (op deze computer), of spark (voor tabellen die niet op één computer passen).",
    "option.spark_master": "Waar Spark draait, zoals spark://host:7077 of yarn. Zonder: op alle kernen van deze computer.",
    "usage.needs_spark": "dat hoort bij --motor spark.",
    "usage.not_with_spark": "dat kan niet samen met --motor spark.",
    "usage.spark_no_stream": "met --motor spark gaan tabellen van map naar map; niet via stdin of stdout.",
    "batch.rejects_by_file": "De afgekeurde rijen staan in {file}, met bestand, kolom en reden. De waarde zelf staat er niet bij.",
    "batch.stopped_unwatched": "Gestopt. Er is niets geschreven.",
    "finding.no-pyspark": "Spark is hier niet geïnstalleerd.",
    "remedy.no-pyspark": "Typ: pip install 'integraal[spark]'. Past de tabel op deze computer, laat --motor spark dan weg.",
    "finding.no-java": "Spark heeft Java {version} of nieuwer nodig, en dat vinden we hier niet.",
    "remedy.no-java": "Installeer Java {version} (OpenJDK), of zet JAVA_HOME op de map waar het staat.",
    "finding.spark-failed": "Spark kon niet verder ({reason}).",
    "finding.mixed-folder": "in deze map staan tabellen van verschillende soort ({forms}).",
    "remedy.mixed-folder": "Zet elke soort in een eigen map.",
    "finding.other-header": "dit bestand heeft andere kolommen dan de andere bestanden in de map, of in een andere volgorde.",
    "remedy.other-header": "Geef elk csv-bestand in de map dezelfde eerste regel.",
    "finding.quote-left-open": "in dit bestand begint een tekst met een aanhalingsteken, en het tweede aanhalingsteken ontbreekt.",
    "remedy.quote-left-open": "Maak die tekst af. Anders weten we niet waar een rij eindigt.",
    "finding.folder-taken": "in deze map staat iets anders dan een tabel van Spark. We vervangen haar niet.",
    "remedy.folder-taken": "Kies een andere naam.",
}
