-- Rents fixed before there was an event of it: the others are told of those of leases that run. New installations have none here.
INSERT INTO outbox (message_id, type, key, body)
SELECT gen_random_uuid(), 'boligregister.leie-fastsatt', f.leieforhold_id::text, json_build_object('leieforholdId', f.leieforhold_id, 'fra', f.fra, 'maanedsleie', f.maanedsleie)
FROM leiefastsettelse f JOIN leieforhold l ON l.id = f.leieforhold_id WHERE l.utflyttet IS NULL ORDER BY f.leieforhold_id, f.fra;
