-- Aggregates that others have published: as they stand in their source, contradictions and all. Nothing that is computed here is mixed with them.
CREATE TABLE historisk_tall (
    kilde           text NOT NULL,
    kommunenummer   text NOT NULL CHECK (kommunenummer ~ '^[0-9]{4}$'),
    kommune         text NOT NULL,
    fra             date NOT NULL,
    til             date NOT NULL CHECK (til >= fra),  -- the last day
    maaltall        text NOT NULL,
    verdi           numeric(18, 4) NOT NULL,
    merknad         text,
    importert       timestamptz NOT NULL,
    importert_av    text NOT NULL,
    PRIMARY KEY (kilde, kommunenummer, fra, til, maaltall)
);
CREATE INDEX historisk_tall_periode ON historisk_tall (fra, til);
