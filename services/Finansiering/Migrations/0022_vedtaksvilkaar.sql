-- What a vedtak stands on does not change when the application is prepared anew, or its plan becomes another.
ALTER TABLE startlaan_vedtak ADD COLUMN vilkaar jsonb NOT NULL DEFAULT '[]';
UPDATE startlaan_vedtak v SET vilkaar = s.vilkaar FROM startlaansoeknad s
WHERE s.id = v.soeknad_id AND s.status NOT IN ('mottatt', 'innstilt') AND v.nr = (SELECT max(nr) FROM startlaan_vedtak n WHERE n.soeknad_id = v.soeknad_id);

ALTER TABLE tilskudd_vedtak ADD COLUMN vilkaar jsonb NOT NULL DEFAULT '[]';
ALTER TABLE tilskudd_vedtak ADD COLUMN dekning jsonb NOT NULL DEFAULT '{}';   -- what it cost and what paid for it, as it was known
UPDATE tilskudd_vedtak v SET vilkaar = s.vilkaar FROM tilskuddssoeknad s
WHERE s.id = v.soeknad_id AND s.status NOT IN ('mottatt', 'innstilt') AND v.nr = (SELECT max(nr) FROM tilskudd_vedtak n WHERE n.soeknad_id = v.soeknad_id);

-- Cases are read by unit, and their vedtak by the key.
DROP INDEX bostoettevedtak_maaned;
