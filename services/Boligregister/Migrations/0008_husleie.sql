-- Rent. What the tenants owe is a ledger of postings that are only added; all else is computed from it.

-- An account for each lease: who pays it by which KID, and what the postings add up to, kept by the trigger below.
CREATE SEQUENCE husleie_kid_nr;

-- Nine digits and a control digit by mod 10 (Luhn), as the bank checks it.
CREATE FUNCTION husleie_kid(nr bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN lpad(nr::text, 9, '0') || (10 - (
    SELECT sum(CASE WHEN plass % 2 = 1 THEN siffer * 2 / 10 + siffer * 2 % 10 ELSE siffer END)
    FROM (SELECT plass, substr(reverse(lpad(nr::text, 9, '0')), plass, 1)::integer AS siffer FROM generate_series(1, 9) plass) s) % 10) % 10;

CREATE TABLE husleiekonto (
    leieforhold_id uuid PRIMARY KEY REFERENCES leieforhold ON DELETE CASCADE,
    enhet          text NOT NULL,
    kid            text NOT NULL UNIQUE DEFAULT husleie_kid(nextval('husleie_kid_nr')),
    fordring       numeric(14, 2) NOT NULL DEFAULT 0,  -- what the accounts say is owed; below 0: paid ahead
    avskrevet      numeric(14, 2) NOT NULL DEFAULT 0,  -- written off in the accounts, still owed
    eldste_forfall date,                               -- of the oldest krav that is not wholly paid, due or not
    siste_forfall  date                                -- of the last krav
);

-- The queue of arrears is read in the order of the lease.
CREATE INDEX husleiekonto_skylder ON husleiekonto (enhet, leieforhold_id) INCLUDE (eldste_forfall) WHERE eldste_forfall IS NOT NULL;

CREATE FUNCTION husleiekonto_aapne() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO husleiekonto (leieforhold_id, enhet) SELECT id, enhet FROM ny ORDER BY id;
    RETURN NULL;
END $$;
CREATE TRIGGER leieforhold_konto AFTER INSERT ON leieforhold
    REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION husleiekonto_aapne();
INSERT INTO husleiekonto (leieforhold_id, enhet) SELECT id, enhet FROM leieforhold ORDER BY id;

-- What came from the bank; leieforhold_id null: nobody knows yet whose it is (uavklart).
CREATE TABLE innbetaling (
    id             uuid PRIMARY KEY,
    enhet          text NOT NULL,
    arkivreferanse text NOT NULL,                      -- the bank's own name for it
    dato           date NOT NULL,
    beloep         numeric(12, 2) NOT NULL CHECK (beloep > 0),
    kid            text,
    leieforhold_id uuid,
    registrert     timestamptz NOT NULL,

    -- Never counted twice.
    CONSTRAINT innbetaling_en_gang UNIQUE (enhet, arkivreferanse)
);
CREATE INDEX innbetaling_uavklart ON innbetaling (enhet, id) WHERE leieforhold_id IS NULL;

-- The ledger. A posting changes what is owed (fordring + avskrevet): krav and tillegg raise it, kreditering and innbetaling
-- lower it, avskrivning moves it from the accounts to what is written off. The other side of each is given by its type.
CREATE TABLE husleiepost (
    nr             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leieforhold_id uuid NOT NULL,                      -- has an account: the trigger sees to it
    dato           date NOT NULL,                      -- the day it counts from
    forfall        date,                               -- krav, tillegg, kreditering: when what they are about falls due
    maaned         date,                               -- … and the month it is the rent of
    fordring       numeric(12, 2) NOT NULL,
    avskrevet      numeric(12, 2) NOT NULL DEFAULT 0,
    innbetaling_id uuid,
    type           text NOT NULL,
    begrunnelse    text,
    bokfoert_av    text NOT NULL,
    registrert     timestamptz NOT NULL,

    CONSTRAINT husleiepost_type CHECK (CASE type
        WHEN 'krav' THEN fordring > 0 AND avskrevet = 0
        WHEN 'tillegg' THEN fordring > 0 AND avskrevet = 0
        WHEN 'kreditering' THEN fordring <= 0 AND avskrevet <= 0 AND fordring + avskrevet < 0
        WHEN 'innbetaling' THEN fordring <= 0 AND avskrevet <= 0 AND fordring + avskrevet < 0
        WHEN 'tilbakefoering' THEN fordring >= 0 AND avskrevet >= 0 AND fordring + avskrevet > 0
        WHEN 'tilbakebetaling' THEN fordring > 0 AND avskrevet = 0
        WHEN 'avskrivning' THEN fordring < 0 AND avskrevet = -fordring
        ELSE false END),
    CONSTRAINT husleiepost_krav CHECK ((type IN ('krav', 'tillegg', 'kreditering')) = (forfall IS NOT NULL) AND (forfall IS NULL) = (maaned IS NULL)),
    CONSTRAINT husleiepost_bank CHECK ((type IN ('innbetaling', 'tilbakefoering')) = (innbetaling_id IS NOT NULL))
);

-- One krav for each lease and month; all of one month lie together.
CREATE UNIQUE INDEX husleiepost_ett_krav ON husleiepost (maaned, leieforhold_id) WHERE type = 'krav';
-- An account is read without visiting the postings.
CREATE INDEX husleiepost_konto ON husleiepost (leieforhold_id, dato) INCLUDE (forfall, fordring, avskrevet);

-- What is unpaid of what fell due before a day, as the ledger was at that day: payments cover the oldest first, so what is
-- owed is the newest. 'infinity': also what is not due yet.
CREATE FUNCTION husleie_aapne_krav(leieforhold uuid, per date) RETURNS TABLE (forfall date, krevd numeric, ubetalt numeric) LANGUAGE sql STABLE AS $$
    SELECT forfall, krevd, least(krevd, skyldig - nyere)
    FROM (SELECT p.forfall, sum(p.fordring + p.avskrevet) AS krevd,
                 sum(sum(p.fordring + p.avskrevet)) OVER () AS skyldig,
                 coalesce(sum(sum(p.fordring + p.avskrevet)) OVER (ORDER BY p.forfall DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS nyere
          FROM husleiepost p
          WHERE p.leieforhold_id = $1 AND p.dato <= $2 AND (p.forfall IS NULL OR p.forfall < $2)
          GROUP BY p.forfall) k
    WHERE forfall IS NOT NULL AND krevd > 0 AND skyldig > nyere
$$;

-- The account follows its postings. Accounts are locked in one order, so that runs at the same time wait and never stop each other.
CREATE FUNCTION husleiepost_bokfoert() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    laast integer;
BEGIN
    SELECT count(*) INTO laast
    FROM (SELECT FROM husleiekonto WHERE leieforhold_id IN (SELECT leieforhold_id FROM ny) ORDER BY leieforhold_id FOR UPDATE) k;
    IF laast <> (SELECT count(DISTINCT leieforhold_id) FROM ny) THEN
        RAISE EXCEPTION 'a posting on a lease without an account';
    END IF;

    UPDATE husleiekonto k SET
        fordring = k.fordring + e.fordring,
        avskrevet = k.avskrevet + e.avskrevet,
        siste_forfall = greatest(k.siste_forfall, e.forfall),
        eldste_forfall = CASE
            WHEN k.fordring + k.avskrevet + e.fordring + e.avskrevet <= 0 THEN NULL
            -- The usual: one krav, newer than all before it.
            WHEN e.antall = 1 AND e.fordring > 0 AND e.forfall > coalesce(k.siste_forfall, '-infinity')
                THEN CASE WHEN k.fordring + k.avskrevet > 0 THEN k.eldste_forfall ELSE e.forfall END
            ELSE (SELECT min(a.forfall) FROM husleie_aapne_krav(k.leieforhold_id, 'infinity') a) END
    FROM (SELECT leieforhold_id, sum(fordring) AS fordring, sum(avskrevet) AS avskrevet, max(forfall) AS forfall, count(*) AS antall
          FROM ny GROUP BY leieforhold_id) e
    WHERE k.leieforhold_id = e.leieforhold_id;
    RETURN NULL;
END $$;
CREATE TRIGGER husleiepost_bokfoert AFTER INSERT ON husleiepost
    REFERENCING NEW TABLE AS ny FOR EACH STATEMENT EXECUTE FUNCTION husleiepost_bokfoert();

CREATE FUNCTION husleiepost_staar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a posting is never changed: post a correction';
END $$;
CREATE TRIGGER husleiepost_staar BEFORE UPDATE OR DELETE OR TRUNCATE ON husleiepost FOR EACH STATEMENT EXECUTE FUNCTION husleiepost_staar();

-- The rent of a month for each lease of a unit: by the day, with the rent that is in force that day (Regler/Maanedskrav.cs),
-- until the lease ends as far as is known on a day (leieforhold_slutt).
CREATE FUNCTION husleie_maanedskrav(enhet text, maaned date, dag date) RETURNS TABLE (leieforhold_id uuid, beloep numeric) LANGUAGE sql STABLE AS $$
    SELECT l.id, round(sum(f.maanedsleie * (least(m.slutt, l.slutt, f.neste) - greatest(m.start, l.fra, f.fra))) / (m.slutt - m.start), 2)
    FROM (SELECT $2 AS start, ($2 + interval '1 month')::date AS slutt) m
    JOIN (SELECT id, enhet, fra, leieforhold_slutt(til, innflyttet, utflyttet, $3) AS slutt FROM leieforhold) l
        ON l.enhet = $1 AND l.fra < m.slutt AND (l.slutt IS NULL OR l.slutt > m.start)
    JOIN (SELECT leieforhold_id, fra, maanedsleie, lead(fra) OVER (PARTITION BY leieforhold_id ORDER BY fra) AS neste FROM leiefastsettelse) f
        ON f.leieforhold_id = l.id AND f.fra < least(m.slutt, l.slutt) AND (f.neste IS NULL OR f.neste > greatest(m.start, l.fra))
    GROUP BY l.id, m.slutt, m.start
$$;

-- How a lease is paid, from a day.
CREATE TABLE betalingsform (
    leieforhold_id uuid NOT NULL REFERENCES leieforhold ON DELETE CASCADE,
    fra            date NOT NULL,
    form           text NOT NULL CHECK (form IN ('faktura', 'avtalegiro', 'fast-trekk', 'frivillig-forvaltning')),
    registrert_av  text NOT NULL,
    CONSTRAINT betalingsform_en_om_dagen PRIMARY KEY (leieforhold_id, fra)
);

-- What is owed, to be paid in instalments beside the rent that falls due.
CREATE TABLE betalingsavtale (
    id             uuid PRIMARY KEY,
    leieforhold_id uuid NOT NULL REFERENCES leieforhold ON DELETE CASCADE,
    inngaatt       date NOT NULL,
    restanse       numeric(12, 2) NOT NULL,            -- what the agreement is about
    avdrag_forfall date[] NOT NULL,
    avdrag_beloep  numeric(12, 2)[] NOT NULL CHECK (cardinality(avdrag_beloep) = cardinality(avdrag_forfall)),
    inngaatt_av    text NOT NULL,
    avsluttet      date,
    avsluttet_av   text,
    begrunnelse    text
);
CREATE UNIQUE INDEX betalingsavtale_en_aapen ON betalingsavtale (leieforhold_id) WHERE avsluttet IS NULL;
CREATE INDEX betalingsavtale_leieforhold ON betalingsavtale (leieforhold_id, id);

-- What NAV has decided to pay and has not paid yet, maybe.
CREATE TABLE husleiedekning (
    vedtak_id      uuid PRIMARY KEY,
    leieforhold_id uuid NOT NULL,
    beloep         numeric(12, 2) NOT NULL,
    dato           date NOT NULL
);
CREATE INDEX husleiedekning_leieforhold ON husleiedekning (leieforhold_id, dato);

-- The ladder from purring to fravikelse, for a lease that is in arrears.
CREATE TABLE fravikelsessak (
    id               uuid PRIMARY KEY,
    leieforhold_id   uuid NOT NULL REFERENCES leieforhold ON DELETE CASCADE,
    enhet            text NOT NULL,
    purret           date NOT NULL,
    varslet          date,                             -- tvangsfullbyrdelsesloven § 4-18
    reservert        date,                             -- the tenant does not want NAV to know (husleieloven § 9-11)
    nav_varslet      date,                             -- husleieloven § 9-11
    nav_svart        date,
    nav_utfall       text,
    begjaert         date,
    avsluttet        date,
    utfall           text CHECK (utfall IN ('gjennomfoert', 'avverget')),
    aarsak           text,
    barn             integer NOT NULL,                 -- children in the home when it was last looked at
    neste_tidligst   date,                             -- from when the next step can be taken; null: none
    steg             jsonb NOT NULL DEFAULT '[]',      -- what was done, when and by whom
    CHECK ((avsluttet IS NULL) = (utfall IS NULL))
);
CREATE UNIQUE INDEX fravikelsessak_en_aapen ON fravikelsessak (leieforhold_id) WHERE avsluttet IS NULL;
CREATE INDEX fravikelsessak_aapne ON fravikelsessak (enhet, id) INCLUDE (neste_tidligst) WHERE avsluttet IS NULL;
CREATE INDEX fravikelsessak_leieforhold ON fravikelsessak (leieforhold_id, id);

-- What fell due on a day or before, is unpaid and is not written off yet.
CREATE FUNCTION husleie_avskrivbart(enhet text, siste_forfall date) RETURNS TABLE (leieforhold_id uuid, beloep numeric) LANGUAGE sql STABLE AS $$
    SELECT k.leieforhold_id, sum(a.ubetalt) - k.avskrevet
    FROM husleiekonto k CROSS JOIN LATERAL husleie_aapne_krav(k.leieforhold_id, 'infinity') a
    WHERE k.enhet = $1 AND k.eldste_forfall <= $2 AND a.forfall <= $2
    GROUP BY k.leieforhold_id, k.avskrevet HAVING sum(a.ubetalt) > k.avskrevet
    ORDER BY k.leieforhold_id
$$;
