-- A meeting in which dwellings are allocated. Its rows stay as they were: who waited, what was vacant, what was proposed, what
-- people made of it and why. The ranking itself, with what it was computed from, is the snapshot.
CREATE TABLE tildelingsmoete (
    id                 uuid PRIMARY KEY,
    enhet              text NOT NULL,
    dato               date NOT NULL,
    holdt_av           text NOT NULL,
    oeyeblikksbilde_id uuid NOT NULL REFERENCES venteliste_oeyeblikksbilde,
    avsluttet          date,
    avsluttet_av       text
);
CREATE INDEX tildelingsmoete_enhet ON tildelingsmoete (enhet, id);

CREATE TABLE tildelingsrad (
    moete_id         uuid NOT NULL REFERENCES tildelingsmoete,
    soeknad_id       uuid NOT NULL REFERENCES soeknad,
    plass            integer NOT NULL,
    foreslaatt       uuid REFERENCES bolig,         -- what the system proposed
    utfall           text NOT NULL,                 -- «foreslaatt», «ingen-passer», «gikk-til-hoeyere-plass»
    passform         jsonb,                         -- how it fits, as computed then
    bolig_id         uuid REFERENCES bolig,         -- what people made of it
    endret_av        text,
    endret_grunn     text,
    PRIMARY KEY (moete_id, soeknad_id)
);
CREATE UNIQUE INDEX tildelingsrad_en_bolig ON tildelingsrad (moete_id, bolig_id) WHERE bolig_id IS NOT NULL;
CREATE INDEX tildelingsrad_plass ON tildelingsrad (moete_id, plass);

CREATE TABLE tildelingsbolig (
    moete_id uuid NOT NULL REFERENCES tildelingsmoete,
    bolig_id uuid NOT NULL REFERENCES bolig,
    slik_den_var jsonb NOT NULL,
    PRIMARY KEY (moete_id, bolig_id)
);

-- An offer of one dwelling to one applicant. One stands at a time, for the dwelling and for the applicant.
CREATE TABLE tilbud (
    id            uuid PRIMARY KEY,
    enhet         text NOT NULL,
    moete_id      uuid REFERENCES tildelingsmoete,
    soeknad_id    uuid NOT NULL REFERENCES soeknad,
    soekere       uuid[] NOT NULL,
    bolig_id      uuid NOT NULL REFERENCES bolig,
    boligstatus   text NOT NULL,                    -- what the dwelling was, and is again when nobody takes it
    dato          date NOT NULL,
    svarfrist     date NOT NULL,
    status        text NOT NULL CHECK (status IN ('sendt', 'ja', 'nei', 'bortfalt', 'trukket')),
    svart         date,
    grunn         text,
    begrunnelse   text,
    besluttet_av  text NOT NULL
);
CREATE UNIQUE INDEX tilbud_en_bolig ON tilbud (bolig_id) WHERE status = 'sendt';
CREATE UNIQUE INDEX tilbud_en_soeknad ON tilbud (soeknad_id) WHERE status = 'sendt';
CREATE INDEX tilbud_enhet ON tilbud (enhet, status, id);
CREATE INDEX tilbud_frist ON tilbud (svarfrist) WHERE status = 'sendt';
CREATE INDEX tilbud_soeknad ON tilbud (soeknad_id, id);
CREATE INDEX tilbud_soekere ON tilbud USING gin (soekere);
