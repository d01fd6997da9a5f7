-- As before, without making arrays of the rows on the way: a page of a list is some fifty rows for one link.
CREATE OR REPLACE FUNCTION tilgangslogg_kjed_lest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM ny WHERE handling <> 'skrevet') THEN
        PERFORM pg_advisory_xact_lock(7101);
        INSERT INTO tilgangslogg_kjede
        SELECT coalesce(siste.nr, 0) + 1, rader, tilgangslogg_hash(siste.hash, tekst)
        FROM (SELECT array_agg(n.id) AS rader, string_agg(tilgangslogg_tekst(ROW(n.*)::tilgangslogg), E'\n') AS tekst FROM (SELECT * FROM ny WHERE handling <> 'skrevet' ORDER BY id) n) samlet
        LEFT JOIN LATERAL (SELECT nr, hash FROM tilgangslogg_kjede ORDER BY nr DESC LIMIT 1) siste ON true;
    END IF;
    RETURN NULL;
END $$;
