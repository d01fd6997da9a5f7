-- What the plans count startlån by; null: not told.
ALTER TABLE startlaansoeknad
    ADD boforhold       text CHECK (boforhold IN ('kommunal-utleiebolig', 'privat-leid', 'foreldres-bolig', 'eid', 'annet')),   -- where they live when they apply
    ADD flyktning       boolean,
    ADD mottakergruppe  text;                          -- from the kommuneprofil

-- Statistics read a period by the day that something happened.
CREATE INDEX startlaan_utbetalt_dag ON startlaan (utbetalt);
CREATE INDEX startlaan_vedtak_dag ON startlaan_vedtak (dato, soeknad_id, nr);
CREATE INDEX startlaansoeknad_mottatt_dag ON startlaansoeknad (mottatt);
