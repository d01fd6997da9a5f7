-- A private project in which the municipality may refer tenants (tilvise) to a number of dwellings at once. The private owner
-- lets, so there is no lease of ours; only which dwellings are in use, and the number that may be.
CREATE TABLE tilvisningsavtale (
    id                  uuid PRIMARY KEY,
    prosjekt            text NOT NULL,
    utleier             text NOT NULL,
    organisasjonsnummer text,
    antall_boliger      integer NOT NULL CHECK (antall_boliger > 0),
    andel               numeric(4, 3) NOT NULL CHECK (andel > 0 AND andel <= 1),
    tak                 integer NOT NULL CHECK (tak BETWEEN 0 AND antall_boliger),
    merknad             text,                       -- why tak is more than the share gives
    fra                 date NOT NULL,
    til                 date NOT NULL CHECK (til > fra),
    besluttet_av        text NOT NULL
);

CREATE TABLE tilvisning (
    id          uuid PRIMARY KEY,
    avtale_id   uuid NOT NULL REFERENCES tilvisningsavtale,
    boenhet     text NOT NULL,                      -- any dwelling of the project, by what it is called there
    fra         date NOT NULL,
    til         date CHECK (til > fra),
    CONSTRAINT tilvisning_boenhet EXCLUDE USING gist (avtale_id WITH =, boenhet WITH =, daterange(fra, til) WITH &&)
);
CREATE INDEX tilvisning_avtale ON tilvisning (avtale_id, id);

-- Never more at once than the agreement allows. The agreement's row is locked first, so that of two at the same time the
-- second counts what the first has taken. In a period the number is highest on a day when one begins.
CREATE FUNCTION tilvisning_tak() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hoeyst integer;
BEGIN
    SELECT tak INTO hoeyst FROM tilvisningsavtale WHERE id = NEW.avtale_id FOR UPDATE;
    IF EXISTS (
        SELECT FROM (SELECT NEW.fra AS dag UNION
                     SELECT fra FROM tilvisning WHERE avtale_id = NEW.avtale_id AND fra > NEW.fra AND (NEW.til IS NULL OR fra < NEW.til)) d
        WHERE (SELECT count(*) FROM tilvisning t
               WHERE t.avtale_id = NEW.avtale_id AND t.id <> NEW.id AND t.fra <= d.dag AND (t.til IS NULL OR t.til > d.dag)) >= hoeyst)
    THEN
        RAISE EXCEPTION 'more than % at once', hoeyst USING ERRCODE = 'check_violation', CONSTRAINT = 'tilvisning_tak', TABLE = 'tilvisning';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tilvisning_tak BEFORE INSERT OR UPDATE OF fra, til ON tilvisning FOR EACH ROW EXECUTE FUNCTION tilvisning_tak();

-- What the municipality rents of a private owner in order to let it out again.
CREATE TABLE innleieavtale (
    id                      uuid PRIMARY KEY,
    bolig_id                uuid NOT NULL REFERENCES bolig,
    utleier                 text NOT NULL,
    organisasjonsnummer     text,
    fra                     date NOT NULL,
    til                     date CHECK (til > fra),
    maanedsleie             numeric(10, 2) NOT NULL CHECK (maanedsleie >= 0),
    oppsigelsestid_maaneder integer NOT NULL,
    framleievilkaar         text,
    oppsagt                 date,
    besluttet_av            text NOT NULL,
    CONSTRAINT innleieavtale_overlapper EXCLUDE USING gist (bolig_id WITH =, daterange(fra, til) WITH &&)
);
CREATE INDEX innleieavtale_til ON innleieavtale (til, id);

CREATE TABLE kjoepsplan (
    id              uuid PRIMARY KEY,
    aar             integer NOT NULL,
    antall          integer NOT NULL CHECK (antall > 0),
    kategori        text NOT NULL,
    soverom         integer NOT NULL,
    tilgjengelighet text NOT NULL,
    omraade         text,
    ramme           numeric(12, 2),
    merknad         text,
    status          text NOT NULL,                  -- planlagt, vedtatt, gjennomfoert, utgaatt
    status_fra      date NOT NULL,
    kjoept          integer NOT NULL DEFAULT 0,
    besluttet_av    text NOT NULL
);
CREATE INDEX kjoepsplan_aar ON kjoepsplan (aar, id);

-- The sale of a dwelling, from the day it is considered; a vedtak needs the assessment before it.
CREATE TABLE salgssak (
    id               uuid PRIMARY KEY,
    bolig_id         uuid NOT NULL REFERENCES bolig,
    eieform          text NOT NULL,                 -- enebolig, eierseksjon, borettslag, leiegaard
    opprettet        date NOT NULL,
    utredet          date,
    konsekvenser     text,
    erstatningsbehov text,
    erstattes_av     uuid REFERENCES kjoepsplan,
    vedtatt          date,
    salgsform        text,                          -- budrunde, sittende-leietaker
    takst            numeric(12, 2),
    vedtatt_av       text,
    overdratt        date,
    pris             numeric(12, 2),
    status           text NOT NULL,                 -- under-utredning, utredet, vedtatt, overdratt, henlagt
    CHECK (vedtatt IS NULL OR utredet <= vedtatt),
    CHECK (overdratt IS NULL OR vedtatt <= overdratt)
);
CREATE UNIQUE INDEX salgssak_aapen ON salgssak (bolig_id) WHERE status NOT IN ('overdratt', 'henlagt');
CREATE INDEX salgssak_status ON salgssak (status, id);

-- The condition of a dwelling when it was surveyed (NS 3424).
CREATE TABLE tilstandsregistrering (
    id              uuid PRIMARY KEY,
    bolig_id        uuid NOT NULL REFERENCES bolig,
    dato            date NOT NULL,
    tilstandsgrad   integer NOT NULL CHECK (tilstandsgrad BETWEEN 0 AND 3),
    merknad         text,
    registrert_av   text NOT NULL,
    CONSTRAINT tilstand_registrert UNIQUE (bolig_id, dato)
);
CREATE INDEX tilstandsregistrering_dato ON tilstandsregistrering (dato, bolig_id) INCLUDE (tilstandsgrad);

-- The yearly inspection, and what it found wrong until that is put right.
CREATE TABLE tilsyn (
    id            uuid PRIMARY KEY,
    bolig_id      uuid NOT NULL REFERENCES bolig,
    dato          date NOT NULL,
    registrert_av text NOT NULL,
    CONSTRAINT tilsyn_registrert UNIQUE (bolig_id, dato)
);

CREATE TABLE tilsynsavvik (
    id        uuid PRIMARY KEY,
    tilsyn_id uuid NOT NULL REFERENCES tilsyn,
    bolig_id  uuid NOT NULL REFERENCES bolig,
    punkt     text NOT NULL,                        -- roeykvarsler, slokkeutstyr, el
    merknad   text,
    dato      date NOT NULL,
    lukket    date,
    tiltak    text,
    lukket_av text,
    CHECK (lukket >= dato)
);
CREATE INDEX tilsynsavvik_aapne ON tilsynsavvik (id) WHERE lukket IS NULL;
CREATE INDEX tilsynsavvik_bolig ON tilsynsavvik (bolig_id, id);

-- The dwellings that the municipality itself must look after, in the order of pages.
CREATE INDEX bolig_eid ON bolig (id) WHERE disposisjonsform = 'eid' AND status <> 'avhendet';
