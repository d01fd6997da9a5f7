-- People: a pseudonym, and what names them encrypted. Nothing here can be read without the keys.
CREATE TABLE person (
    person_ref  uuid        PRIMARY KEY,            -- keyed hash of the number, the same in every service
    noekkel     text        NOT NULL,               -- id of the key that the next column is encrypted with
    kryptert    bytea       NOT NULL,               -- AES-GCM of number and name: nonce, cipher, tag
    gradering   text        NOT NULL DEFAULT 'ugradert' CHECK (gradering IN ('ugradert', 'fortrolig', 'strengt-fortrolig')),
    registrert  timestamptz NOT NULL
);

CREATE INDEX person_noekkel ON person (noekkel);

-- The units that work with a person: to the others the person does not exist.
CREATE TABLE person_enhet (
    person_ref  uuid        NOT NULL REFERENCES person,
    enhet       text        NOT NULL,
    registrert  timestamptz NOT NULL,
    PRIMARY KEY (person_ref, enhet)
);

-- folkeregisterloven § 10-4: with a graded address a person is invisible, and so is what would show one.
CREATE FUNCTION person_skjult(ref uuid, skjermet boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT skjermet AND EXISTS (SELECT FROM person WHERE person_ref = ref AND gradering <> 'ugradert');

-- Who looked at whom and why. Rows are only added.
CREATE TABLE tilgangslogg (
    id          uuid        PRIMARY KEY,
    tidspunkt   timestamptz NOT NULL,
    hvem        text        NOT NULL,               -- the issuer's id of the caller
    navn        text        NOT NULL,
    rolle       text        NOT NULL,
    enhet       text        NOT NULL,
    handling    text        NOT NULL CHECK (handling IN ('lest', 'skrevet', 'soekt')),
    person_ref  uuid,                               -- null: a search that met nobody
    sak         text,                               -- «leieforhold/0198…»
    felter      text        NOT NULL,               -- a group of fields: «identitet», «leieforhold»
    formaal     text        NOT NULL,
    spor        text                                -- trace id
);

CREATE INDEX tilgangslogg_person ON tilgangslogg (person_ref, id DESC);
CREATE INDEX tilgangslogg_enhet ON tilgangslogg (enhet, id DESC);

-- Each link is the hash of the one before and its rows. What is written is linked at commit, so that nobody waits for the
-- chain while holding something else; what is read comes in a statement of its own, many rows to a link.
CREATE TABLE tilgangslogg_kjede (
    nr          bigint      PRIMARY KEY,
    rader       uuid[]      NOT NULL,
    hash        bytea       NOT NULL
);

CREATE FUNCTION tilgangslogg_tekst(rad tilgangslogg) RETURNS text LANGUAGE sql IMMUTABLE
RETURN json_build_array(
    rad.id, extract(epoch FROM rad.tidspunkt), rad.hvem, rad.navn, rad.rolle, rad.enhet, rad.handling, rad.person_ref, rad.sak, rad.felter, rad.formaal, rad.spor)::text;

CREATE FUNCTION tilgangslogg_hash(forrige bytea, tekst text) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(coalesce(forrige, '') || convert_to(tekst, 'UTF8'));

CREATE FUNCTION tilgangslogg_ledd(nye tilgangslogg[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7101);
    INSERT INTO tilgangslogg_kjede
    SELECT coalesce(siste.nr, 0) + 1, rader, tilgangslogg_hash(siste.hash, tekst)
    FROM (SELECT array_agg(n.id ORDER BY n.id) AS rader, string_agg(tilgangslogg_tekst(n), E'\n' ORDER BY n.id) AS tekst FROM unnest(nye) n) ny
    LEFT JOIN LATERAL (SELECT nr, hash FROM tilgangslogg_kjede ORDER BY nr DESC LIMIT 1) siste ON true;
END $$;

CREATE FUNCTION tilgangslogg_kjed_lest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    nye tilgangslogg[] = (SELECT array_agg(ROW(n.*)::tilgangslogg) FROM ny n WHERE handling <> 'skrevet');
BEGIN
    IF nye IS NOT NULL THEN
        PERFORM tilgangslogg_ledd(nye);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION tilgangslogg_kjed_skrevet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tilgangslogg_ledd(ARRAY[NEW]);
    RETURN NULL;
END $$;

CREATE TRIGGER tilgangslogg_kjed_lest AFTER INSERT ON tilgangslogg
    REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION tilgangslogg_kjed_lest();
CREATE CONSTRAINT TRIGGER tilgangslogg_kjed_skrevet AFTER INSERT ON tilgangslogg
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.handling = 'skrevet') EXECUTE FUNCTION tilgangslogg_kjed_skrevet();

-- The whole chain computed anew: whether it holds, the number of rows, the last link, and the first fault.
CREATE FUNCTION tilgangslogg_verifisering(OUT hel boolean, OUT antall bigint, OUT siste_nr bigint, OUT siste_hash text, OUT brudd text) LANGUAGE sql STABLE AS $$
WITH ledd AS (
    SELECT nr, rader, hash, lag(hash) OVER (ORDER BY nr) AS forrige, lag(nr, 1, 0::bigint) OVER (ORDER BY nr) AS forrige_nr FROM tilgangslogg_kjede),
lenket AS (
    SELECT l.nr, rad FROM ledd l CROSS JOIN unnest(l.rader) rad),
innhold AS (
    SELECT l.nr, count(t.id) AS funnet, string_agg(tilgangslogg_tekst(t), E'\n' ORDER BY t.id) AS tekst FROM lenket l LEFT JOIN tilgangslogg t ON t.id = l.rad GROUP BY l.nr),
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

CREATE FUNCTION tilgangslogg_staar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'tilgangsloggen kan ikke endres';
END $$;

CREATE TRIGGER tilgangslogg_staar BEFORE UPDATE OR DELETE OR TRUNCATE ON tilgangslogg FOR EACH STATEMENT EXECUTE FUNCTION tilgangslogg_staar();
CREATE TRIGGER tilgangslogg_kjede_staar BEFORE UPDATE OR DELETE OR TRUNCATE ON tilgangslogg_kjede FOR EACH STATEMENT EXECUTE FUNCTION tilgangslogg_staar();
