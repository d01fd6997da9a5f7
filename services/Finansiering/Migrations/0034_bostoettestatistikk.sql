-- What Husbanken's vedtak for a month rests on, as far as it is told: the plan counts by it.
CREATE TABLE bostoettegrunnlag (
    sak_id      uuid NOT NULL,
    maaned      date NOT NULL,
    barn        integer NOT NULL CHECK (barn >= 0),
    inntekt     numeric(12, 2) NOT NULL CHECK (inntekt >= 0),    -- a month, of the whole household
    boutgift    numeric(12, 2) NOT NULL CHECK (boutgift >= 0),   -- a month
    foert_av    text NOT NULL,
    PRIMARY KEY (sak_id, maaned),
    FOREIGN KEY (sak_id, maaned) REFERENCES bostoettevedtak
);
CREATE INDEX bostoettevedtak_statistikk ON bostoettevedtak (maaned, sak_id) INCLUDE (kode, beloep);
CREATE INDEX bostoettevedtak_dag ON bostoettevedtak (dato, sak_id);
CREATE INDEX bostoettesak_mottatt ON bostoettesak (mottatt);
