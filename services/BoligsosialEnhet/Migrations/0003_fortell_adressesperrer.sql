-- Gradings set before there was an event of it: the others are told of them too. New installations have none here.
INSERT INTO outbox (message_id, type, key, body)
SELECT gen_random_uuid(), 'boligsosial-enhet.adressesperre-endret', person_ref::text, json_build_object('personRef', person_ref, 'gradering', gradering, 'satt', satt)
FROM adressesperre ORDER BY satt, person_ref;
