CREATE TABLE ting_logg (
    nr   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ting uuid    NOT NULL,
    tall integer NOT NULL
);
