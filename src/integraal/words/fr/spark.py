"""What `integraal batch --motor spark` says, in French."""

WORDS = {
    "option.motor": "Avec quoi nous calculons : duckdb (sur cet ordinateur), ou spark (pour des tableaux trop grands pour un seul ordinateur).",
    "option.spark_master": "Où tourne Spark, par exemple spark://host:7077 ou yarn. Sans cette option : sur tous les cœurs de cet ordinateur.",
    "usage.needs_spark": "cela va avec --motor spark.",
    "usage.not_with_spark": "cela ne va pas avec --motor spark.",
    "usage.spark_no_stream": "avec --motor spark, les tableaux vont de dossier en dossier ; pas par stdin ni stdout.",
    "batch.rejects_by_file": "Les lignes refusées sont dans {file}, avec le fichier, la colonne et la raison. La valeur elle-même n'y est pas.",
    "batch.stopped_unwatched": "Arrêté. Rien n'a été écrit.",
    "finding.no-pyspark": "Spark n'est pas installé ici.",
    "remedy.no-pyspark": "Tapez : pip install 'integraal[spark]'. Si le tableau tient sur cet ordinateur, omettez --motor spark.",
    "finding.no-java": "Spark a besoin de Java {version} ou plus récent, et nous ne le trouvons pas ici.",
    "remedy.no-java": "Installez Java {version} (OpenJDK), ou donnez à JAVA_HOME le dossier où il se trouve.",
    "finding.spark-failed": "Spark n'a pas pu continuer ({reason}).",
    "finding.mixed-folder": "ce dossier contient des tableaux de formes différentes ({forms}).",
    "remedy.mixed-folder": "Mettez chaque forme dans son propre dossier.",
    "finding.other-header": "ce fichier a d'autres colonnes que les autres fichiers du dossier, ou dans un autre ordre.",
    "remedy.other-header": "Donnez à chaque fichier csv du dossier la même première ligne.",
    "finding.quote-left-open": "un texte de ce fichier commence par un guillemet, et le guillemet fermant manque.",
    "remedy.quote-left-open": "Fermez ce texte. Sinon, personne ne sait où une ligne se termine.",
    "finding.folder-taken": "ce dossier contient autre chose qu'un tableau fait par Spark. Nous ne le remplaçons pas.",
    "remedy.folder-taken": "Choisissez un autre nom.",
}
