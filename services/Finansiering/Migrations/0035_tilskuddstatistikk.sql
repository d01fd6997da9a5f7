-- Statistics read a period by the day that something happened.
CREATE INDEX tilskudd_utbetaling_dag ON tilskudd_utbetaling (dato, soeknad_id);
CREATE INDEX tilskudd_vedtak_dag ON tilskudd_vedtak (dato, soeknad_id, nr);
CREATE INDEX tilskuddssoeknad_mottatt_dag ON tilskuddssoeknad (mottatt) INCLUDE (type);
