-- Dwellings registered before there were events: the others are told of them too. New installations have none here.
INSERT INTO outbox (message_id, type, key, body)
SELECT gen_random_uuid(), 'boligregister.bolig-endret', id::text,
       json_build_object('boligId', id, 'omraade', omraade, 'kategori', kategori, 'status', status, 'statusFra', status_fra, 'soverom', soverom,
                         'tilgjengelighet', CASE WHEN 'rullestol' = ANY (egenskaper) THEN 'rullestol' WHEN 'trinnfri' = ANY (egenskaper) THEN 'trinnfri' ELSE 'ordinaer' END)
FROM bolig ORDER BY id;
