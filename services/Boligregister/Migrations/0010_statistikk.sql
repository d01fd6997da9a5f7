-- Statistics read a period by the day that something happened.
CREATE INDEX soeknad_mottatt_dag ON soeknad (mottatt) INCLUDE (type);
CREATE INDEX soeknad_avsluttet_dag ON soeknad (avsluttet);
CREATE INDEX soeknad_vedtak_avslag ON soeknad_vedtak (dato, soeknad_id, nr) WHERE utfall = 'avslag';
CREATE INDEX leieforhold_innflyttet ON leieforhold (innflyttet) WHERE innflyttet IS NOT NULL;
CREATE INDEX husleiepost_dag ON husleiepost (dato) INCLUDE (type, fordring);
CREATE INDEX fravikelsessak_varslet ON fravikelsessak (nav_varslet) WHERE nav_varslet IS NOT NULL;
CREATE INDEX fravikelsessak_avsluttet ON fravikelsessak (avsluttet) WHERE avsluttet IS NOT NULL;

-- KOSTRA's «ny søker»: applies for a dwelling, and did not live in a municipal one on the day.
CREATE FUNCTION soeknad_ny(type text, soekere uuid[], dag date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT $1 = 'ny' AND NOT EXISTS (
        SELECT FROM leieforhold l
        WHERE l.leietakere && $2 AND l.fra <= $3 AND coalesce(leieforhold_slutt(l.til, l.innflyttet, l.utflyttet, $3) > $3, true))
$$;

-- The dwellings that the municipality disposed of at the end of a day, and the rent: of the lease that ran, or of the dwelling.
-- What a dwelling is (category, rooms, whose) is as it is now; its status is as it was.
CREATE FUNCTION boligmasse(dag date) RETURNS TABLE (bolig_id uuid, kategori text, disposisjonsform text, omraade text, soverom integer, bruksareal numeric, maanedsleie numeric)
LANGUAGE sql STABLE AS $$
    SELECT b.id, b.kategori, b.disposisjonsform, b.omraade, b.soverom, b.bruksareal, coalesce(leie.maanedsleie, b.maanedsleie)
    FROM bolig b
    LEFT JOIN LATERAL (SELECT h.status FROM bolig_statushistorikk h WHERE h.bolig_id = b.id AND h.fra <= $1 AND h.til > $1 ORDER BY h.registrert DESC LIMIT 1) foer ON b.status_fra > $1
    LEFT JOIN LATERAL (
        SELECT f.maanedsleie FROM leieforhold l JOIN leiefastsettelse f ON f.leieforhold_id = l.id
        WHERE l.bolig_id = b.id AND l.fra <= $1 AND f.fra <= $1 AND coalesce(leieforhold_slutt(l.til, l.innflyttet, l.utflyttet, $1) > $1, true)
        ORDER BY f.fra DESC LIMIT 1) leie ON true
    WHERE CASE WHEN b.status_fra <= $1 THEN b.status <> 'avhendet' ELSE foer.status <> 'avhendet' END
$$;
