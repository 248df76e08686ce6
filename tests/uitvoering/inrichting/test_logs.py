"""Log lines tell what happened, and lead to nobody."""

import json
import logging
import logging.config
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from meedoen.uitvoering.inrichting.logs import logging_instellingen, noteer_verzoeken, zonder_tekens

BSN = "999990019"
SECRETS = {
    f"bsn {BSN}": "bsn [9 cijfers]",
    "mail jan.jansen@gemeente.example nu": "mail [e-mail] nu",
    f"duplicate key value\nDETAIL:  Key (bsn)=({BSN}) already exists.\nLINE 1": "duplicate key value\nLINE 1",
    "1234567890 is geen BSN": "1234567890 is geen BSN",
}


FORMS = pytest.mark.parametrize("form", ["json", "tekst"])


def written_by(act: Callable[[], object], form: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What `act` writes on standard error through the real configuration."""
    logging.config.dictConfig(logging_instellingen(form, "INFO"))
    capsys.readouterr()
    act()
    return capsys.readouterr().err


@pytest.mark.parametrize("text", SECRETS)
def test_what_leads_to_a_person_goes(text: str) -> None:
    assert zonder_tekens(text) == SECRETS[text]


@FORMS
def test_a_refused_row_does_not_bring_its_values_into_the_log(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        try:
            raise ValueError("duplicate\nDETAIL:  Key (bsn)=(" + BSN + ") already exists.")
        except ValueError:
            logging.getLogger("meedoen.proef").exception("mislukt voor %s", BSN)

    written = written_by(fail, form, capsys)
    assert "ValueError: duplicate" in written and "Traceback" in written
    assert BSN not in written


@FORMS
def test_a_failing_page_is_logged_by_its_route_and_not_by_its_address(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    request = RequestFactory().get("/wachtwoord?bsn=" + BSN)
    request.resolver_match = resolve("/wachtwoord")
    about = {"request": request, "status_code": 500}

    def fail() -> None:
        logging.getLogger("django.request").error("Internal Server Error: %s", "/dossiers/D000123", extra=about)

    written = written_by(fail, form, capsys)
    assert "500 GET wachtwoord" in written
    assert BSN not in written and "D000123" not in written


def test_json_lines_are_json() -> None:
    formatter_settings = logging_instellingen("json", "INFO")["formatters"]["regel"]
    formatter = formatter_settings["()"](
        processors=formatter_settings["processors"], foreign_pre_chain=formatter_settings["foreign_pre_chain"]
    )
    record = logging.LogRecord("meedoen.proef", logging.INFO, __file__, 1, "één %s", ("regel",), None)
    line = json.loads(formatter.format(record))
    assert {key: line[key] for key in ("event", "level", "logger")} == {
        "event": "één regel",
        "level": "info",
        "logger": "meedoen.proef",
    }


@FORMS
def test_each_request_is_one_line_with_route_status_and_duration(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        request.resolver_match = resolve("/wachtwoord")
        return HttpResponse(status=204)

    written = written_by(lambda: noteer_verzoeken(answer)(RequestFactory().get("/wachtwoord")), form, capsys)
    (line,) = written.splitlines()
    assert all(part in line for part in ("wachtwoord", "204", "milliseconden"))


def test_without_the_level_there_is_no_line_and_no_work() -> None:
    logging.config.dictConfig(logging_instellingen("json", "WARNING"))
    with pytest.raises(MiddlewareNotUsed):
        noteer_verzoeken(lambda request: HttpResponse())


@pytest.mark.parametrize(("form", "level"), [("xml", "INFO"), ("json", "LUID")])
def test_a_form_or_level_that_does_not_exist_is_an_error(form: str, level: str) -> None:
    with pytest.raises(ValueError, match="bestaat niet; kies"):
        logging_instellingen(form, level)


@pytest.fixture(autouse=True)
def _restore() -> Any:
    """Give the other tests their own logging back."""
    from django.conf import settings

    yield
    logging.config.dictConfig(settings.LOGGING)
