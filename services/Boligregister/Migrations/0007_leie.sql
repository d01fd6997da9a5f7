-- What the rent has been fixed at, and from when; the lease's maanedsleie is the last of them.
CREATE TABLE leiefastsettelse (
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    fra            date NOT NULL,
    maanedsleie    numeric(10, 2) NOT NULL CHECK (maanedsleie >= 0),
    grunnlag       text NOT NULL,                   -- «avtale», «kpi», «gjengs-leie»
    kpi_maaned     date,                            -- the month of the index that the rent was fixed by
    PRIMARY KEY (leieforhold_id, fra)
);
INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag) SELECT id, fra, maanedsleie, 'avtale' FROM leieforhold;

ALTER TABLE leieforhold
    ADD soeknad_id        uuid,
    ADD barn              integer NOT NULL DEFAULT 0,   -- children under 18 who live there
    ADD depositum         numeric(10, 2) NOT NULL DEFAULT 0,
    ADD garanti           numeric(10, 2) NOT NULL DEFAULT 0,
    ADD enkeltrom         boolean NOT NULL DEFAULT false, -- a room with access to another's dwelling (husleieloven § 9-6)
    ADD innflyttet        date,                         -- keys handed over
    ADD utflyttet         date,                         -- keys back
    ADD opphoert_aarsak   text,
    ADD flyttoppfordret   date,                         -- told in writing to move out (husleieloven § 9-2)
    ADD utloep_fortalt    date,                         -- the til that others have been told will soon be
    ADD boligkjoep        date,                         -- a tenant has bought with startlån
    ADD forventet_ledig   date;
CREATE INDEX leieforhold_til ON leieforhold (enhet, til, id) WHERE til IS NOT NULL AND utflyttet IS NULL;
CREATE INDEX leieforhold_soeknad ON leieforhold (soeknad_id) WHERE soeknad_id IS NOT NULL;
CREATE INDEX leieforhold_utflyttet ON leieforhold (utflyttet) WHERE utflyttet IS NOT NULL;
CREATE INDEX leieforhold_boligkjoep ON leieforhold (enhet, id) WHERE boligkjoep IS NOT NULL AND utflyttet IS NULL;

-- The day that a lease ends for those who live there: keys back, or the agreed end. Who has moved in and not out lives there
-- still, whatever was agreed. The day after the last; null: no end is known.
CREATE FUNCTION leieforhold_slutt(til date, innflyttet date, utflyttet date, idag date) RETURNS date LANGUAGE sql IMMUTABLE
RETURN coalesce(utflyttet, CASE WHEN til <= idag AND innflyttet IS NOT NULL THEN NULL ELSE til END);

-- The contracts of a lease: the first, and each renewal. grunn: why it is shorter than three years, or came about by law.
CREATE TABLE leiekontrakt (
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    fra            date NOT NULL,
    til            date,
    inngaatt       date NOT NULL,
    besluttet_av   text NOT NULL,
    grunn          text,
    PRIMARY KEY (leieforhold_id, fra)
);
INSERT INTO leiekontrakt (leieforhold_id, fra, til, inngaatt, besluttet_av) SELECT id, fra, til, fra, '' FROM leieforhold;

CREATE TABLE oppsigelse (
    id             uuid PRIMARY KEY,
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    av             text NOT NULL,                   -- «leietaker», «utleier»
    mottatt        date NOT NULL,
    opphoerer      date NOT NULL,                   -- the day after the last
    til_foer       date,                            -- the lease's end before it
    grunnlag       text,                            -- husleieloven § 9-5, when the landlord gives notice
    begrunnelse    text,
    registrert_av  text NOT NULL,
    protestert     date,
    soeksmaal      date,
    bortfalt       date
);
CREATE UNIQUE INDEX oppsigelse_en_om_gangen ON oppsigelse (leieforhold_id) WHERE bortfalt IS NULL;

-- What was handed over, in and out.
CREATE TABLE flytteprotokoll (
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    slag           text NOT NULL,                   -- «innflytting», «utflytting»
    dato           date NOT NULL,
    noekler        integer NOT NULL,
    maaler_stroem  numeric(12, 2),
    merknader      text,
    foert_av       text NOT NULL,
    PRIMARY KEY (leieforhold_id, slag)
);

CREATE TABLE fornyelsesvurdering (
    id               uuid PRIMARY KEY,
    leieforhold_id   uuid NOT NULL REFERENCES leieforhold,
    til              date NOT NULL,                 -- the expiry that is assessed
    dato             date NOT NULL,
    kan_leie_privat  boolean NOT NULL,
    kan_faa_startlaan boolean NOT NULL,
    utfall           text NOT NULL,                 -- «fornyes», «fornyes-ikke», «annen-bolig»
    begrunnelse      text NOT NULL,
    vurdert_av       text NOT NULL
);
CREATE INDEX fornyelsesvurdering_leieforhold ON fornyelsesvurdering (leieforhold_id, til, dato);

-- From keys back to ready again.
CREATE TABLE klargjoering (
    id             uuid PRIMARY KEY,
    bolig_id       uuid NOT NULL REFERENCES bolig,
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    fra            date NOT NULL,                   -- keys back
    kontrollert    date,
    behov          text,                            -- «ingen», «enkel», «omfattende»
    merknader      text,
    kontrollert_av text,
    ferdig         date
);
CREATE UNIQUE INDEX klargjoering_en_om_gangen ON klargjoering (bolig_id) WHERE ferdig IS NULL;
CREATE INDEX klargjoering_bolig ON klargjoering (bolig_id, fra);

-- Statistisk sentralbyrå, table 14710 (2025 = 100), by month. Table 03013 ended with December 2025. What is missing is registered.
CREATE TABLE konsumprisindeks (
    maaned        date PRIMARY KEY CHECK (extract(day FROM maaned) = 1),
    verdi         numeric(8, 2) NOT NULL CHECK (verdi > 0),
    registrert_av text NOT NULL
);
INSERT INTO konsumprisindeks (maaned, verdi, registrert_av)
SELECT maaned::date, verdi, 'SSB tabell 14710' FROM (VALUES
    ('2024-06-01', 97.2), ('2025-06-01', 100.1), ('2025-12-01', 101), ('2026-01-01', 101.6), ('2026-05-01', 103), ('2026-06-01', 102.8)) v(maaned, verdi);

-- Days without rent between two leases of a dwelling, [fra, til); til is null while it stands empty.
CREATE VIEW tomgang AS
SELECT l.bolig_id, l.enhet, l.id AS leieforhold_id, l.utflyttet AS fra, neste.fra AS til, k.kontrollert, k.ferdig, l.maanedsleie
FROM leieforhold l
LEFT JOIN klargjoering k ON k.leieforhold_id = l.id
LEFT JOIN LATERAL (SELECT n.fra FROM leieforhold n WHERE n.bolig_id = l.bolig_id AND n.fra >= l.utflyttet ORDER BY n.fra LIMIT 1) neste ON true
WHERE l.utflyttet IS NOT NULL;
CREATE INDEX leieforhold_bolig_fra ON leieforhold (bolig_id, fra);
