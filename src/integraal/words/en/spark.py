"""What `integraal batch --motor spark` says, in English."""

WORDS = {
    "option.motor": "What works it out: duckdb (on this computer), or spark (for tables that outgrow one computer).",
    "option.spark_master": "Where Spark runs, such as spark://host:7077 or yarn. Left out: on all cores of this computer.",
    "usage.needs_spark": "that belongs to --motor spark.",
    "usage.not_with_spark": "that does not go together with --motor spark.",
    "usage.spark_no_stream": "with --motor spark, tables go from folder to folder; not through stdin or stdout.",
    "batch.rejects_by_file": "The rejected rows stand in {file}, with file, column and reason. The value itself is not there.",
    "batch.stopped_unwatched": "Stopped. Nothing was written.",
    "finding.no-pyspark": "Spark is not installed here.",
    "remedy.no-pyspark": "Type: pip install 'integraal[spark]'. If the table fits on this computer, leave --motor spark out.",
    "finding.no-java": "Spark needs Java {version} or newer, and we do not find it here.",
    "remedy.no-java": "Install Java {version} (OpenJDK), or set JAVA_HOME to the folder where it is.",
    "finding.spark-failed": "Spark could not go on ({reason}).",
    "finding.mixed-folder": "there are tables of different kinds in this folder ({forms}).",
    "remedy.mixed-folder": "Put each kind in a folder of its own.",
    "finding.other-header": "this file has other columns than the other files in the folder, or has them in another order.",
    "remedy.other-header": "Give every csv file in the folder the same first line.",
    "finding.quote-left-open": "a text in this file begins with a quotation mark, and the closing one is missing.",
    "remedy.quote-left-open": "Close that text. Otherwise nobody knows where a row ends.",
    "finding.folder-taken": "this folder holds something else than a table that Spark made. We do not replace it.",
    "remedy.folder-taken": "Choose another name.",
}
