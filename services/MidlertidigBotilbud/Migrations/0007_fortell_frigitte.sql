-- Garantier released before there was an event of it: boligregister is told of them. New installations have none here.
INSERT INTO outbox (message_id, type, key, body)
SELECT gen_random_uuid(), 'midlertidig-botilbud.garanti-frigitt', id::text, json_build_object('garantiId', id, 'leieforholdId', leieforhold_id, 'dato', frigitt)
FROM garanti WHERE status = 'frigitt' AND type = 'garanti' AND leieforhold_id IS NOT NULL ORDER BY id;
