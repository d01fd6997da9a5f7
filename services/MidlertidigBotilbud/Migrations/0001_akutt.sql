CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Somebody has no place to sleep, or will soon have none. Taken whatever is missing.
CREATE TABLE henvendelse (
    id               uuid PRIMARY KEY,
    enhet            text NOT NULL,                  -- the unit whose case it is
    husstand_id      uuid NOT NULL,                  -- the same for all that share a person: the clock is the household's
    personer         uuid[] NOT NULL,                -- empty when nobody knows yet who they are
    kanal            text NOT NULL CHECK (kanal IN ('oppmoete', 'telefon', 'vakttelefon', 'digital', 'melding')),
    bakgrunn         text NOT NULL,
    mottatt          timestamptz NOT NULL,
    behov_fra        date NOT NULL,                  -- the first night; later than received where it is known ahead
    voksne           integer NOT NULL,
    barns_alder      integer[] NOT NULL,
    alder            integer,                        -- of the youngest adult, when known
    tilgjengelighet  text NOT NULL CHECK (tilgjengelighet IN ('ordinaer', 'trinnfri', 'rullestol')),
    kan_bo_rusfritt  boolean NOT NULL,
    husdyr           boolean NOT NULL,
    skolekrets       text,
    papirer_mangler  boolean NOT NULL,
    annen_kommune    text,                           -- which municipality it may be the task of; changes nothing
    notat            text,
    status           text NOT NULL CHECK (status IN ('mottatt', 'innvilget', 'avslag', 'trukket')),
    foerst_avgjort   timestamptz,                    -- the first vedtak: the clock of the same day stops
    CHECK (voksne >= 0 AND voksne + cardinality(barns_alder) > 0)
);
CREATE INDEX henvendelse_enhet ON henvendelse (enhet, id);
CREATE INDEX henvendelse_status ON henvendelse (enhet, status, id);
CREATE INDEX henvendelse_personer ON henvendelse USING gin (personer);
CREATE INDEX henvendelse_husstand ON henvendelse (husstand_id);

-- Decisions (sosialtjenesteloven §§ 27 and 41), and the klage over each.
CREATE TABLE botilbudsvedtak (
    henvendelse_id    uuid NOT NULL REFERENCES henvendelse,
    nr                integer NOT NULL,
    utfall            text NOT NULL CHECK (utfall IN ('innvilget', 'avslag')),
    tidspunkt         timestamptz NOT NULL,
    dato              date NOT NULL,
    avslagsgrunn      text,
    begrunnelse       text NOT NULL,
    barnets_beste     text,
    hjemmel           text NOT NULL,
    underrettet       date NOT NULL,
    klagefrist        date NOT NULL,
    klageinstans      text NOT NULL,
    besluttet_av      text NOT NULL,
    klage_mottatt     date,
    klage_grunn       text,
    klage_for_sent    boolean NOT NULL DEFAULT false,
    klage_oversendt   date,
    klage_utfall      text CHECK (klage_utfall IN ('omgjort', 'stadfestet', 'opphevet')),
    klage_avgjort     date,
    PRIMARY KEY (henvendelse_id, nr)
);

-- No place was found on a day: what was tried, and what was done instead.
CREATE TABLE botilbudsavvik (
    henvendelse_id  uuid NOT NULL REFERENCES henvendelse,
    dag             date NOT NULL,
    forsoek         jsonb NOT NULL,
    gjort           text NOT NULL,
    registrert_av   text NOT NULL,
    CONSTRAINT botilbudsavvik_dag PRIMARY KEY (henvendelse_id, dag)
);

-- Who has places: the municipality itself, an organisation, a hotel.
CREATE TABLE tilbyder (
    id     uuid PRIMARY KEY,
    enhet  text NOT NULL,
    navn   text NOT NULL,
    type   text NOT NULL CHECK (type IN ('kommunal', 'ideell', 'privat')),
    CONSTRAINT tilbyder_navn UNIQUE (enhet, navn)
);

-- A place: a hybel, a room, a flat; one household at a time.
CREATE TABLE plass (
    id                  uuid PRIMARY KEY,
    enhet               text NOT NULL,
    tilbyder_id         uuid NOT NULL REFERENCES tilbyder,
    navn                text NOT NULL,
    slag                text NOT NULL CHECK (slag IN ('hybel', 'leilighet', 'hospits', 'hotell', 'campingplass', 'natthjem')),
    senger              integer NOT NULL CHECK (senger > 0),
    tilgjengelighet     text NOT NULL CHECK (tilgjengelighet IN ('ordinaer', 'trinnfri', 'rullestol')),
    krever_rusfrihet    boolean NOT NULL,
    tar_barn            boolean NOT NULL,
    tar_husdyr          boolean NOT NULL,
    alder_fra           integer,
    alder_til           integer,                     -- youngest adult: this age too
    skolekrets          text,
    pris                numeric(10, 2) NOT NULL CHECK (pris >= 0),       -- a night
    klargjoering_dager  integer NOT NULL CHECK (klargjoering_dager >= 0),
    avviklet            date,                        -- not offered from this day
    kvalitet_dato       date,                        -- when it was last looked at
    kvalitet_oppfylt    text[] NOT NULL DEFAULT '{}',
    CONSTRAINT plass_navn UNIQUE (tilbyder_id, navn)
);
CREATE INDEX plass_enhet ON plass (enhet, id);

-- Each time somebody looked at a place.
CREATE TABLE kvalitetskontroll (
    id        uuid PRIMARY KEY,
    plass_id  uuid NOT NULL REFERENCES plass,
    dato      date NOT NULL,
    oppfylt   text[] NOT NULL,
    merknad   text,
    av        text NOT NULL
);
CREATE INDEX kvalitetskontroll_plass ON kvalitetskontroll (plass_id, dato);

-- A household's stay, through all the rooms it is moved to. Half-open: the day of departure is not a night.
CREATE TABLE opphold (
    id                uuid PRIMARY KEY,
    enhet             text NOT NULL,
    henvendelse_id    uuid NOT NULL REFERENCES henvendelse,
    husstand_id       uuid NOT NULL,
    personer          uuid[] NOT NULL,
    fra               date NOT NULL,
    til               date NOT NULL,                 -- agreed departure while it runs; the real one when it has ended
    status            text NOT NULL CHECK (status IN ('loeper', 'avsluttet', 'uteblitt')),
    natthjem          boolean NOT NULL,              -- does not satisfy § 27
    bestilt_av        text NOT NULL,
    begrunnelse       text,                          -- why a place that does not fit in all
    slutt_aarsak      text,
    CHECK (til >= fra)
);
CREATE INDEX opphold_enhet ON opphold (enhet, id);
CREATE INDEX opphold_loeper ON opphold (enhet, til) WHERE status = 'loeper';
CREATE INDEX opphold_husstand ON opphold (husstand_id, fra);
CREATE INDEX opphold_henvendelse ON opphold (henvendelse_id);
CREATE INDEX opphold_personer ON opphold USING gin (personer);

-- What a place is taken by: a stay with the days to make it ready, or that it is out of service. Never two at once, whoever asks.
CREATE TABLE plassbelegg (
    id          uuid PRIMARY KEY,
    plass_id    uuid NOT NULL REFERENCES plass,
    opphold_id  uuid REFERENCES opphold,             -- null: out of service
    fra         date NOT NULL,
    til         date NOT NULL,
    klar        date NOT NULL,                       -- made ready: the first day for the next; til where guests change on the day
    pris        numeric(10, 2) NOT NULL,             -- a night, as it was when it was booked
    aarsak      text,                                -- why it is out of service
    CHECK (til > fra AND klar >= til AND (opphold_id IS NULL) = (aarsak IS NOT NULL)),
    CONSTRAINT plass_opptatt EXCLUDE USING gist (plass_id WITH =, daterange(fra, klar) WITH &&)
);
CREATE INDEX plassbelegg_dager ON plassbelegg USING gist (daterange(fra, klar));
CREATE INDEX plassbelegg_opphold ON plassbelegg (opphold_id);
