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

-- Each link is the hash of the one before and its row. Made at commit, so that the links stand in the order of the commits
-- and nobody waits for another's lock while doing something else.
CREATE TABLE tilgangslogg_kjede (
    nr          bigint      PRIMARY KEY,
    rad         uuid        NOT NULL UNIQUE,
    hash        bytea       NOT NULL
);

CREATE FUNCTION tilgangslogg_hash(forrige bytea, rad tilgangslogg) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(forrige || convert_to(jsonb_build_array(
    rad.id, extract(epoch FROM rad.tidspunkt), rad.hvem, rad.navn, rad.rolle, rad.enhet, rad.handling, rad.person_ref, rad.sak, rad.felter, rad.formaal, rad.spor)::text, 'UTF8'));

CREATE FUNCTION tilgangslogg_kjed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    siste record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('tilgangslogg_kjede'));
    SELECT nr, hash INTO siste FROM tilgangslogg_kjede ORDER BY nr DESC LIMIT 1;
    INSERT INTO tilgangslogg_kjede VALUES (coalesce(siste.nr, 0) + 1, NEW.id, tilgangslogg_hash(coalesce(siste.hash, ''), NEW));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER tilgangslogg_kjed AFTER INSERT ON tilgangslogg
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tilgangslogg_kjed();

-- The whole chain computed anew: whether it holds, the number of rows, the last link, and the first fault.
CREATE FUNCTION tilgangslogg_verifisering(OUT hel boolean, OUT antall bigint, OUT siste_nr bigint, OUT siste_hash text, OUT brudd text) LANGUAGE sql STABLE AS $$
WITH ledd AS (
    SELECT nr, rad, hash, lag(hash, 1, ''::bytea) OVER (ORDER BY nr) AS forrige, lag(nr, 1, 0::bigint) OVER (ORDER BY nr) AS forrige_nr FROM tilgangslogg_kjede),
feil AS (
    SELECT CASE WHEN l.nr IS NULL THEN 'rad uten ledd' WHEN t.id IS NULL THEN 'raden er borte' WHEN forrige_nr + 1 <> l.nr THEN 'leddet foran er borte' ELSE 'raden eller leddet er endret' END
           || ' (' || coalesce('ledd ' || l.nr || ', ', '') || 'rad ' || coalesce(l.rad, t.id) || ')' AS hva
    FROM ledd l FULL JOIN tilgangslogg t ON t.id = l.rad
    WHERE l.nr IS NULL OR t.id IS NULL OR forrige_nr + 1 <> l.nr OR l.hash <> tilgangslogg_hash(forrige, t)
    ORDER BY l.nr LIMIT 1)
SELECT NOT EXISTS (SELECT FROM feil), (SELECT count(*) FROM tilgangslogg), coalesce((SELECT max(nr) FROM ledd), 0),
       coalesce((SELECT encode(hash, 'hex') FROM ledd ORDER BY nr DESC LIMIT 1), ''), (SELECT hva FROM feil)
$$;

CREATE FUNCTION tilgangslogg_staar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'tilgangsloggen kan ikke endres';
END $$;

CREATE TRIGGER tilgangslogg_staar BEFORE UPDATE OR DELETE OR TRUNCATE ON tilgangslogg FOR EACH STATEMENT EXECUTE FUNCTION tilgangslogg_staar();
CREATE TRIGGER tilgangslogg_kjede_staar BEFORE UPDATE OR DELETE OR TRUNCATE ON tilgangslogg_kjede FOR EACH STATEMENT EXECUTE FUNCTION tilgangslogg_staar();
