CREATE TABLE ting (id uuid PRIMARY KEY, tall integer NOT NULL);
CREATE TABLE ting_mottatt (id uuid PRIMARY KEY, tall integer NOT NULL);

-- The bare loop's own, as small as they can be.
CREATE TABLE bar_ting (id uuid PRIMARY KEY, tall integer NOT NULL);
CREATE TABLE bar_utboks (nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL, innhold json NOT NULL, tid timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE bar_innboks (id uuid PRIMARY KEY);
CREATE TABLE bar_mottatt (id uuid PRIMARY KEY, tall integer NOT NULL);
