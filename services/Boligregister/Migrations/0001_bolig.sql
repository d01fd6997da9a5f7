CREATE TABLE bolig (
    id                          uuid PRIMARY KEY,
    leverandor_bolig_id         text,
    matrikkel                   text,
    bruksenhetsnummer           text,
    ekstra_referanse            text,
    gatenavn                    text    NOT NULL,
    husnummer                   integer,
    husbokstav                  text,
    postnummer                  text,
    poststed                    text,
    omraade                     text    NOT NULL,
    kommunedel                  text,
    kategori                    text    NOT NULL,
    boligtype                   text,
    underkategori_boligtype     text,
    disposisjonsform            text    NOT NULL,
    eier_navn                   text,
    eier_organisasjonsnummer    text,
    eier_mobilnummer            text,
    bruksareal                  numeric(7, 2),
    soverom                     integer NOT NULL,
    etasje                      integer,
    egenskaper                  text[]  NOT NULL,
    maanedsleie                 numeric(10, 2),
    depositum                   numeric(10, 2),
    status                      text    NOT NULL,
    status_fra                  date    NOT NULL,
    maalernummer_stroem         text,
    maalernummer_vann           text,
    skolekrets_barneskole       text,
    skolekrets_ungdomsskole     text,
    kvalifiserer_mva_kompensasjon boolean,
    oevrig_informasjon          text,
    adresse_soek                tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple',
        gatenavn || coalesce(' ' || husnummer, '') || coalesce(husbokstav, '') || coalesce(' ' || postnummer, '') || coalesce(' ' || poststed, ''))) STORED
);

-- One dwelling is registered once: by the owner's id, and by what it is called in Matrikkelen.
CREATE UNIQUE INDEX bolig_leverandor ON bolig (leverandor_bolig_id) WHERE leverandor_bolig_id IS NOT NULL;
CREATE UNIQUE INDEX bolig_matrikkel ON bolig (matrikkel, bruksenhetsnummer, ekstra_referanse) NULLS NOT DISTINCT
    WHERE matrikkel IS NOT NULL AND (bruksenhetsnummer IS NOT NULL OR leverandor_bolig_id IS NULL);

-- Search comes in the order of id, at most a page at a time. Two indexes give it in that order, within an area and among
-- what is vacant, and check the other filters without visiting the dwelling; the other two find what is rare.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX bolig_omraade ON bolig (omraade, id, kategori, status, soverom, maanedsleie);
CREATE INDEX bolig_ledig ON bolig (id, kategori, soverom, maanedsleie) WHERE status IN ('ledig-klar', 'ledig-enkel-istandsetting');
CREATE INDEX bolig_leie ON bolig (maanedsleie, soverom, kategori, status);
CREATE INDEX bolig_soek ON bolig USING gin (kategori, status, egenskaper, adresse_soek);

-- An import without a column for an egenskap leaves that egenskap as it is: only those that the file covers are replaced.
CREATE FUNCTION bolig_egenskaper(naa text[], fil text[], dekket text[]) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
    SELECT ARRAY(SELECT e COLLATE "C" FROM unnest(naa) e WHERE e <> ALL (dekket) UNION SELECT unnest(fil) ORDER BY 1)
$$;

-- The statuses that a dwelling has had before today's, [fra, til).
CREATE TABLE bolig_statushistorikk (
    bolig_id    uuid NOT NULL REFERENCES bolig,
    status      text NOT NULL,
    fra         date NOT NULL,
    til         date NOT NULL,
    registrert  timestamptz NOT NULL DEFAULT now(),
    CHECK (fra <= til)
);
CREATE INDEX bolig_statushistorikk_bolig ON bolig_statushistorikk (bolig_id, registrert);

-- Counts for /boliger/antall, kept as differences: writers only add rows, so they never wait for each other, and a count
-- over the whole register reads a few hundred rows instead of a million. Now and then a writer sums up what others left.
CREATE TABLE bolig_antall (
    omraade  text NOT NULL,
    kategori text NOT NULL,
    status   text NOT NULL,
    antall   bigint NOT NULL
);

CREATE FUNCTION bolig_endret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO bolig_antall
        SELECT omraade, kategori, status, count(*) FROM ny GROUP BY 1, 2, 3;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO bolig_antall
        SELECT omraade, kategori, status, -count(*) FROM gammel GROUP BY 1, 2, 3;
    ELSE
        INSERT INTO bolig_antall
        SELECT omraade, kategori, status, sum(n)
        FROM (SELECT omraade, kategori, status, 1 AS n FROM ny
              UNION ALL
              SELECT omraade, kategori, status, -1 FROM gammel) forskjell
        GROUP BY 1, 2, 3 HAVING sum(n) <> 0;

        INSERT INTO bolig_statushistorikk (bolig_id, status, fra, til)
        SELECT id, g.status, g.status_fra, n.status_fra
        FROM gammel g JOIN ny n USING (id)
        WHERE g.status <> n.status;
    END IF;

    IF random() < 0.01 THEN
        WITH delte AS (
            DELETE FROM bolig_antall
            WHERE ctid = ANY (ARRAY(SELECT ctid FROM bolig_antall FOR UPDATE SKIP LOCKED))
            RETURNING *)
        INSERT INTO bolig_antall
        SELECT omraade, kategori, status, sum(antall) FROM delte GROUP BY 1, 2, 3 HAVING sum(antall) <> 0;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER bolig_ny AFTER INSERT ON bolig
    REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION bolig_endret();
CREATE TRIGGER bolig_endret AFTER UPDATE ON bolig
    REFERENCING OLD TABLE AS gammel NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION bolig_endret();
CREATE TRIGGER bolig_slettet AFTER DELETE ON bolig
    REFERENCING OLD TABLE AS gammel FOR EACH STATEMENT EXECUTE FUNCTION bolig_endret();
