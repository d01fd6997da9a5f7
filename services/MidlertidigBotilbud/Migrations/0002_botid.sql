-- The keys to a dwelling were handed over: the stay could end. A person says whether it did.
ALTER TABLE opphold ADD COLUMN foreslaatt_slutt date;

CREATE INDEX opphold_til ON opphold (enhet, til);

-- What the clock asks for, when somebody has done it.
CREATE TABLE botidssteg (
    id           uuid PRIMARY KEY,
    enhet        text NOT NULL,
    husstand_id  uuid NOT NULL,
    steg         text NOT NULL CHECK (steg IN ('varsel', 'plankontroll', 'leder', 'nettverksgruppe')),
    dato         date NOT NULL,
    merknad      text NOT NULL,
    av           text NOT NULL
);
CREATE INDEX botidssteg_husstand ON botidssteg (husstand_id);

-- Over three months: why, who stands for it, and until when.
CREATE TABLE botidsunntak (
    id             uuid PRIMARY KEY,
    enhet          text NOT NULL,
    husstand_id    uuid NOT NULL,
    dato           date NOT NULL,
    til            date NOT NULL CHECK (til > dato),
    begrunnelse    text NOT NULL,
    barnets_beste  text,
    leder          text NOT NULL
);
CREATE INDEX botidsunntak_husstand ON botidsunntak (husstand_id);

-- How a household is to get a home of its own; there is one case for each henvendelse.
CREATE TABLE boligplan (
    henvendelse_id   uuid PRIMARY KEY REFERENCES henvendelse,
    ansvarlig        text NOT NULL,
    henger_paa       text NOT NULL,
    neste_steg       text NOT NULL,
    frist            date NOT NULL,
    oppdatert        date NOT NULL,
    oppdatert_av     text NOT NULL,
    samtykke         date,                          -- to sending an application over
    oversendt        date,
    soeknad_id       uuid,                          -- as boligregister has told
    soeknad_status   text,
    soeknad_dato     date
);
CREATE INDEX boligplan_soeknad ON boligplan (soeknad_id) WHERE soeknad_id IS NOT NULL;

-- The clock of each household that has a stay on a day: since when, and how many nights. It is cumulative over places and over breaks of at most
-- so many days; a break is not counted. Who has not been said to have left is there still. Natthjem is no midlertidig botilbud.
CREATE FUNCTION botidsklokke(i_enhet text, i_dag date, i_brudd integer, i_husstand uuid DEFAULT NULL)
RETURNS TABLE (husstand_id uuid, fra date, doegn integer) LANGUAGE sql STABLE AS $$
WITH naa AS (
    SELECT DISTINCT o.husstand_id FROM opphold o
    WHERE o.enhet = i_enhet AND (o.status = 'loeper' OR o.til > i_dag) AND o.status <> 'uteblitt' AND o.fra <= i_dag AND NOT o.natthjem
      AND (i_husstand IS NULL OR o.husstand_id = i_husstand)),
netter AS (
    SELECT o.husstand_id, o.fra, CASE WHEN o.status = 'loeper' THEN i_dag ELSE least(o.til, i_dag) END AS til
    FROM opphold o JOIN naa USING (husstand_id)
    WHERE o.enhet = i_enhet AND o.status <> 'uteblitt' AND o.fra <= i_dag AND NOT o.natthjem),
rekke AS (
    SELECT n.*, max(n.til) OVER (PARTITION BY n.husstand_id ORDER BY n.fra, n.til ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS forrige FROM netter n),
perioder AS (
    SELECT r.*, count(*) FILTER (WHERE r.forrige IS NULL OR r.fra - r.forrige > i_brudd) OVER (PARTITION BY r.husstand_id ORDER BY r.fra, r.til ROWS UNBOUNDED PRECEDING) AS periode FROM rekke r),
summer AS (
    SELECT p.husstand_id, p.periode, min(p.fra) AS fra, sum(greatest(0, p.til - greatest(p.fra, coalesce(p.forrige, p.fra))))::integer AS doegn
    FROM perioder p GROUP BY p.husstand_id, p.periode)
SELECT DISTINCT ON (s.husstand_id) s.husstand_id, s.fra, s.doegn FROM summer s ORDER BY s.husstand_id, s.periode DESC
$$;
