-- How often the places have been changed: who has read them, sees by it whether to read them again.
CREATE TABLE plassversjon (versjon bigint NOT NULL);
INSERT INTO plassversjon VALUES (1);
CREATE FUNCTION plass_endret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE plassversjon SET versjon = versjon + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER plass_endret AFTER INSERT OR UPDATE OR DELETE ON plass FOR EACH STATEMENT EXECUTE FUNCTION plass_endret();
CREATE TRIGGER tilbyder_endret AFTER INSERT OR UPDATE OR DELETE ON tilbyder FOR EACH STATEMENT EXECUTE FUNCTION plass_endret();

-- What takes places from a day on, read from the index alone: few have gone since, and few are booked ahead.
CREATE INDEX plassbelegg_klar ON plassbelegg (klar, fra) INCLUDE (plass_id, opphold_id);

-- What begins (1) and ends (-1) on each day, by kind and condition: a year's capacity is reckoned from it. Who books appends and
-- waits for nobody; Kapasitetsvakt draws the rows of a day together.
CREATE TABLE plassendring (
    enhet            text COLLATE "C" NOT NULL,
    slag             text COLLATE "C" NOT NULL,
    krever_rusfrihet boolean NOT NULL,
    tar_barn         boolean NOT NULL,
    hva              text COLLATE "C" NOT NULL,      -- belagt, stengt, klargjoering
    dag              date NOT NULL,
    antall           integer NOT NULL
);
CREATE INDEX plassendring_dag ON plassendring (enhet, dag) INCLUDE (slag, krever_rusfrihet, tar_barn, hva, antall);

CREATE FUNCTION belegg_endringer(stengt boolean, fra date, til date, klar date) RETURNS TABLE (hva text, dag date, antall integer) LANGUAGE sql IMMUTABLE AS $$
    SELECT * FROM (VALUES (CASE WHEN stengt THEN 'stengt' ELSE 'belagt' END, fra, 1), (CASE WHEN stengt THEN 'stengt' ELSE 'belagt' END, til, -1), ('klargjoering', til, 1), ('klargjoering', klar, -1)) AS e
$$;

INSERT INTO plassendring
SELECT p.enhet, p.slag, p.krever_rusfrihet, p.tar_barn, e.hva, e.dag, sum(e.antall)
FROM plassbelegg b JOIN plass p ON p.id = b.plass_id CROSS JOIN LATERAL belegg_endringer(b.opphold_id IS NULL, b.fra, b.til, b.klar) AS e
GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(e.antall) <> 0;

CREATE FUNCTION plassbelegg_endret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What the bookings are in, does not change its kind meanwhile.
    IF TG_OP <> 'INSERT' THEN
        PERFORM FROM plass WHERE id IN (SELECT plass_id FROM gamle) ORDER BY id FOR SHARE;
        INSERT INTO plassendring
        SELECT p.enhet, p.slag, p.krever_rusfrihet, p.tar_barn, e.hva, e.dag, -sum(e.antall)
        FROM gamle b JOIN plass p ON p.id = b.plass_id CROSS JOIN LATERAL belegg_endringer(b.opphold_id IS NULL, b.fra, b.til, b.klar) AS e
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(e.antall) <> 0;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM FROM plass WHERE id IN (SELECT plass_id FROM nye) ORDER BY id FOR SHARE;
        INSERT INTO plassendring
        SELECT p.enhet, p.slag, p.krever_rusfrihet, p.tar_barn, e.hva, e.dag, sum(e.antall)
        FROM nye b JOIN plass p ON p.id = b.plass_id CROSS JOIN LATERAL belegg_endringer(b.opphold_id IS NULL, b.fra, b.til, b.klar) AS e
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(e.antall) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER plassbelegg_lagt_til AFTER INSERT ON plassbelegg REFERENCING NEW TABLE AS nye FOR EACH STATEMENT EXECUTE FUNCTION plassbelegg_endret();
CREATE TRIGGER plassbelegg_endret AFTER UPDATE ON plassbelegg REFERENCING OLD TABLE AS gamle NEW TABLE AS nye FOR EACH STATEMENT EXECUTE FUNCTION plassbelegg_endret();
CREATE TRIGGER plassbelegg_fjernet AFTER DELETE ON plassbelegg REFERENCING OLD TABLE AS gamle FOR EACH STATEMENT EXECUTE FUNCTION plassbelegg_endret();

CREATE FUNCTION plass_fikk_nye_vilkaar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO plassendring
    SELECT NEW.enhet, v.slag, v.krever_rusfrihet, v.tar_barn, e.hva, e.dag, sum(v.fortegn * e.antall)
    FROM plassbelegg b CROSS JOIN LATERAL belegg_endringer(b.opphold_id IS NULL, b.fra, b.til, b.klar) AS e
    CROSS JOIN (VALUES (OLD.slag, OLD.krever_rusfrihet, OLD.tar_barn, -1), (NEW.slag, NEW.krever_rusfrihet, NEW.tar_barn, 1)) AS v (slag, krever_rusfrihet, tar_barn, fortegn)
    WHERE b.plass_id = NEW.id
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(v.fortegn * e.antall) <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER plass_fikk_nye_vilkaar AFTER UPDATE ON plass FOR EACH ROW
    WHEN ((OLD.slag, OLD.krever_rusfrihet, OLD.tar_barn) IS DISTINCT FROM (NEW.slag, NEW.krever_rusfrihet, NEW.tar_barn)) EXECUTE FUNCTION plass_fikk_nye_vilkaar();
