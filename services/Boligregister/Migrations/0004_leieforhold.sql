CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Who rents what from when; [fra, til), til null is tidsubestemt.
CREATE TABLE leieforhold (
    id           uuid PRIMARY KEY,
    bolig_id     uuid NOT NULL REFERENCES bolig,
    enhet        text NOT NULL,                     -- the unit whose case it is
    fra          date NOT NULL,
    til          date,
    maanedsleie  numeric(10, 2) NOT NULL,
    leietakere   uuid[] NOT NULL CHECK (cardinality(leietakere) > 0),

    -- Never two for one dwelling at the same time.
    CONSTRAINT leieforhold_overlapper EXCLUDE USING gist (bolig_id WITH =, daterange(fra, til) WITH &&)
);

CREATE INDEX leieforhold_enhet ON leieforhold (enhet, id);
CREATE INDEX leieforhold_bolig ON leieforhold (bolig_id, id);
CREATE INDEX leieforhold_leietakere ON leieforhold USING gin (leietakere);

-- Neighbours: dwellings of the same address.
CREATE INDEX bolig_adresse ON bolig (gatenavn, husnummer, husbokstav, postnummer);

-- A lease that one with a graded address is in is as invisible as the person.
CREATE FUNCTION leieforhold_skjult(leietakere uuid[], skjermet boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT skjermet AND EXISTS (SELECT FROM person WHERE person_ref = ANY (leietakere) AND gradering <> 'ugradert');
