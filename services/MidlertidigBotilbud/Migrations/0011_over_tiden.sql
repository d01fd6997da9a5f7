-- Who should have left: few, and the planner is to know it. Of an index with a condition it has no statistics, of one on an expression it has.
CREATE INDEX opphold_over_tiden ON opphold (enhet, (CASE WHEN status = 'loeper' THEN til END));
ANALYZE opphold;

-- What one place is or was taken by: the index of the exclusion constraint finds it by its nights, and by the place alone only in thousands of pages.
CREATE INDEX plassbelegg_plass ON plassbelegg (plass_id, klar);
