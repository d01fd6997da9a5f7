-- What NAV guarantees for a lease, one row for each garanti; the lease's own is the sum of those not released.
CREATE TABLE leieforhold_garanti (
    garanti_id     uuid PRIMARY KEY,                    -- NAV's
    leieforhold_id uuid NOT NULL REFERENCES leieforhold,
    beloep         numeric(10, 2),                      -- null: the release came before the grant
    fra            date,
    til            date,                                -- the day after the last; null: as long as the lease
    frigitt        date
);
CREATE INDEX leieforhold_garanti_leieforhold ON leieforhold_garanti (leieforhold_id);

-- Those told before were not kept one by one: this reaction begins anew, with the whole history.
DELETE FROM inbox WHERE consumer = 'NaarGarantiInnvilget';
DELETE FROM inbox_held WHERE consumer = 'NaarGarantiInnvilget' AND state <> 'discarded';
DELETE FROM subscription WHERE consumer = 'NaarGarantiInnvilget';
