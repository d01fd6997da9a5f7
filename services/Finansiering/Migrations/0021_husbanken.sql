-- What is sent to Husbanken of the cases, and what is paid by it.
CREATE TABLE bostoetteforsendelse (
    id       uuid PRIMARY KEY,
    enhet    text NOT NULL,
    maaned   date NOT NULL,                -- the first of the month that it is sent for
    laget    timestamptz NOT NULL,
    laget_av text NOT NULL,
    antall   integer,                      -- cases in the file; null until it is sent
    sendt    timestamptz
);
CREATE INDEX bostoetteforsendelse_enhet ON bostoetteforsendelse (enhet, maaned, id);

ALTER TABLE bostoettesak ADD COLUMN forsendelse_id uuid REFERENCES bostoetteforsendelse;
ALTER TABLE bostoettesak ADD COLUMN sendt date;
CREATE INDEX bostoettesak_forsendelse ON bostoettesak (forsendelse_id);
CREATE INDEX bostoettesak_usendt ON bostoettesak (enhet, maaned) WHERE status = 'mottatt' AND kanal = 'papir' AND forsendelse_id IS NULL;

-- Husbanken says that it has granted before it says how much.
ALTER TABLE bostoettevedtak DROP CONSTRAINT bostoettevedtak_check;
ALTER TABLE bostoettevedtak ADD CONSTRAINT bostoettevedtak_beloep CHECK (kode = 'V00' OR beloep IS NULL);

-- Payments that Husbanken has confirmed.
CREATE TABLE bostoetteutbetaling (
    sak_id    uuid NOT NULL,
    maaned    date NOT NULL,               -- that it is for
    dato      date NOT NULL,
    beloep    numeric(12, 2) NOT NULL CHECK (beloep > 0),
    mottaker  text NOT NULL CHECK (mottaker IN ('husstand', 'kommune')),
    PRIMARY KEY (sak_id, dato),
    FOREIGN KEY (sak_id, maaned) REFERENCES bostoettevedtak
);
CREATE INDEX bostoettevedtak_maaned ON bostoettevedtak (maaned) WHERE kode = 'V00';
