-- By rent and what the dwelling has: without the latter in the index ten thousand dwellings are visited for a page of fifty.
DROP INDEX bolig_leie;
CREATE INDEX bolig_leie ON bolig (maanedsleie, soverom, kategori, status, id) INCLUDE (egenskaper);
