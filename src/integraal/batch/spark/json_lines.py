"""Read lines of JSON with Spark so that no object is lost, and of two values none is chosen.

Spark by itself reads the first of two objects on a line, and the last of two keys. Here such a line
is a record that is broken, as in DuckDB.
"""

from typing import TYPE_CHECKING

from integraal.batch.cells import list_as_text
from integraal.batch.dialects import SPARK
from integraal.batch.spark.session import TWICE
from integraal.model.finding import Place, faulty

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession
    from pyspark.sql.types import StructField

FILE = "the file"
BROKEN = "the record"
"""Columns of our own: in which file a record stands, and the record where it is broken."""
_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_GOES_ON = r"\}\s*[^\s,\]}]"
"""A text in JSON, in a way in which Java needs no room for a long one; and, texts left out, an
object after which the line goes on with something."""
_HAS_LIST = r":\s*\["
_STRICTLY = {"primitivesAsString": "true", "allowSingleQuotes": "false"}
"""How an object is read."""


def check_lines(spark: "SparkSession", source: str, place: Place) -> None:
    """Refuse a file with all objects in one list: Spark would read no line of it as an object.

    Raises:
        Faulty: naming one such file.
    """
    lines = spark.read.text(source).where("_metadata.file_block_start = 0 AND trim(value) <> ''")
    begins = lines.selectExpr("_metadata.file_path AS file", "ltrim(value) AS value")
    first = begins.groupBy("file").agg({"value": "first"}).toDF("file", "value")
    found = first.where("value LIKE '[%'").head()
    if found is not None:
        raise faulty("json-list", place)


def json_lines(spark: "SparkSession", source: str) -> "DataFrame":
    """Read one record a line, with FILE, and with BROKEN where a line is no object by itself.

    Args:
        spark: A session.
        source: A path or address as Spark wants it.
    """
    from pyspark.sql import functions as sql
    from pyspark.sql.types import ArrayType, StringType, StructField, StructType

    lines = spark.read.text(source)
    parts = [name for name in lines.columns if name != "value"]
    value = sql.col("value")
    found = _fields(spark, source, lines)
    inside = [field for field in found if field.name not in (BROKEN, *parts)]
    kind = StructType([*inside, StructField(BROKEN, StringType())])
    texts = [field.name for field in inside if isinstance(field.dataType, StringType)]
    lists = StructType([StructField(name, ArrayType(StringType())) for name in texts])
    said = {"columnNameOfCorruptRecord": BROKEN, **_STRICTLY}
    objects = lines.where(sql.trim(value) != "").select(
        sql.from_json(value, kind, said).alias("object"),
        # Where one line has a list and another a text, both are texts to Spark.
        sql.when(value.rlike(_HAS_LIST), sql.from_json(value, lists, _STRICTLY)).alias("lists"),
        sql.when(_is_broken(), value).alias("flagged"),
        sql.col("_metadata.file_name").alias(FILE),
        *parts,
    )
    read, listed = sql.col("object"), sql.col("lists")
    fields = {field.name: read.getField(field.name) for field in inside}
    for name in texts:
        item = f"lists.{SPARK.name(name)}"
        as_text = sql.expr(list_as_text(item, SPARK))
        fields[name] = sql.when(listed.getField(name).isNotNull(), as_text).otherwise(fields[name])
    return objects.select(
        *(found.alias(name) for name, found in fields.items()),
        sql.coalesce("flagged", read.getField(BROKEN)).alias(BROKEN),
        FILE,
        *parts,
    )


def _is_broken() -> "Column":
    """Whether the line goes on after its object, or has a key twice."""
    from pyspark.sql import functions as sql

    keys = sql.json_object_keys("value")
    goes_on = sql.regexp_replace("value", _TEXT, "").rlike(_GOES_ON)
    has_twice = sql.size(keys) != sql.size(sql.array_distinct(keys))
    return goes_on | sql.coalesce(has_twice, sql.lit(False))


def _fields(spark: "SparkSession", source: str, lines: "DataFrame") -> "list[StructField]":
    """The keys of all objects, those of an object included in which a key stands twice."""
    from pyspark.errors import AnalysisException
    from pyspark.sql.types import StringType, StructField

    reader = spark.read.option("columnNameOfCorruptRecord", BROKEN)
    try:
        return reader.json(source, **_STRICTLY).schema.fields
    except AnalysisException as error:
        if error.getCondition() != TWICE:
            raise
    sound = lines.where(~_is_broken()).rdd.map(lambda row: row.value)
    found = reader.json(sound, **_STRICTLY).schema.fields
    broken = lines.where(_is_broken()).selectExpr("explode(json_object_keys(value)) AS name")
    names = {str(row.name) for row in broken.distinct().collect()}
    more = sorted(names - {field.name for field in found})
    return [*found, *(StructField(name, StringType()) for name in more)]
