-- What this service has told, until a relay has the broker's word for it. «nr» is the order; «key» the aggregate whose order
-- holds; a relay takes whole lanes, so that several relays never send one aggregate's messages side by side.
CREATE TABLE outbox (
    nr          bigint      GENERATED ALWAYS AS IDENTITY,
    message_id  uuid        NOT NULL,
    type        text        NOT NULL,
    key         text        NOT NULL,
    lane        smallint    NOT NULL GENERATED ALWAYS AS ((hashtext(key) & 15)::smallint) STORED,
    body        json        NOT NULL,
    trace       text,
    created     timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (lane, nr)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000000);

CREATE TABLE outbox_lane (lane smallint PRIMARY KEY);
INSERT INTO outbox_lane SELECT generate_series(0, 15);

-- All that was ever told, in order: what a consumer's read model is rebuilt from. Only added to.
CREATE TABLE outbox_history (
    nr          bigint      PRIMARY KEY,
    message_id  uuid        NOT NULL,
    type        text        NOT NULL,
    key         text        NOT NULL,
    body        json        NOT NULL,
    trace       text,
    created     timestamptz NOT NULL,
    xid         xid8        NOT NULL
);

-- A consumer in another service that wants the history, and how far it has got. The snapshot is of the moment it was asked
-- for: what was not committed by then comes live, so that copies and live messages together keep the order.
CREATE TABLE outbox_rebuild (
    rebuild     uuid        PRIMARY KEY,
    queue       text        NOT NULL,
    consumer    text        NOT NULL,
    type        text        NOT NULL,
    snapshot    pg_snapshot NOT NULL DEFAULT pg_current_snapshot(),
    sent_to     bigint      NOT NULL DEFAULT 0,
    done        boolean     NOT NULL DEFAULT false
);

-- What has been applied, written in the same transaction: the second time is no time.
CREATE TABLE inbox (
    message_id  uuid        NOT NULL,
    consumer    text        NOT NULL,
    applied     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (message_id, consumer)
);
CREATE INDEX inbox_applied ON inbox USING brin (applied);

-- The reactions of this service. One that rebuilds takes history first; what comes live meanwhile is held.
CREATE TABLE subscription (
    consumer    text        PRIMARY KEY,
    rebuild     uuid        NOT NULL,
    rebuilding  boolean     NOT NULL,
    since       timestamptz NOT NULL DEFAULT now(),
    requested   timestamptz,
    started_by  text        NOT NULL
);

-- Messages that could not be applied yet, each in the order of its aggregate. retry: failed, tried again at next_attempt.
-- dead: given up, a person decides. behind: waits for an earlier one of the same aggregate. rebuild: waits for the history.
-- discarded: a person said so.
CREATE TABLE inbox_held (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id   uuid        NOT NULL,
    consumer     text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('retry', 'dead', 'behind', 'rebuild', 'discarded')),
    source       text        NOT NULL,
    type         text        NOT NULL,
    key          text        NOT NULL,
    message      text        NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    next_attempt timestamptz,
    error        text,
    history      jsonb       NOT NULL DEFAULT '[]',
    received     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (message_id, consumer)
);
CREATE INDEX inbox_held_order ON inbox_held (consumer, key, id) WHERE state <> 'discarded';
CREATE INDEX inbox_held_due ON inbox_held (state, next_attempt);
