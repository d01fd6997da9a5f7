-- What boligregister has told of søknader, leases and fravikelser: dates and kinds, and no person. The reactions get their
-- history one by one, in any order between them, so each writes columns or rows of its own and reads none of the others'. The
-- same events give the same rows whatever comes first.
CREATE TABLE utleie_soeknad (
    soeknad_id  uuid PRIMARY KEY,
    type        text,                               -- soeknad-mottatt
    situasjon   text[],
    mottatt     date,
    innvilget   date,                               -- soeknad-avgjort: the last of each outcome
    avslag      date,
    avsluttet   date,                               -- soeknad-avsluttet
    aarsak      text,
    tildelt     date,                               -- bolig-tildelt
    ventedager  integer,
    tidspunkt   timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX utleie_soeknad_mottatt ON utleie_soeknad (mottatt);
CREATE INDEX utleie_soeknad_innvilget ON utleie_soeknad (innvilget) WHERE innvilget IS NOT NULL;
CREATE INDEX utleie_soeknad_avslag ON utleie_soeknad (avslag) WHERE avslag IS NOT NULL;
CREATE INDEX utleie_soeknad_avsluttet ON utleie_soeknad (avsluttet);
CREATE INDEX utleie_soeknad_tildelt ON utleie_soeknad (tildelt) WHERE tildelt IS NOT NULL;
CREATE INDEX utleie_soeknad_tidspunkt ON utleie_soeknad (tidspunkt);

CREATE TABLE utleie_leieforhold (
    leieforhold_id  uuid PRIMARY KEY,
    fra             date,                           -- leieforhold-inngaatt
    til             date,
    ny_til          date,                           -- leietid-endret: the last of them
    til_endret      boolean NOT NULL DEFAULT false,
    utloeper        date,                           -- leie-utloeper-snart
    innflyttet      date,                           -- noekkel-utlevert
    opphoert        date,                           -- leieforhold-opphoert
    aarsak          text,
    tidspunkt       timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX utleie_leieforhold_fra ON utleie_leieforhold (fra);
CREATE INDEX utleie_leieforhold_innflyttet ON utleie_leieforhold (innflyttet) WHERE innflyttet IS NOT NULL;
CREATE INDEX utleie_leieforhold_opphoert ON utleie_leieforhold (opphoert);
CREATE INDEX utleie_leieforhold_tidspunkt ON utleie_leieforhold (tidspunkt);

-- A lease can be warned, saved and warned again.
CREATE TABLE utleie_fravikelse (
    leieforhold_id  uuid NOT NULL,
    dag             date NOT NULL,
    skjedd          text NOT NULL,                  -- varslet, gjennomfoert, avverget
    aarsak          text,
    barn            boolean,
    tidspunkt       timestamptz NOT NULL,
    PRIMARY KEY (leieforhold_id, dag, skjedd)
);
CREATE INDEX utleie_fravikelse_dag ON utleie_fravikelse (dag);
CREATE INDEX utleie_fravikelse_tidspunkt ON utleie_fravikelse (tidspunkt);

-- From the first warning to what came of it; a lease that ends, ends it.
CREATE VIEW utleie_fravikelse_varer AS
SELECT v.leieforhold_id, min(v.dag) AS fra, least(utfall.dag, l.opphoert) AS til, bool_or(v.barn) AS barn
FROM utleie_fravikelse v
LEFT JOIN LATERAL (
    SELECT u.dag FROM utleie_fravikelse u
    WHERE u.leieforhold_id = v.leieforhold_id AND u.skjedd <> 'varslet' AND (u.dag, u.tidspunkt) >= (v.dag, v.tidspunkt)
    ORDER BY u.dag, u.tidspunkt LIMIT 1) utfall ON true
LEFT JOIN utleie_leieforhold l ON l.leieforhold_id = v.leieforhold_id
WHERE v.skjedd = 'varslet'
GROUP BY v.leieforhold_id, utfall.dag, l.opphoert;

-- From received to ended. A refusal that is turned after a klage did not end it.
CREATE VIEW utleie_soeknad_varer AS
SELECT soeknad_id, type, situasjon, mottatt, innvilget, avslag, CASE WHEN aarsak = 'avslag' AND innvilget >= avsluttet THEN NULL ELSE avsluttet END AS avsluttet
FROM utleie_soeknad WHERE mottatt IS NOT NULL;
