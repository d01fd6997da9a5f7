-- Who should have left a place and has not been said to.
CREATE FUNCTION burde_ha_reist(i_enhet text, i_dag date) RETURNS TABLE (plass_id uuid, fra date, klar date) LANGUAGE sql STABLE AS $$
    SELECT b.plass_id, b.fra, b.klar FROM opphold o JOIN plassbelegg b ON b.opphold_id = o.id AND b.til = o.til
    WHERE o.enhet = i_enhet AND (CASE WHEN o.status = 'loeper' THEN o.til END) < i_dag
$$;

-- Locks a place and says why it cannot be had in some nights; null: it can. In one question, because somebody may be waiting for the same place: whoever comes
-- second waits at the lock, and meets what the first has made of it.
CREATE FUNCTION laas_plass(i_plass uuid, i_enhet text, i_ankomst date, i_avreise date, i_dag date) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    klargjoering integer;
BEGIN
    SELECT klargjoering_dager INTO klargjoering FROM plass WHERE id = i_plass AND enhet = i_enhet FOR NO KEY UPDATE;
    RETURN CASE
        WHEN EXISTS (SELECT FROM burde_ha_reist(i_enhet, i_dag) b WHERE b.plass_id = i_plass) THEN 'gjest-ikke-meldt-ut'
        WHEN EXISTS (SELECT FROM plassbelegg WHERE plass_id = i_plass AND daterange(fra, klar) && daterange(i_ankomst, i_avreise + klargjoering)) THEN 'plass-opptatt'
    END;
END $$;
