# One image: the platform with its locked dependencies. Data lives in /var/lib/meedoen or in PostgreSQL (DATABASE_URL).
FROM python:3.11-slim
RUN useradd --create-home --home-dir /var/lib/meedoen meedoen
WORKDIR /srv/meedoen
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY src src
COPY gevallen gevallen
COPY docs/persoonsgegevens.toml docs/persoonsgegevens.toml
COPY voorbeelden voorbeelden
RUN pip install --no-cache-dir --no-deps .
USER meedoen
ENV MEEDOEN_MAP=/var/lib/meedoen
EXPOSE 8000
CMD ["meedoen", "dienst", "start", "--migreer", "--adres", "0.0.0.0:8000"]
