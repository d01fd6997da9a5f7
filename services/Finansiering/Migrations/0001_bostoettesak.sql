-- Bostøtte cases as the municipality follows them. Husbanken's system is the one of record: what it decided is written down here.
CREATE TABLE bostoettesak (
    id               uuid PRIMARY KEY,
    enhet            text NOT NULL,                -- the unit whose case it is
    soeker           uuid NOT NULL,                -- the applicant's pseudonym
    kanal            text NOT NULL CHECK (kanal IN ('elektronisk', 'papir')),
    status           text NOT NULL CHECK (status IN ('mangelfull', 'mottatt', 'innvilget', 'proeves-paa-nytt', 'avslag')),
    mottatt          date NOT NULL,
    rettet           date,                         -- the last defect was mended
    maaned           date NOT NULL,                -- the first month that it counts for
    proeves_til      date,                         -- the last month in which a refusal for the means is tried again
    samtykke         date,                         -- written consent to transfer (bustøttelova § 9)
    overfoeres_fra   date,
    overfoeres_til   date
);
CREATE INDEX bostoettesak_enhet ON bostoettesak (enhet, id);
CREATE INDEX bostoettesak_status ON bostoettesak (enhet, status, id);
CREATE INDEX bostoettesak_soeker ON bostoettesak (soeker);
CREATE UNIQUE INDEX bostoettesak_en_aapen ON bostoettesak (enhet, soeker) WHERE status <> 'avslag';

-- What Husbanken decided, once a month, and the klage over it.
CREATE TABLE bostoettevedtak (
    sak_id            uuid NOT NULL REFERENCES bostoettesak,
    maaned            date NOT NULL,
    kode              text NOT NULL CHECK (kode IN ('V00', 'V02', 'V03', 'V04', 'V05', 'V09', 'V11', 'V48')),
    beloep            numeric(12, 2) CHECK ((kode = 'V00') = (beloep IS NOT NULL)),
    dato              date NOT NULL,
    klagefrist        date NOT NULL,
    utbetales         date,
    klage_mottatt     date,
    klage_grunn       text,
    klage_for_sent    boolean NOT NULL,
    husbankens_utfall text CHECK (husbankens_utfall IN ('omgjort', 'opprettholdt')),
    nemndas_utfall    text CHECK (nemndas_utfall IN ('omgjort', 'opprettholdt')),
    klage_avgjort     date,
    PRIMARY KEY (sak_id, maaned)
);
