-- What a unit may grant of each kind of tilskudd in a year. What is granted is bound until it is paid out or given back.
CREATE TABLE tilskuddsramme (
    enhet       text NOT NULL,
    aar         integer NOT NULL,
    type        text NOT NULL CHECK (type IN ('etablering', 'tilpasning')),
    bevilget    numeric(14, 2) NOT NULL CHECK (bevilget >= 0),
    overfoert   numeric(14, 2) NOT NULL DEFAULT 0 CHECK (overfoert >= 0),   -- from an earlier year
    bundet      numeric(14, 2) NOT NULL DEFAULT 0 CHECK (bundet >= 0),      -- granted, not paid out
    utbetalt    numeric(14, 2) NOT NULL DEFAULT 0 CHECK (utbetalt >= 0),
    viderefoert numeric(14, 2) NOT NULL DEFAULT 0 CHECK (viderefoert >= 0), -- to a later year
    lukket      boolean NOT NULL DEFAULT false,                             -- a later year has begun
    overfoeres  boolean NOT NULL DEFAULT false,                             -- and what is left goes on to it
    PRIMARY KEY (enhet, aar, type),

    -- Never overspent, whoever decides at the same time, and the same krone never in two years.
    CONSTRAINT tilskuddsramme_overskredet CHECK (bundet + utbetalt + viderefoert <= bevilget + overfoert)
);
CREATE UNIQUE INDEX tilskuddsramme_en_aapen ON tilskuddsramme (enhet, type) WHERE NOT lukket;

-- Who set or changed a bevilgning, and why. Rows are only added.
CREATE TABLE tilskuddsbevilgning (
    id       uuid PRIMARY KEY,
    enhet    text NOT NULL,
    aar      integer NOT NULL,
    type     text NOT NULL,
    bevilget numeric(14, 2) NOT NULL,
    grunn    text NOT NULL,
    satt_av  text NOT NULL,
    satt     timestamptz NOT NULL,
    FOREIGN KEY (enhet, aar, type) REFERENCES tilskuddsramme
);
CREATE INDEX tilskuddsbevilgning_ramme ON tilskuddsbevilgning (enhet, aar, type, id);

-- Applications for tilskudd.
CREATE TABLE tilskuddssoeknad (
    id                  uuid PRIMARY KEY,
    enhet               text NOT NULL,                  -- the unit whose case it is
    soekere             uuid[] NOT NULL CHECK (cardinality(soekere) > 0),
    type                text NOT NULL CHECK (type IN ('etablering', 'tilpasning')),
    formaal             text NOT NULL,
    status              text NOT NULL CHECK (status IN ('mottatt', 'innstilt', 'innvilget', 'avslag', 'trukket', 'annullert', 'utbetalt')),
    mottatt             date NOT NULL,
    avsluttet           date,
    voksne              integer NOT NULL,
    barns_alder         integer[] NOT NULL,
    soekt_beloep        numeric(14, 2) NOT NULL,
    kostnader           jsonb NOT NULL,                 -- what it costs, post by post
    egenkapital         numeric(14, 2) NOT NULL,
    andre_midler        numeric(14, 2) NOT NULL,        -- a bank's loan and the like
    startlaan_id        uuid REFERENCES startlaansoeknad,
    etterspurt          text[] NOT NULL,
    dokumentert         text[] NOT NULL,
    innstilt            date,
    innstilt_av         text,
    innstilt_av_id      text,
    innstilling         text CHECK (innstilling IN ('innvilget', 'avslag')),
    innstilling_grunn   text,
    vilkaar             jsonb NOT NULL DEFAULT '[]',    -- what each condition came to, and why
    innvilget           numeric(14, 2),
    brukes_innen        date,
    ramme_aar           integer,                        -- the frame that it is bound in
    utbetalt            numeric(14, 2) NOT NULL DEFAULT 0 CHECK (utbetalt >= 0),
    tilbakefoert_grunn  text,

    -- No more is paid than was granted.
    CONSTRAINT tilskuddssoeknad_utbetalt CHECK (utbetalt <= coalesce(innvilget, 0))
);
CREATE INDEX tilskuddssoeknad_enhet ON tilskuddssoeknad (enhet, id);
CREATE INDEX tilskuddssoeknad_status ON tilskuddssoeknad (enhet, status, id);
CREATE INDEX tilskuddssoeknad_soekere ON tilskuddssoeknad USING gin (soekere);

-- One startlån, one tilskudd beside it: the same loan is not reckoned into two plans.
CREATE UNIQUE INDEX tilskuddssoeknad_startlaan ON tilskuddssoeknad (startlaan_id) WHERE status NOT IN ('avslag', 'trukket', 'annullert');

-- Decisions, and the klage over each.
CREATE TABLE tilskudd_vedtak (
    soeknad_id        uuid NOT NULL REFERENCES tilskuddssoeknad,
    nr                integer NOT NULL,
    utfall            text NOT NULL CHECK (utfall IN ('innvilget', 'avslag')),
    dato              date NOT NULL,
    beloep            numeric(14, 2),
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
    PRIMARY KEY (soeknad_id, nr)
);

-- What happened at NAV hjelpemiddelsentral: what it covers, tilskudd does not.
CREATE TABLE tilskudd_nav (
    soeknad_id  uuid NOT NULL REFERENCES tilskuddssoeknad,
    nr          integer NOT NULL,
    hendelse    text NOT NULL CHECK (hendelse IN ('ikke-aktuelt', 'soekt', 'innvilget', 'avslag')),
    dato        date NOT NULL,
    dekker      numeric(14, 2) CHECK ((hendelse = 'innvilget') = (dekker IS NOT NULL)),  -- in all, from then on
    merknad     text,
    notert_av   text NOT NULL,
    PRIMARY KEY (soeknad_id, nr)
);

-- Payments, one for each bill.
CREATE TABLE tilskudd_utbetaling (
    soeknad_id  uuid NOT NULL REFERENCES tilskuddssoeknad,
    nr          integer NOT NULL,
    dato        date NOT NULL,
    beloep      numeric(14, 2) NOT NULL CHECK (beloep > 0),
    grunnlag    text NOT NULL,
    utbetalt_av text NOT NULL,
    PRIMARY KEY (soeknad_id, nr)
);
