-- The stock as boligregister has told of it: each dwelling as it was last heard of, and how many there were at the end of
-- any day. Both follow from the events alone, by when they happened, so that the same events give the same rows.
CREATE TABLE boligmasse_bolig (
    bolig_id        uuid        PRIMARY KEY,
    omraade         text        NOT NULL,
    kategori        text        NOT NULL,
    status          text        NOT NULL,
    soverom         integer     NOT NULL,
    tilgjengelighet text        NOT NULL,
    tidspunkt       timestamptz NOT NULL
);
CREATE INDEX boligmasse_bolig_tidspunkt ON boligmasse_bolig (tidspunkt);

-- The net change of a cell on a day in Norway; the state at the end of a day is the sum of all days to it. Rows of today
-- change all the time: room is left in each page for that.
CREATE TABLE boligmasse_dag (
    dag             date        NOT NULL,
    omraade         text        COLLATE "C" NOT NULL,
    kategori        text        COLLATE "C" NOT NULL,
    status          text        COLLATE "C" NOT NULL,
    soverom         integer     NOT NULL,
    tilgjengelighet text        COLLATE "C" NOT NULL,
    endring         integer     NOT NULL,
    PRIMARY KEY (dag, omraade, kategori, status, soverom, tilgjengelighet)
) WITH (fillfactor = 70);
