"""The environment of the tests: one fixed day, a data folder of their own, the engine that MEEDOEN_TEST_DB asks for.

`MEEDOEN_TEST_DB=sqlite` (default) or `postgres`. PostgreSQL is looked for at MEEDOEN_TEST_POSTGRES (a URL), else on the
local socket, else on 127.0.0.1:5432. Where none answers all is skipped with a reason; with CI=true the run fails.
The environment is set here, before Django reads its settings, so there is no second settings file.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

VANDAAG = "2026-11-22"
GEEN_POSTGRES = (
    "no PostgreSQL answers at MEEDOEN_TEST_POSTGRES, on the local socket or at 127.0.0.1:5432; these tests did not run"
)
RUN = os.getpid()


def _candidates() -> list[str]:
    """Where PostgreSQL may answer, in order."""
    if named := os.environ.get("MEEDOEN_TEST_POSTGRES"):
        return [named]
    return [
        "postgresql:///postgres",
        "postgresql:///postgres?user=postgres",
        "postgresql://postgres@127.0.0.1:5432/postgres",
    ]


def _find_postgres() -> str | None:
    """The first PostgreSQL that answers and lets us make databases, as a URL to a database of this run."""
    for url in _candidates():
        try:
            with psycopg.connect(url, connect_timeout=3) as connection:
                row = connection.execute(
                    "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                ).fetchone()
                parts = connection.info.get_parameters() | {"dbname": f"meedoen_{RUN}"}
        except psycopg.OperationalError:
            continue
        if row and row[0]:
            query = {key: value for key, value in parts.items() if key in {"host", "port", "user", "password"}}
            return f"postgresql:///{parts['dbname']}?" + "&".join(f"{k}={v}" for k, v in query.items())
    return None


def _prepare() -> bool:
    """Set the environment; whether the engine that was asked for answers. A worker of xdist inherits it all."""
    engine = os.environ.get("MEEDOEN_TEST_DB", "sqlite")
    if "PYTEST_XDIST_WORKER" in os.environ:
        return engine == "sqlite" or "DATABASE_URL" in os.environ
    map_ = Path(tempfile.gettempdir()) / f"meedoen-tests-{RUN}"
    map_.mkdir(parents=True, exist_ok=True)
    os.environ["MEEDOEN_MAP"] = str(map_)
    os.environ["MEEDOEN_CACHE"] = str(map_ / "kernels")  # compiled once for all workers, and for nobody else
    os.environ["MEEDOEN_VANDAAG"] = VANDAAG
    os.environ["MEEDOEN_LOG_NIVEAU"] = "WARNING"
    os.environ["DJANGO_SETTINGS_MODULE"] = "meedoen.uitvoering.inrichting.settings"
    os.environ.pop("DATABASE_URL", None)
    if engine == "sqlite":
        return True
    if engine != "postgres":
        raise pytest.UsageError(f"MEEDOEN_TEST_DB={engine}: choose sqlite or postgres")
    if url := _find_postgres():
        os.environ["DATABASE_URL"] = url
        return True
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"CI=true, and {GEEN_POSTGRES}")
    return False


ENGINE_ANSWERS = _prepare()


def pytest_configure() -> None:
    """Read the settings now that the environment is right; pytest-django then starts Django."""
    from django.conf import settings

    assert settings.DATABASES


def pytest_unconfigure() -> None:
    """Remove the data folder; the last one to leave is the process that started the workers."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ["MEEDOEN_MAP"], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long files first, so that no worker ends with one. On PostgreSQL only what reaches the database.

    Everything is skipped, with the reason, where PostgreSQL was asked for and none answers.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
    if os.environ.get("MEEDOEN_TEST_DB") == "postgres":
        elders = [item for item in items if not _reaches_the_database(item)]
        config.hook.pytest_deselected(items=elders)
        items[:] = [item for item in items if item not in set(elders)]
    if not ENGINE_ANSWERS:
        for item in items:
            item.add_marker(pytest.mark.skip(reason=GEEN_POSTGRES))


def _reaches_the_database(item: pytest.Item) -> bool:
    """Whether a test uses the database of the run, through Django or by itself; others say the same on any engine."""
    through = {"db", "transactional_db", "live_server"}.intersection(getattr(item, "fixturenames", ()))
    return bool(through or item.get_closest_marker("django_db") or item.get_closest_marker("engine"))


@pytest.fixture(scope="session", autouse=True)
def _fast_passwords() -> Iterator[None]:
    """Hash passwords fast. Only here: the settings of the service keep Django's slow hasher."""
    from django.test.utils import override_settings

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session", autouse=True)
def _flush_lifts_the_guard() -> Iterator[None]:
    """Django empties every table after a test with real transactions; the guard of the logs refuses that.

    The noting of changes rests meanwhile too, or the log would tell of the emptying.
    """
    from django.core.management.commands import flush
    from django.db import connection

    from meedoen.uitvoering.kern.append_only import bewaak, bewaakte_tabellen, laat_los
    from meedoen.uitvoering.kern.changes import installeer, verwijder

    really_flush = flush.Command.handle

    def flush_without_guard(self: flush.Command, **options: Any) -> str | None:
        guarded = bewaakte_tabellen(connection)
        verwijder()
        with connection.schema_editor() as editor:
            for table in guarded:
                laat_los(editor, table)
        result = really_flush(self, **options)
        with connection.schema_editor() as editor:
            for table in guarded:
                bewaak(editor, table)
        installeer()
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush.Command, "handle", flush_without_guard)
        yield


@pytest.fixture
def gebruiker(db: None) -> Callable[..., Any]:
    """`gebruiker(rol, gemeenten)`: a user with this role, tied to these CBS codes (a list; default none)."""
    from meedoen.uitvoering.kern.models import Gebruiker, GebruikerGemeente

    def maak(rol: str, gemeenten: list[str] | tuple[str, ...] = ()) -> Gebruiker:
        user = Gebruiker.objects.create_user(
            f"{rol}-{Gebruiker.objects.count()}", password="wachtwoord van de test", rol=rol
        )
        GebruikerGemeente.objects.bulk_create(GebruikerGemeente(gebruiker=user, gemeentecode=c) for c in gemeenten)
        return user

    return maak


@pytest.fixture
def client_als(gebruiker: Callable[..., Any]) -> Callable[..., Any]:
    """`client_als(rol, gemeenten)`: a test client signed in as such a user (the user is `client.gebruiker`)."""
    from django.test import Client

    def aangemeld(rol: str, gemeenten: list[str] | tuple[str, ...] = ()) -> Client:
        client = Client()
        user = gebruiker(rol, gemeenten)
        client.force_login(user)
        client.gebruiker = user  # type: ignore[attr-defined]
        return client

    return aangemeld
