-- Whom another service has sent a unit, and said that it has registered with an address that is not graded. The unit sees what it was sent without having
-- registered them: as a pseudonym, and no longer than nobody has said otherwise.
CREATE TABLE fortalt_ugradert (
    person_ref  uuid NOT NULL,
    enhet       text NOT NULL,
    PRIMARY KEY (person_ref, enhet)
);

-- Whom a unit has registered, or been sent, with an address that is not graded. Nobody has said of others whether it is: as invisible as if it were
-- (folkeregisterloven § 10-4). What the unit has registered itself goes before what it was told.
CREATE OR REPLACE VIEW ugradert AS
SELECT person_ref, enhet FROM person JOIN person_enhet USING (person_ref) WHERE gradering = 'ugradert'
UNION ALL
SELECT f.person_ref, f.enhet FROM fortalt_ugradert f
WHERE NOT EXISTS (SELECT FROM person_enhet e WHERE e.person_ref = f.person_ref AND e.enhet = f.enhet)
  AND NOT EXISTS (SELECT FROM gradert g WHERE g.person_ref = f.person_ref) AND NOT EXISTS (SELECT FROM gradering_venter);
