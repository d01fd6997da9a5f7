-- The last word on a person's address, whichever service it was said in: also of those that this service does not know, so that it holds from the
-- moment they are registered. person.gradering follows it, and is what is read when somebody looks.
CREATE TABLE adressesperre (
    person_ref  uuid        PRIMARY KEY,
    gradering   text        NOT NULL CHECK (gradering IN ('ugradert', 'fortrolig', 'strengt-fortrolig')),
    satt        timestamptz NOT NULL
);

-- What was said before this was kept; when, the access log knows.
INSERT INTO adressesperre (person_ref, gradering, satt)
SELECT person_ref, gradering, coalesce(sagt.sist, registrert)
FROM person LEFT JOIN (SELECT person_ref, max(tidspunkt) AS sist FROM tilgangslogg WHERE handling = 'skrevet' AND felter = 'gradering' GROUP BY person_ref) sagt USING (person_ref)
WHERE gradering <> 'ugradert' OR sagt.sist IS NOT NULL;

-- Those whom somebody, somewhere, has said to have a graded address.
CREATE VIEW gradert AS
SELECT person_ref FROM adressesperre WHERE gradering <> 'ugradert';

-- Why the view above may lack somebody: what the others have said is on its way, waits or is dead. Empty when it is all here; until then nobody whom
-- the unit has not registered is known not to be graded.
CREATE VIEW gradering_venter AS
SELECT consumer FROM subscription WHERE consumer LIKE 'NaarAdressesperreEndret%' AND rebuilding
UNION ALL SELECT consumer FROM inbox_held WHERE consumer LIKE 'NaarAdressesperreEndret%' AND state <> 'discarded'
UNION ALL SELECT 'ingen' WHERE NOT EXISTS (SELECT FROM subscription WHERE consumer LIKE 'NaarAdressesperreEndret%');
