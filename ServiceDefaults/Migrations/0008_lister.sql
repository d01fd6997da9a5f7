-- For lists of people, fifty to a page.

-- A row as text for its link, each value quoted: a quarter of what JSON costs. Older links keep theirs: they are proved as they were made.
ALTER TABLE tilgangslogg_kjede ADD COLUMN form smallint NOT NULL DEFAULT 1;     -- 1: tilgangslogg_tekst, 2: tilgangslogg_linje
ALTER TABLE tilgangslogg_kjede ALTER form SET DEFAULT 2;

CREATE FUNCTION tilgangslogg_linje(rad tilgangslogg) RETURNS text LANGUAGE sql STABLE
RETURN format('%s %s %L %L %L %L %L %L %L %L %L %L',
    rad.id, extract(epoch FROM rad.tidspunkt), rad.hvem, rad.navn, rad.rolle, rad.enhet, rad.handling, rad.person_ref, rad.sak, rad.felter, rad.formaal, rad.spor);

-- The next link, after the one that is last when the lock is held.
CREATE FUNCTION tilgangslogg_lenk(rader uuid[], tekst text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7101);
    INSERT INTO tilgangslogg_kjede
    SELECT coalesce(siste.nr, 0) + 1, rader, tilgangslogg_hash(siste.hash, tekst)
    FROM (SELECT) ny LEFT JOIN LATERAL (SELECT nr, hash FROM tilgangslogg_kjede ORDER BY nr DESC LIMIT 1) siste ON true;
END $$;

CREATE OR REPLACE FUNCTION tilgangslogg_kjed_skrevet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tilgangslogg_lenk(ARRAY[NEW.id], tilgangslogg_linje(NEW));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tilgangslogg_kjed_lest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tilgangslogg_lenk(array_agg(n.id), string_agg(tilgangslogg_linje(ROW(n.*)::tilgangslogg), E'\n'))
    FROM (SELECT * FROM ny WHERE handling <> 'skrevet' ORDER BY id) n HAVING count(*) > 0;
    RETURN NULL;
END $$;

DROP FUNCTION tilgangslogg_ledd(tilgangslogg[]);

CREATE OR REPLACE FUNCTION tilgangslogg_verifisering(OUT hel boolean, OUT antall bigint, OUT siste_nr bigint, OUT siste_hash text, OUT brudd text) LANGUAGE sql STABLE AS $$
WITH ledd AS (
    SELECT nr, rader, hash, form, lag(hash) OVER (ORDER BY nr) AS forrige, lag(nr, 1, 0::bigint) OVER (ORDER BY nr) AS forrige_nr FROM tilgangslogg_kjede),
lenket AS (
    SELECT l.nr, l.form, rad FROM ledd l CROSS JOIN unnest(l.rader) rad),
innhold AS (
    SELECT l.nr, count(t.id) AS funnet, string_agg(CASE l.form WHEN 1 THEN tilgangslogg_tekst(t) ELSE tilgangslogg_linje(t) END, E'\n' ORDER BY t.id) AS tekst
    FROM lenket l LEFT JOIN tilgangslogg t ON t.id = l.rad GROUP BY l.nr),
feil AS (
    SELECT nr, 'ledd ' || nr || ': ' || CASE
        WHEN forrige_nr + 1 <> nr THEN 'leddet foran er borte'
        WHEN funnet <> cardinality(rader) THEN 'en rad er borte'
        ELSE 'en rad eller leddet er endret' END AS hva
    FROM ledd JOIN innhold USING (nr)
    WHERE forrige_nr + 1 <> nr OR funnet <> cardinality(rader) OR hash <> tilgangslogg_hash(forrige, tekst)
    UNION ALL
    SELECT NULL, 'rad ' || t.id || ': uten ledd' FROM tilgangslogg t LEFT JOIN lenket ON rad = t.id WHERE rad IS NULL
    ORDER BY nr LIMIT 1)
SELECT NOT EXISTS (SELECT FROM feil), (SELECT count(*) FROM tilgangslogg), coalesce((SELECT max(nr) FROM ledd), 0),
       coalesce((SELECT encode(hash, 'hex') FROM ledd ORDER BY nr DESC LIMIT 1), ''), (SELECT hva FROM feil)
$$;

-- Whether what was told of somebody is what counts. A function, so that it is planned once and not with every list: few are told of, and all lists ask.
CREATE FUNCTION fortalt_gjelder(hvem uuid, hos text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM person_enhet WHERE person_ref = hvem AND enhet = hos)
       AND NOT EXISTS (SELECT FROM gradert WHERE person_ref = hvem) AND NOT EXISTS (SELECT FROM gradering_venter);
END $$;

CREATE OR REPLACE VIEW ugradert AS
SELECT person_ref, enhet FROM person JOIN person_enhet USING (person_ref) WHERE gradering = 'ugradert'
UNION ALL
SELECT person_ref, enhet FROM fortalt_ugradert WHERE fortalt_gjelder(person_ref, enhet);
