-- A klage over bostøtte that succeeds ends with a new vedtak for the month. What it replaces is kept, as it was, with the klage over it.
CREATE TABLE bostoettevedtak_erstattet (
    sak_id            uuid NOT NULL,
    maaned            date NOT NULL,
    nr                integer NOT NULL CHECK (nr > 0),           -- 1 is the oldest of the month
    kode              text NOT NULL,
    beloep            numeric(12, 2),
    dato              date NOT NULL,
    klagefrist        date NOT NULL,
    utbetales         date,
    klage_mottatt     date NOT NULL,
    klage_grunn       text NOT NULL,
    klage_for_sent    boolean NOT NULL,
    husbankens_utfall text CHECK (husbankens_utfall IN ('omgjort', 'opprettholdt', 'opphevet')),
    nemndas_utfall    text CHECK (nemndas_utfall IN ('omgjort', 'opprettholdt', 'opphevet')),
    klage_avgjort     date NOT NULL,
    PRIMARY KEY (sak_id, maaned, nr),
    FOREIGN KEY (sak_id, maaned) REFERENCES bostoettevedtak
);

ALTER TABLE bostoettevedtak DROP CONSTRAINT bostoettevedtak_husbankens_utfall_check;
ALTER TABLE bostoettevedtak ADD CONSTRAINT bostoettevedtak_husbankens_utfall_check CHECK (husbankens_utfall IN ('omgjort', 'opprettholdt', 'opphevet'));
ALTER TABLE bostoettevedtak DROP CONSTRAINT bostoettevedtak_nemndas_utfall_check;
ALTER TABLE bostoettevedtak ADD CONSTRAINT bostoettevedtak_nemndas_utfall_check CHECK (nemndas_utfall IN ('omgjort', 'opprettholdt', 'opphevet'));

-- A case that is opened again after the applicant has got a newer one: that carries on from this month, and is the open one.
ALTER TABLE bostoettesak ADD COLUMN avloest_fra date;
DROP INDEX bostoettesak_en_aapen;
CREATE UNIQUE INDEX bostoettesak_en_aapen ON bostoettesak (enhet, soeker) WHERE status <> 'avslag' AND avloest_fra IS NULL;

-- Statistics sum what is paid for the months of a period.
CREATE INDEX bostoetteutbetaling_maaned ON bostoetteutbetaling (maaned) INCLUDE (beloep);
