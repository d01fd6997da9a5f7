-- Counts are read in the order of the answer and summed as they come: no sorting, no hashing, no numeric.
ALTER TABLE bolig_antall
    ALTER omraade TYPE text COLLATE "C", ALTER kategori TYPE text COLLATE "C", ALTER status TYPE text COLLATE "C", ALTER antall TYPE integer;
CREATE INDEX bolig_antall_orden ON bolig_antall (omraade, kategori, status) INCLUDE (antall);

-- A search finds its page in the index and visits those dwellings only: so each index holds the id and what is filtered by.
DROP INDEX bolig_leie, bolig_ledig;
CREATE INDEX bolig_leie ON bolig (maanedsleie, soverom, kategori, status, id);
CREATE INDEX bolig_soverom ON bolig (kategori, soverom, status, maanedsleie, id);
CREATE INDEX bolig_ledig ON bolig (id, kategori, soverom, maanedsleie, status) INCLUDE (egenskaper, omraade)
    WHERE status IN ('ledig-klar', 'ledig-enkel-istandsetting');
