-- Whom a unit has registered with an address that is not graded. Nobody has said of somebody that the unit does not know
-- whether the address is graded: as invisible as if it were (folkeregisterloven § 10-4).
CREATE VIEW ugradert AS
SELECT person_ref, enhet FROM person JOIN person_enhet USING (person_ref) WHERE gradering = 'ugradert';

-- The same of several at once, for questions that are written in SQL.
CREATE FUNCTION noen_skjult(i_enhet text, personer uuid[], skjermet boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT skjermet AND (SELECT count(*) FROM ugradert WHERE person_ref = ANY (personer) AND enhet = i_enhet) < cardinality(personer);
