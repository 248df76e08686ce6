"""Starts Spark, quietly; writes folders that appear when they are whole; says in plain Dutch what went wrong."""

import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from meedoen.recht.engine.errors import TabelFout

LAAGSTE_JAVA = 17
RIJEN_PER_STUK = 65_536
INSTELLINGEN = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(RIJEN_PER_STUK),
    "spark.ui.showConsoleProgress": "false",
}
"""Of every session: arithmetic that refuses instead of giving null, names as they are written, batches of our size."""
OP_DEZE_MACHINE = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.executorEnv.PYTHONPATH": str(Path(__file__).parents[3]),
}
"""Of a local master only: no doors to the network, and the very package that is running now."""
GEEN_PANDAS: tuple[Any, ...] = ("ignore", "PySpark does not yet fully support pandas", FutureWarning)
"""pyspark wants pandas to be there and warns of its version; nothing here uses it."""


class SparkFout(Exception):
    """Spark cannot be started, or stopped half-way; the message is Dutch and says what to do."""


@contextmanager
def sessie(master: str = "local[*]") -> Iterator[Any]:
    """A Spark session that writes nothing to the terminal and ends with the block. SparkFout when there can be none."""
    eis_spark()
    logboek = Path(tempfile.mkdtemp(prefix="meedoen-spark-")) / "spark.log"
    stil, is_mislukt = logging.NullHandler(), False
    logging.getLogger().addHandler(stil)  # else py4j writes pages to the terminal when somebody interrupts
    spark = _start(master, logboek)
    try:
        yield spark
    except SparkFout as fout:
        is_mislukt = True
        fout.add_note(f"Het logboek van Spark staat in {logboek}")
        raise
    finally:
        spark.stop()
        logging.getLogger().removeHandler(stil)
        if not is_mislukt:
            shutil.rmtree(logboek.parent, ignore_errors=True)


def _start(master: str, logboek: Path) -> Any:
    with warnings.catch_warnings():
        warnings.filterwarnings(*GEEN_PANDAS)
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession

        bouwer = SparkSession.builder.appName("meedoen").master(master)
        for sleutel, waarde in (INSTELLINGEN | (OP_DEZE_MACHINE if master.startswith("local") else {})).items():
            bouwer = bouwer.config(sleutel, waarde)
        if master.startswith("local"):
            os.environ["PYSPARK_PYTHON"] = sys.executable
        bij_afbreken = signal.getsignal(signal.SIGINT)
        try:
            with _uitvoer_naar(logboek):
                spark = bouwer.getOrCreate()
            if threading.current_thread() is threading.main_thread():
                signal.signal(signal.SIGINT, bij_afbreken)  # that of pyspark asks Java while Java is being asked
            return spark
        except (PySparkException, Py4JError, OSError, ValueError) as fout:
            raise SparkFout(f"Spark start niet op {master}: {oorzaak(fout)} Logboek: {logboek}") from fout


def eis_spark() -> None:
    """SparkFout when pyspark or Java is not there."""
    if find_spec("pyspark") is None:
        raise SparkFout("Voor --op spark is pyspark nodig. Installeer het met: pip install 'meedoen[spark]'")
    versie = _java()
    if versie is None:
        raise SparkFout(
            f"Voor --op spark is Java {LAAGSTE_JAVA} of nieuwer nodig. "
            "Zet het op het pad, of wijs het aan met JAVA_HOME. Zonder Spark rekent --op machine hetzelfde."
        )
    if versie < LAAGSTE_JAVA:
        raise SparkFout(f"Voor --op spark is Java {LAAGSTE_JAVA} of nieuwer nodig; hier staat Java {versie}.")


def _java() -> int | None:
    """The version of the Java that Spark would start, or None."""
    thuis = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(thuis) / "bin") if thuis else None)
    if java is None:
        return None
    try:
        gezegd = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    gevonden = re.search(r'version "(?:1\.)?(\d+)', gezegd)
    return int(gevonden[1]) if gevonden else None


def oorzaak(fout: BaseException) -> str:
    """What went wrong in one line, without the pages of Java and Python around it."""
    regels = [regel for regel in str(fout).splitlines() if regel.strip()]
    if regels and regels[0].startswith("An error occurred while calling"):
        regels = [regel.lstrip(": ") for regel in regels[1:]]
    if any(regel.startswith("Traceback") for regel in regels):
        regels = [regel for regel in regels if not regel.startswith((" ", "\t", "Traceback"))][-1:]
    return regels[0].strip()[:300] if regels else type(fout).__name__


@contextmanager
def _uitvoer_naar(pad: Path) -> Iterator[None]:
    """Lets programs that start within the block write to a file for as long as they live, instead of our terminal."""
    sys.stdout.flush()
    sys.stderr.flush()
    eigen = os.dup(1), os.dup(2)
    with pad.open("wb") as bestand:
        os.dup2(bestand.fileno(), 1)
        os.dup2(bestand.fileno(), 2)
    try:
        yield
    finally:
        for nummer, bewaard in enumerate(eigen, 1):
            os.dup2(bewaard, nummer)
            os.close(bewaard)


@contextmanager
def map_voor(spark: Any, doel: str | None) -> Iterator[str | None]:
    """A folder to write to, which gets its name only when all went well. TabelFout when something stands there.

    An earlier result (a folder with Spark's mark _SUCCESS) is replaced.
    """
    if doel is None:
        yield None
        return
    paden = spark.sparkContext._jvm.org.apache.hadoop.fs.Path
    tijdelijk = doel.rstrip("/") + ".deel"
    van, naar = paden(tijdelijk), paden(doel)
    schijf = naar.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    if schijf.exists(naar) and not schijf.exists(paden(naar, "_SUCCESS")):
        raise TabelFout(f"{doel} bestaat al en is geen eerdere uitkomst van Spark; kies een andere naam.")
    schijf.delete(van, True)
    try:
        yield tijdelijk
        if schijf.exists(van):
            schijf.delete(naar, True)
            schijf.rename(van, naar)
    except KeyboardInterrupt:
        spark.sparkContext.cancelAllJobs()
        raise
    finally:
        schijf.delete(van, True)


def schrijf_tekst(spark: Any, doel: str, tekst: str) -> None:
    """Writes a text to a path as Spark knows it."""
    pad = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(doel)
    stroom = pad.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).create(pad)
    try:
        stroom.write(bytearray(tekst.encode()))
    finally:
        stroom.close()


@contextmanager
def vertaald(naam: str) -> Iterator[None]:
    """What Spark and Java throw, as one Dutch sentence."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with warnings.catch_warnings():
            warnings.filterwarnings(*GEEN_PANDAS)
            yield
    except (PySparkException, Py4JError) as fout:
        raise SparkFout(f"Spark kwam niet door {naam} heen: {oorzaak(fout)}") from fout
