-- The klage over a vedtak on security for rent, and over one to pay rent that is owed.
ALTER TABLE garanti
    ADD klage_mottatt    date,
    ADD klage_grunn      text,
    ADD klage_for_sent   boolean NOT NULL DEFAULT false,
    ADD klage_oversendt  date,
    ADD klage_utfall     text CHECK (klage_utfall IN ('omgjort', 'stadfestet', 'opphevet')),
    ADD klage_avgjort    date;
ALTER TABLE restansedekning
    ADD klage_mottatt    date,
    ADD klage_grunn      text,
    ADD klage_for_sent   boolean NOT NULL DEFAULT false,
    ADD klage_oversendt  date,
    ADD klage_utfall     text CHECK (klage_utfall IN ('omgjort', 'stadfestet', 'opphevet')),
    ADD klage_avgjort    date;
