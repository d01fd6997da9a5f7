-- What is unpaid stands on the account, by due date: arrears are read a page at a time without the postings behind them. The oldest follows from it.
DROP INDEX husleiekonto_skylder;
ALTER TABLE husleiekonto
    ADD aapne_forfall date[] NOT NULL DEFAULT '{}',              -- of each krav that is not wholly paid, due or not, the oldest first
    ADD aapne_ubetalt numeric(12, 2)[] NOT NULL DEFAULT '{}',    -- … and what of it is unpaid
    ADD CHECK (cardinality(aapne_ubetalt) = cardinality(aapne_forfall));
UPDATE husleiekonto k SET (aapne_forfall, aapne_ubetalt) = (
    SELECT array_agg(a.forfall ORDER BY a.forfall), array_agg(a.ubetalt ORDER BY a.forfall) FROM husleie_aapne_krav(k.leieforhold_id, 'infinity') a)
WHERE eldste_forfall IS NOT NULL;
ALTER TABLE husleiekonto DROP eldste_forfall, ADD eldste_forfall date GENERATED ALWAYS AS (aapne_forfall[1]) STORED;
CREATE INDEX husleiekonto_skylder ON husleiekonto (enhet, leieforhold_id) INCLUDE (eldste_forfall) WHERE eldste_forfall IS NOT NULL;
DROP FUNCTION husleie_aapne_krav_naa;

-- The account follows its postings. Accounts are locked in one order, so that runs at the same time wait and never stop each other.
CREATE OR REPLACE FUNCTION husleiepost_bokfoert() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    laast integer;
BEGIN
    SELECT count(*) INTO laast
    FROM (SELECT FROM husleiekonto WHERE leieforhold_id IN (SELECT leieforhold_id FROM ny) ORDER BY leieforhold_id FOR UPDATE) k;
    IF laast <> (SELECT count(DISTINCT leieforhold_id) FROM ny) THEN
        RAISE EXCEPTION 'a posting on a lease without an account';
    END IF;

    UPDATE husleiekonto k SET
        fordring = e.fordring,
        avskrevet = e.avskrevet,
        siste_forfall = e.siste_forfall,
        (aapne_forfall, aapne_ubetalt) = (
            SELECT CASE WHEN e.nyest THEN k.aapne_forfall || e.forfall ELSE coalesce(array_agg(a.forfall ORDER BY a.forfall), '{}') END,
                   CASE WHEN e.nyest THEN k.aapne_ubetalt || least(e.krevd, e.skyldig) ELSE coalesce(array_agg(a.ubetalt ORDER BY a.forfall), '{}') END
            FROM husleie_aapne_krav(k.leieforhold_id, 'infinity') a WHERE e.skyldig > 0 AND NOT e.nyest)
    FROM (SELECT leieforhold_id, o.fordring + n.fordring AS fordring, o.avskrevet + n.avskrevet AS avskrevet, greatest(o.siste_forfall, n.forfall) AS siste_forfall,
                 o.fordring + n.fordring + o.avskrevet + n.avskrevet AS skyldig, n.forfall, n.fordring AS krevd,
                 -- The usual: one krav, newer than all before it, that is not paid ahead.
                 (n.antall = 1 AND n.fordring > 0 AND n.forfall > coalesce(o.siste_forfall, '-infinity') AND o.fordring + n.fordring + o.avskrevet > 0) IS TRUE AS nyest
          FROM (SELECT leieforhold_id, sum(fordring) AS fordring, sum(avskrevet) AS avskrevet, max(forfall) AS forfall, count(*) AS antall FROM ny GROUP BY leieforhold_id) n
          JOIN husleiekonto o USING (leieforhold_id)) e
    WHERE k.leieforhold_id = e.leieforhold_id;
    RETURN NULL;
END $$;

-- What fell due on a day or before, is unpaid and is not written off yet.
CREATE OR REPLACE FUNCTION husleie_avskrivbart(enhet text, siste_forfall date) RETURNS TABLE (leieforhold_id uuid, beloep numeric) LANGUAGE sql STABLE AS $$
    SELECT k.leieforhold_id, sum(a.ubetalt) - k.avskrevet
    FROM husleiekonto k CROSS JOIN LATERAL unnest(k.aapne_forfall, k.aapne_ubetalt) a(forfall, ubetalt)
    WHERE k.enhet = $1 AND k.eldste_forfall <= $2 AND a.forfall <= $2
    GROUP BY k.leieforhold_id, k.avskrevet HAVING sum(a.ubetalt) > k.avskrevet
    ORDER BY k.leieforhold_id
$$;
