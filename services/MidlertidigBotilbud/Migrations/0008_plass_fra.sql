-- A place is offered from a day; without one, as far back as anybody asks.
ALTER TABLE plass ADD COLUMN fra date, ADD CONSTRAINT plass_fra_foer_avviklet CHECK (avviklet > fra);
