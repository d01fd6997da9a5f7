-- An index is followed to its last column when all before it are asked for by value, as the search does for status and bedrooms: so rent, asked for by a range, comes after
-- them. By kategori, the fifty are found among those that match instead of among all of a kategori with as many bedrooms (2 435 buffers before, 174 now).
DROP INDEX bolig_leie, bolig_soverom, bolig_soek;
CREATE INDEX bolig_leie ON bolig (status, maanedsleie, soverom, kategori, id) INCLUDE (egenskaper);
CREATE INDEX bolig_soverom ON bolig (kategori, status, soverom, maanedsleie, id);
-- An address is rare by itself: in one index with status and kategori, their lists of hundreds of thousands were gone through for it too.
CREATE INDEX bolig_soek ON bolig USING gin (kategori, status, egenskaper);
CREATE INDEX bolig_adresse_soek ON bolig USING gin (adresse_soek);
