-- What falls due from a day on, without the years behind it.
CREATE INDEX husleiepost_forfall ON husleiepost (leieforhold_id, forfall) INCLUDE (dato, fordring, avskrevet) WHERE forfall IS NOT NULL;

-- What husleie_aapne_krav says, for today or a later day: from the account, which knows what is owed and the oldest due date
-- that is unpaid, so that nothing before that is read.
CREATE FUNCTION husleie_aapne_krav_naa(leieforhold uuid, per date) RETURNS TABLE (forfall date, krevd numeric, ubetalt numeric) LANGUAGE sql STABLE AS $$
    SELECT forfall, krevd, least(krevd, skyldig - nyere)
    FROM (SELECT p.forfall, sum(p.fordring + p.avskrevet) AS krevd, s.skyldig,
                 coalesce(sum(sum(p.fordring + p.avskrevet)) OVER (ORDER BY p.forfall DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS nyere
          FROM (SELECT k.eldste_forfall, k.fordring + k.avskrevet
                       - (SELECT coalesce(sum(n.fordring + n.avskrevet), 0) FROM husleiepost n WHERE n.leieforhold_id = $1 AND n.forfall >= $2)
                       - (SELECT coalesce(sum(n.fordring + n.avskrevet), 0) FROM husleiepost n WHERE n.leieforhold_id = $1 AND n.dato > $2 AND (n.forfall IS NULL OR n.forfall < $2)) AS skyldig
                FROM husleiekonto k WHERE k.leieforhold_id = $1 AND k.eldste_forfall < $2) s
          JOIN husleiepost p ON p.leieforhold_id = $1 AND p.forfall >= s.eldste_forfall AND p.forfall < $2 AND p.dato <= $2
          GROUP BY p.forfall, s.skyldig) k
    WHERE krevd > 0 AND skyldig > nyere
$$;
