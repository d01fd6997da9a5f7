-- What a POST with an Idempotency-Key was answered, so that the same request again gets the same answer.
CREATE TABLE idempotens (
    noekkel     text        NOT NULL,
    endepunkt   text        NOT NULL,
    avtrykk     bytea       NOT NULL,               -- SHA-256 of query and body
    status      integer,                            -- null only inside the transaction that is making the answer
    hoder       jsonb,
    innhold     bytea,
    opprettet   timestamptz NOT NULL,
    PRIMARY KEY (endepunkt, noekkel)
);

CREATE INDEX idempotens_opprettet ON idempotens (opprettet);
