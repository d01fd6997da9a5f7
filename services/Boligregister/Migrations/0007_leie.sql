-- What the rent has been fixed at, and from when; the lease's maanedsleie is the last of them.
CREATE TABLE leiefastsettelse (
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    fra            date NOT NULL,
    maanedsleie    numeric(10, 2) NOT NULL CHECK (maanedsleie >= 0),
    grunnlag       text NOT NULL,                   -- «avtale», «kpi», «gjengs-leie»
    kpi_maaned     date,                            -- the month of the index that the rent was fixed by
    PRIMARY KEY (leieforhold_id, fra)
);
INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag) SELECT id, fra, maanedsleie, 'avtale' FROM leieforhold;

ALTER TABLE leieforhold
    ADD soeknad_id    uuid,
    ADD barn          integer NOT NULL DEFAULT 0,   -- children under 18 who live there
    ADD depositum     numeric(10, 2) NOT NULL DEFAULT 0,
    ADD garanti       numeric(10, 2) NOT NULL DEFAULT 0,
    ADD innflyttet    date,                         -- keys handed over
    ADD utflyttet     date;                         -- keys back
