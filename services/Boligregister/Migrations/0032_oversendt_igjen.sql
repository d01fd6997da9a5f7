-- NAV can send over a new application of a case when the one before has ended; the same told twice is still one.
ALTER TABLE soeknad DROP CONSTRAINT soeknad_oversendt_sak, ADD CONSTRAINT soeknad_oversendt_sak UNIQUE (oversendt_sak, mottatt);
