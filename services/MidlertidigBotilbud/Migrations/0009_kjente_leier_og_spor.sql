-- The municipality's own leases, as boligregister tells of them: whether there is one, and its rent. Who rents, and where, is not kept.
CREATE TABLE kommunal_leie (
    leieforhold_id  uuid PRIMARY KEY,
    fra             date,                           -- null: not told yet
    opphoert        date                            -- the day after the last
);
CREATE TABLE kommunal_leiesum (
    leieforhold_id  uuid NOT NULL,
    fra             date NOT NULL,
    maanedsleie     numeric(10, 2) NOT NULL,
    PRIMARY KEY (leieforhold_id, fra)
);

-- What a henvendelse said before it was corrected, and by whom.
CREATE TABLE behovsretting (
    henvendelse_id  uuid NOT NULL REFERENCES henvendelse,
    nr              integer NOT NULL,
    tidspunkt       timestamptz NOT NULL,
    av              text NOT NULL,
    grunn           text,                           -- there when a merke went
    foer            jsonb NOT NULL,
    PRIMARY KEY (henvendelse_id, nr)
);

-- Children or youth: a merke that was earned stays, with the reason when it went.
CREATE TABLE henvendelsesmerke (
    henvendelse_id  uuid NOT NULL REFERENCES henvendelse,
    merke           text NOT NULL CHECK (merke IN ('barn', 'ung')),
    siden           timestamptz NOT NULL,
    bort            timestamptz,
    grunn           text,
    av              text,
    PRIMARY KEY (henvendelse_id, merke),
    CHECK ((bort IS NULL) = (grunn IS NULL) AND (bort IS NULL) = (av IS NULL))
);
INSERT INTO henvendelsesmerke (henvendelse_id, merke, siden) SELECT id, 'barn', mottatt FROM henvendelse WHERE cardinality(barns_alder) > 0 OR barn_meldt;
INSERT INTO henvendelsesmerke (henvendelse_id, merke, siden) SELECT id, 'ung', mottatt FROM henvendelse WHERE alder < 25;

-- Which leader took it; for the others nobody.
ALTER TABLE botidssteg ADD COLUMN leder text;

-- All that came of it when the network group had a case, not the last alone.
CREATE TABLE nettverksmerknad (
    id       uuid PRIMARY KEY,
    sak_id   uuid NOT NULL REFERENCES forebyggingssak,
    dato     date NOT NULL,
    merknad  text NOT NULL,
    av       text                                   -- null: written before it was noted by whom
);
CREATE INDEX nettverksmerknad_sak ON nettverksmerknad (sak_id);
INSERT INTO nettverksmerknad (id, sak_id, dato, merknad) SELECT gen_random_uuid(), id, nettverksgruppe, nettverksmerknad FROM forebyggingssak WHERE nettverksmerknad IS NOT NULL;
ALTER TABLE forebyggingssak DROP COLUMN nettverksmerknad;
CREATE INDEX forebyggingssak_nettverk ON forebyggingssak (enhet, frist) WHERE avsluttet IS NULL AND (runddans OR nettverksgruppe IS NOT NULL);

-- How often a stay has been changed, with its rooms: the row alone is as it was when they move.
ALTER TABLE opphold ADD COLUMN endringer integer NOT NULL DEFAULT 0;

-- «Blå Kors» and «blå kors» are one. Where both are there, the ones after the first get a number that tells them apart.
UPDATE tilbyder t SET navn = t.navn || ' (' || d.nr || ')'
FROM (SELECT id, row_number() OVER (PARTITION BY enhet, lower(navn) ORDER BY id) AS nr FROM tilbyder) d WHERE d.id = t.id AND d.nr > 1;
ALTER TABLE tilbyder DROP CONSTRAINT tilbyder_navn;
CREATE UNIQUE INDEX tilbyder_navn ON tilbyder (enhet, lower(navn));

-- Who was without a place the first night, decided or not, without anybody having written down why. Natthjem is no such place; who is refused or needs no help is not counted.
CREATE FUNCTION mangler_avvik(i_enhet text, i_dag date) RETURNS TABLE (id uuid, dag date) LANGUAGE sql STABLE AS $$
    SELECT h.id, n.foerste FROM henvendelse h CROSS JOIN LATERAL (SELECT greatest((h.mottatt AT TIME ZONE 'Europe/Oslo')::date, h.behov_fra) AS foerste) AS n
    WHERE h.enhet = i_enhet AND h.status IN ('mottatt', 'innvilget') AND n.foerste < i_dag
      AND NOT EXISTS (SELECT FROM opphold o WHERE o.henvendelse_id = h.id AND NOT o.natthjem AND o.fra <= n.foerste)
      AND NOT EXISTS (SELECT FROM botilbudsavvik a WHERE a.henvendelse_id = h.id)
$$;
