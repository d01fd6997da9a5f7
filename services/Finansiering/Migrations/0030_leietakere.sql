-- Who rents of the municipality now, as boligregister has told: the least it takes to find those who may have a right to bostøtte, or could buy.
-- Of a lease that is over only the id and the day are left, so that an event that comes late does not bring it back.
CREATE TABLE kommunal_leie (
    leieforhold_id  uuid PRIMARY KEY,
    leietakere      uuid[],                         -- null: not told yet, or over
    fra             date,
    barn            integer,                        -- under 18; null: not told
    opphoert        date                            -- the day after the last
);
CREATE INDEX kommunal_leie_loeper ON kommunal_leie (leieforhold_id) WHERE leietakere IS NOT NULL;
CREATE INDEX kommunal_leie_leietakere ON kommunal_leie USING gin (leietakere);

CREATE TABLE kommunal_leiesum (
    leieforhold_id  uuid NOT NULL,
    fra             date NOT NULL,
    maanedsleie     numeric(10, 2) NOT NULL,
    PRIMARY KEY (leieforhold_id, fra)
);
