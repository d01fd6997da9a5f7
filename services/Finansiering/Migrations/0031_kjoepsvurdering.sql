-- Tenants who could buy: proposed when a lease is about to end or by a person, screened with their consent, settled by a person.
CREATE TABLE kjoepsvurdering (
    id              uuid PRIMARY KEY,
    enhet           text NOT NULL,                  -- the unit whose case it is
    leieforhold_id  uuid NOT NULL,
    leietakere      uuid[] NOT NULL CHECK (cardinality(leietakere) > 0),
    utloeper        date,                           -- the lease's end that it was proposed for; null: a person proposed it
    opprettet       date NOT NULL,
    status          text NOT NULL CHECK (status IN ('foreslaatt', 'samtykket', 'avklart')),
    samtykket       date,
    samtykke_foert_av text,
    beregning       jsonb,                          -- the household's money as told, and what startlån it carries
    utfall          text CHECK (utfall IN ('kan-kjoepe-naa', 'kan-kjoepe-senere', 'kan-ikke-kjoepe', 'oensker-ikke')),
    begrunnelse     text,
    avklart         date,
    avklart_av      text,
    proeves_igjen   date,
    soeknad_id      uuid REFERENCES startlaansoeknad,

    CONSTRAINT kjoepsvurdering_avklart CHECK ((status = 'avklart') = (utfall IS NOT NULL)),
    -- No income is kept without consent.
    CONSTRAINT kjoepsvurdering_samtykke CHECK (beregning IS NULL OR samtykket IS NOT NULL)
);
CREATE UNIQUE INDEX kjoepsvurdering_en_aapen ON kjoepsvurdering (leieforhold_id) WHERE status <> 'avklart';
CREATE UNIQUE INDEX kjoepsvurdering_utloep ON kjoepsvurdering (leieforhold_id, utloeper) WHERE utloeper IS NOT NULL;
CREATE INDEX kjoepsvurdering_enhet ON kjoepsvurdering (enhet, id);
CREATE INDEX kjoepsvurdering_status ON kjoepsvurdering (enhet, status, id);
CREATE INDEX kjoepsvurdering_leietakere ON kjoepsvurdering USING gin (leietakere);
