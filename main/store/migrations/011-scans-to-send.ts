/** Digitised papers on their way to the province. */
export const scansToSend = `
  -- Files of this machine a dossier names: sent_at (server clock) once the province has signed that it holds them whole.
  -- upload: address of the upload begun there. set_aside: why it cannot be sent (code of contract/problems), and since when.
  CREATE TABLE scan_to_send (
    hash         TEXT PRIMARY KEY,
    upload       TEXT,
    sent_at      INTEGER,
    set_aside    TEXT,
    set_aside_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_unsent ON scan_to_send (hash) WHERE sent_at IS NULL;
  INSERT INTO scan_to_send (hash) SELECT DISTINCT f.hash FROM scan_file f JOIN scan_of_dossier d ON d.hash = f.hash;
`;
