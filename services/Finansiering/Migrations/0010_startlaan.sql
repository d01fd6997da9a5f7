-- Nobody has said of somebody that the unit does not know whether the address is graded: as invisible as if it were.
CREATE FUNCTION laantakere_skjult(i_enhet text, personer uuid[], skjermet boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT skjermet AND (SELECT count(*) FROM person JOIN person_enhet e USING (person_ref)
                         WHERE person_ref = ANY (personer) AND e.enhet = i_enhet AND gradering = 'ugradert') < cardinality(personer);

-- What a unit may lend in a year: one row for each kind of money. What is granted is bound until it lapses or is paid out for less.
CREATE TABLE startlaansramme (
    enhet      text NOT NULL,
    aar        integer NOT NULL,
    ordning    text NOT NULL CHECK (ordning IN ('ordinaer', 'foerstegangsetablering')),
    laaneopptak numeric(14, 2) NOT NULL CHECK (laaneopptak >= 0),
    overfoert  numeric(14, 2) NOT NULL DEFAULT 0 CHECK (overfoert >= 0),   -- from the year before
    bundet     numeric(14, 2) NOT NULL DEFAULT 0 CHECK (bundet >= 0),
    lukket     boolean NOT NULL DEFAULT false,                             -- what was left is carried over
    PRIMARY KEY (enhet, aar, ordning),

    -- Never overspent, whoever asks at the same time.
    CONSTRAINT startlaansramme_overskredet CHECK (bundet <= laaneopptak + overfoert)
);

-- Applications for startlån.
CREATE TABLE startlaansoeknad (
    id                  uuid PRIMARY KEY,
    enhet               text NOT NULL,                  -- the unit whose case it is
    soekere             uuid[] NOT NULL CHECK (cardinality(soekere) > 0),
    ordning             text NOT NULL CHECK (ordning IN ('ordinaer', 'foerstegangsetablering')),
    formaal             text NOT NULL,
    status              text NOT NULL CHECK (status IN ('mottatt', 'innstilt', 'innvilget', 'avslag', 'trukket', 'utloept', 'utbetalt')),
    mottatt             date NOT NULL,
    avsluttet           date,
    voksne              integer NOT NULL,
    barns_alder         integer[] NOT NULL,
    leier_kommunalt     boolean NOT NULL,
    netto_inntekt       numeric(12, 2) NOT NULL,        -- a month
    livsopphold         numeric(12, 2) NOT NULL,
    gjeld               numeric(12, 2) NOT NULL,
    andre_faste         numeric(12, 2) NOT NULL,
    soekt_beloep        numeric(14, 2) NOT NULL,
    etterspurt          text[] NOT NULL,
    dokumentert         text[] NOT NULL,
    innstilt            date,
    innstilt_av         text,
    innstilt_av_id      text,
    innstilling         text CHECK (innstilling IN ('innvilget', 'avslag')),
    innstilling_grunn   text,
    vilkaar             jsonb NOT NULL DEFAULT '[]',    -- what each condition came to, and why
    bevis_beloep        numeric(14, 2),
    bevis_til           date,                           -- the last day on which it can be used
    bevis_forlenget     integer NOT NULL DEFAULT 0,
    ramme_aar           integer                         -- the frame that it is bound in
);
CREATE INDEX startlaansoeknad_enhet ON startlaansoeknad (enhet, id);
CREATE INDEX startlaansoeknad_status ON startlaansoeknad (enhet, status, id);
CREATE INDEX startlaansoeknad_soekere ON startlaansoeknad USING gin (soekere);
CREATE INDEX startlaansoeknad_bevis ON startlaansoeknad (enhet, bevis_til) WHERE status = 'innvilget';

-- Decisions, and the klage over each.
CREATE TABLE startlaan_vedtak (
    soeknad_id        uuid NOT NULL REFERENCES startlaansoeknad,
    nr                integer NOT NULL,
    utfall            text NOT NULL CHECK (utfall IN ('innvilget', 'avslag')),
    dato              date NOT NULL,
    beloep            numeric(14, 2),
    avslagsgrunn      text,
    begrunnelse       text NOT NULL,
    barnets_beste     text,
    unntaksvurdering  text,
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

-- Loans that were paid out.
CREATE TABLE startlaan (
    id              uuid PRIMARY KEY,
    soeknad_id      uuid NOT NULL REFERENCES startlaansoeknad,
    enhet           text NOT NULL,
    laantakere      uuid[] NOT NULL,
    ordning         text NOT NULL,
    formaal         text NOT NULL,
    beloep          numeric(14, 2) NOT NULL CHECK (beloep > 0),
    kjoepesum       numeric(14, 2),
    utbetalt        date NOT NULL,
    overtakelse     date,
    rente           numeric(6, 3) NOT NULL,
    rentetype       text NOT NULL,
    loepetid_aar    integer NOT NULL,
    avdragsfrihet_aar integer NOT NULL,
    laanetype       text NOT NULL,
    saldo           numeric(14, 2) NOT NULL CHECK (saldo >= 0),
    saldo_dato      date NOT NULL,
    mislighold_fra  date,
    mislighold      numeric(14, 2) NOT NULL DEFAULT 0 CHECK (mislighold >= 0),

    -- Paid out once.
    CONSTRAINT startlaan_soeknad UNIQUE (soeknad_id)
);
CREATE INDEX startlaan_enhet ON startlaan (enhet, id);
