-- Whether somebody among these people is invisible without skjermet (folkeregisterloven § 10-4): as for leases.
ALTER FUNCTION leieforhold_skjult RENAME TO personer_skjult;

-- An application may be sent over by another service, of people that the unit does not know yet. Nobody has said whether
-- their address is graded, so they are as invisible as if it were, until the unit has registered them.
CREATE FUNCTION soekere_skjult(i_enhet text, soekere uuid[], skjermet boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT skjermet AND (SELECT count(*) FROM person JOIN person_enhet e USING (person_ref)
                         WHERE person_ref = ANY (soekere) AND e.enhet = i_enhet AND gradering = 'ugradert') < cardinality(soekere);

-- Applications for municipal dwellings.
CREATE TABLE soeknad (
    id                    uuid PRIMARY KEY,
    enhet                 text NOT NULL,            -- the unit whose case it is
    soekere               uuid[] NOT NULL CHECK (cardinality(soekere) > 0),
    type                  text NOT NULL CHECK (type IN ('ny', 'bytte', 'fornyelse')),
    kanal                 text NOT NULL CHECK (kanal IN ('elektronisk', 'papir', 'oversendt')),
    status                text NOT NULL CHECK (status IN ('mottatt', 'innvilget', 'avslag', 'trukket', 'utloept', 'bosatt')),
    oversendt_sak         uuid,                     -- the case in the service that sent it over
    mottatt               date NOT NULL,
    gyldig_til            date NOT NULL,            -- the last day on which it holds
    foreloepig_svar       date,                     -- sent (forvaltningsloven § 11 a)
    paaminnet             date,                     -- reminded that it lapses; empty again when it is renewed
    avsluttet             date,
    voksne                integer NOT NULL,
    barns_alder           integer[] NOT NULL,       -- youngest first
    situasjon_oppgitt     text[] NOT NULL,          -- as the applicant said
    situasjon             text[] NOT NULL,          -- as ranked by: the applicant's words until the vedtak says what holds
    grupper               text[] NOT NULL,
    soverom               integer,
    tilgjengelighet       text NOT NULL,
    omraader              text[] NOT NULL,
    skolekrets            text,
    skjermet_behov        boolean NOT NULL,
    naer_kollektiv        boolean NOT NULL,
    inntekt_per_maaned    numeric(12, 2),
    samarbeider           text[] NOT NULL,
    samtykke              boolean NOT NULL,
    kategorier            text[] NOT NULL,          -- that the vedtak allows
    dokumentasjon_mangler boolean NOT NULL,         -- something was asked for and has not come

    -- Once for each case that is sent over.
    CONSTRAINT soeknad_oversendt_sak UNIQUE (oversendt_sak)
);

-- A page is read in the order of the index, and what is filtered by lies beside it. Most applications are of years ago:
-- the queues are about the open ones.
CREATE INDEX soeknad_enhet ON soeknad (enhet, id);
CREATE INDEX soeknad_status ON soeknad (enhet, status, id) INCLUDE (gyldig_til, type);
CREATE INDEX soeknad_type ON soeknad (enhet, type, id);
CREATE INDEX soeknad_aapen ON soeknad (enhet, id) INCLUDE (gyldig_til, status, type) WHERE status IN ('mottatt', 'innvilget');
CREATE INDEX soeknad_ubesvart ON soeknad (enhet, id) INCLUDE (mottatt, gyldig_til) WHERE status = 'mottatt' AND foreloepig_svar IS NULL;
CREATE INDEX soeknad_mangler ON soeknad (enhet, id) INCLUDE (gyldig_til) WHERE status IN ('mottatt', 'innvilget') AND dokumentasjon_mangler;
CREATE INDEX soeknad_soekere ON soeknad USING gin (soekere);

-- The waiting list: all that a place is computed from, without a visit to the table.
CREATE INDEX soeknad_venter ON soeknad (enhet, id) INCLUDE (gyldig_til, mottatt, situasjon, grupper, barns_alder) WHERE status = 'innvilget';

-- What the applicant has been asked for. That it came and when, never what it says.
CREATE TABLE soeknad_dokumentasjon (
    soeknad_id  uuid NOT NULL REFERENCES soeknad,
    slag        text NOT NULL,
    etterspurt  date,
    mottatt     date,
    godkjent    date,
    PRIMARY KEY (soeknad_id, slag)
);

-- Decisions, and the klage over each.
CREATE TABLE soeknad_vedtak (
    soeknad_id        uuid NOT NULL REFERENCES soeknad,
    nr                integer NOT NULL,
    utfall            text NOT NULL CHECK (utfall IN ('innvilget', 'avslag')),
    dato              date NOT NULL,
    avslagsgrunn      text,
    begrunnelse       text NOT NULL,
    hjemmel           text NOT NULL,
    kategorier        text[] NOT NULL,
    situasjon         text[] NOT NULL,
    underrettet       date NOT NULL,                -- the notice came, or is reckoned to come
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
CREATE INDEX soeknad_vedtak_klage ON soeknad_vedtak (soeknad_id) WHERE klage_mottatt IS NOT NULL AND klage_avgjort IS NULL;

-- The waiting list as it was: criteria and facts, so that every place can be computed again to the same result.
CREATE TABLE venteliste_oeyeblikksbilde (
    id        uuid PRIMARY KEY,
    enhet     text NOT NULL,
    dag       date NOT NULL,
    tatt_av   text NOT NULL,
    kriterier jsonb NOT NULL
);
CREATE INDEX venteliste_oeyeblikksbilde_enhet ON venteliste_oeyeblikksbilde (enhet, id);

CREATE TABLE venteliste_rad (
    oeyeblikksbilde_id uuid NOT NULL REFERENCES venteliste_oeyeblikksbilde,
    plass              integer NOT NULL,
    soeknad_id         uuid NOT NULL,
    poeng              integer NOT NULL,
    mottatt            date NOT NULL,
    yngste_barn        integer,
    situasjon          text[] NOT NULL,
    grupper            text[] NOT NULL,
    PRIMARY KEY (oeyeblikksbilde_id, plass)
);
CREATE INDEX venteliste_rad_soeknad ON venteliste_rad (soeknad_id);
