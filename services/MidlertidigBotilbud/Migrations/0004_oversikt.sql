-- What the overview asks by period.
CREATE INDEX henvendelse_mottatt ON henvendelse (enhet, mottatt);
CREATE INDEX botilbudsvedtak_dato ON botilbudsvedtak (dato);
CREATE INDEX botilbudsavvik_dag_periode ON botilbudsavvik (dag);
