-- There are children, and nobody has told how old they are.
ALTER TABLE henvendelse ADD COLUMN barn_meldt boolean NOT NULL DEFAULT false;

-- Vedtak on security for rent: a garanti, or a depositum that NAV pays.
CREATE TABLE garanti (
    id              uuid PRIMARY KEY,
    enhet           text NOT NULL,
    type            text NOT NULL CHECK (type IN ('garanti', 'depositum')),
    utleier         text NOT NULL CHECK (utleier IN ('kommunen', 'privat', 'privat-flyktning')),
    leieforhold_id  uuid,                                  -- the lease in boligregister, when the municipality lets
    personer        uuid[] NOT NULL CHECK (cardinality(personer) > 0),
    status          text NOT NULL CHECK (status IN ('loeper', 'frigitt', 'avslag')),
    maanedsleie     numeric(12, 2) NOT NULL,
    annen_sikkerhet numeric(12, 2) NOT NULL,               -- what they have of security besides, that is not here
    beloep          numeric(12, 2) NOT NULL CHECK (beloep > 0),
    krevd           numeric(12, 2) NOT NULL DEFAULT 0,
    fra             date NOT NULL,
    til             date CHECK (til > fra),                -- the day after the last; null: as long as the lease
    dato            date NOT NULL,                         -- of the vedtak
    begrunnelse     text NOT NULL,
    hjemmel         text NOT NULL,
    klagefrist      date NOT NULL,
    klageinstans    text NOT NULL,
    besluttet_av    text NOT NULL,
    frigitt         date,
    CHECK ((utleier = 'kommunen') = (leieforhold_id IS NOT NULL)),
    -- Never more than it was, whoever asks at the same time.
    CONSTRAINT garanti_overskredet CHECK (krevd BETWEEN 0 AND beloep)
);
CREATE INDEX garanti_enhet ON garanti (enhet, id);
CREATE INDEX garanti_loeper ON garanti (enhet, utleier) WHERE status = 'loeper';
CREATE INDEX garanti_leieforhold ON garanti (leieforhold_id) WHERE status = 'loeper';
CREATE INDEX garanti_personer ON garanti USING gin (personer);

-- What landlords have called.
CREATE TABLE garantikrav (
    id          uuid PRIMARY KEY,
    garanti_id  uuid NOT NULL REFERENCES garanti,
    dato        date NOT NULL,
    beloep      numeric(12, 2) NOT NULL CHECK (beloep > 0),
    grunn       text NOT NULL,
    av          text NOT NULL
);
CREATE INDEX garantikrav_garanti ON garantikrav (garanti_id);

-- A warning of fravikelse (husleieloven § 9-11), and what became of it.
CREATE TABLE forebyggingssak (
    id                   uuid PRIMARY KEY,
    enhet                text NOT NULL,
    leieforhold_id       uuid NOT NULL,
    personer             uuid[] NOT NULL,
    varslet              date NOT NULL,
    frist                date NOT NULL,
    barn                 boolean NOT NULL,
    restanse             numeric(12, 2) NOT NULL,
    runddans             boolean NOT NULL,
    nettverksgruppe      date,
    nettverksmerknad     text,
    utfall               text CHECK (utfall IN ('betalingsavtale', 'restanse-dekket', 'gjeldsraadgivning', 'frivillig-forvaltning', 'ingen')),
    besvart              date,
    besvart_av           text,
    merknad              text,
    avsluttet            date,
    slutt                text CHECK (slutt IN ('avverget', 'gjennomfoert'))
);
CREATE UNIQUE INDEX forebyggingssak_en_aapen ON forebyggingssak (leieforhold_id) WHERE avsluttet IS NULL;
CREATE INDEX forebyggingssak_aapen ON forebyggingssak (enhet, frist) WHERE avsluttet IS NULL;
CREATE INDEX forebyggingssak_personer ON forebyggingssak USING gin (personer);

-- Rent that NAV decided to pay.
CREATE TABLE restansedekning (
    id            uuid PRIMARY KEY,
    enhet         text NOT NULL,
    sak_id        uuid NOT NULL REFERENCES forebyggingssak,
    beloep        numeric(12, 2) NOT NULL CHECK (beloep > 0),
    dato          date NOT NULL,
    begrunnelse   text NOT NULL,
    hjemmel       text NOT NULL,
    klagefrist    date NOT NULL,
    klageinstans  text NOT NULL,
    besluttet_av  text NOT NULL
);
CREATE INDEX restansedekning_sak ON restansedekning (sak_id);
