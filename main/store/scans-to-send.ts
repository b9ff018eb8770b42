import type { Sqlite } from './sqlite.ts';

/** A digitised paper on its way to the province. */
export interface ScanToSend {
  readonly hash: string;
  /** Address of the upload begun at the province, or null. */
  readonly upload: string | null;
  /** When it was put into a dossier here, device clock, ms. */
  readonly since: number;
  /** How long the event that names it says it is. */
  readonly named: number;
}

/** How far a file of this machine is. */
export type ScanStand =
  | { readonly state: 'waiting' | 'sent' }
  /** Cannot be sent as things are: code of contract/problems. */
  | { readonly state: 'setAside'; readonly code: string };

/** Which digitised papers of this machine the province does not hold yet. What no dossier names is not sent. */
export interface ScansToSend {
  /**
   * Of those that may go now the 200 that are to go first: a dossier names them, the event that does is at the province, and
   * they are not set aside in the day before `now` (device clock, ms).
   * @param of those that have waited since before `longest` come first, the longest first; then the smallest. `without` these
   * hashes: what fails must not stand before all that lies behind it
   */
  due(now: number, of: { readonly longest: number; readonly without: readonly string[] }): ScanToSend[];
  /** The address of its upload; null: none is begun. */
  begun(hash: string, upload: string | null): void;
  /** The province has signed that it holds it, or has given it to this desk itself. @param at server clock, ms */
  sent(hash: string, at: number): void;
  /** @param at device clock, ms */
  setAside(hash: string, code: string, at: number): void;
  /**
   * The province was put back from a copy, and may lack what it had. All that lies here is asked for again, what was fetched
   * too: whoever digitised it may have lost it since. What the province holds it says at the first question.
   */
  sendAllAgain(): void;
  /** The province holds the events again that it had forgotten: what it did not take because none named it, it may take now. */
  askAgain(): void;
  count(): { files: number; bytes: number; setAside: number };
  /** Null: not a file of this machine. */
  standOf(hash: string): ScanStand | null;
  ofDossier(dossierId: string): { waiting: number; setAside: number };
  /** Those set aside, by dossier, newest first. */
  toLookAt(limit: number): { dossierId: string; hash: string; code: string; at: number }[];
}

const DAY_MS = 86_400_000;

interface Row {
  readonly sent_at: number | null;
  readonly set_aside: string | null;
}

export function scansToSendOf(db: Sqlite): ScansToSend {
  // CROSS JOIN: in this order and no other. From the events on, every one of them would be looked at.
  const due = db.prepare<{ now: number; again: number; longest: number; without: string }, ScanToSend>(
    `SELECT t.hash, t.upload, min(json_extract(e.envelope, '$.at.device')) AS since,
       min(json_extract(e.body, '$.bytes')) AS named
     FROM scan_to_send t CROSS JOIN scan_file f ON f.hash = t.hash CROSS JOIN scan_of_dossier d ON d.hash = t.hash
     CROSS JOIN event e ON e.aggregate_id = d.dossier_id
       AND json_extract(e.envelope, '$.type') = 'dossier.paperDigitised' AND json_extract(e.body, '$.fileId') = t.hash
     WHERE t.sent_at IS NULL AND (t.set_aside IS NULL OR t.set_aside_at NOT BETWEEN @again AND @now)
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.log = e.log AND o.seq = e.seq)
       AND t.hash NOT IN (SELECT value FROM json_each(@without))
     GROUP BY t.hash ORDER BY since > @longest, iif(since > @longest, 0, since), f.bytes, t.hash LIMIT 200`,
  );
  const begun = db.prepare('UPDATE scan_to_send SET upload = ? WHERE hash = ?');
  const sent = db.prepare(
    `INSERT INTO scan_to_send (hash, sent_at) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at, upload = NULL, set_aside = NULL, set_aside_at = NULL`,
  );
  const setAside = db.prepare('UPDATE scan_to_send SET set_aside = ?, set_aside_at = ?, upload = NULL WHERE hash = ?');
  const again = db.prepare('UPDATE scan_to_send SET sent_at = NULL, upload = NULL WHERE sent_at IS NOT NULL');
  const askAgain = db.prepare(
    "UPDATE scan_to_send SET set_aside = NULL, set_aside_at = NULL WHERE set_aside = 'SH-14'",
  );
  const count = db.prepare<[], { files: number; bytes: number | null; setAside: number | null }>(
    `SELECT count(*) AS files, sum(f.bytes) AS bytes, sum(t.set_aside IS NOT NULL) AS setAside
     FROM scan_to_send t JOIN scan_file f ON f.hash = t.hash
     WHERE t.sent_at IS NULL AND t.hash IN (SELECT hash FROM scan_of_dossier)`,
  );
  const stand = db.prepare<[string], Row>('SELECT sent_at, set_aside FROM scan_to_send WHERE hash = ?');
  const ofDossier = db.prepare<[string], { files: number; setAside: number | null }>(
    `SELECT count(*) AS files, sum(t.set_aside IS NOT NULL) AS setAside
     FROM scan_of_dossier d JOIN scan_to_send t ON t.hash = d.hash WHERE d.dossier_id = ? AND t.sent_at IS NULL`,
  );
  const look = db.prepare<[number], { dossierId: string; hash: string; code: string; at: number }>(
    `SELECT d.dossier_id AS dossierId, t.hash, t.set_aside AS code, t.set_aside_at AS at
     FROM scan_to_send t JOIN scan_of_dossier d ON d.hash = t.hash
     WHERE t.sent_at IS NULL AND t.set_aside IS NOT NULL ORDER BY t.set_aside_at DESC, t.hash LIMIT ?`,
  );

  return {
    // Set aside by a clock that was ahead: put right, it would be years until it is tried again.
    due: (now, { longest, without }) =>
      due.all({ now, again: now - DAY_MS, longest, without: JSON.stringify(without) }),
    begun: (hash, upload) => {
      begun.run(upload, hash);
    },
    sent: (hash, at) => {
      sent.run(hash, at);
    },
    setAside: (hash, code, at) => {
      setAside.run(code, at, hash);
    },
    sendAllAgain: () => {
      again.run();
    },
    askAgain: () => {
      askAgain.run();
    },
    count() {
      const row = count.get();
      return { files: row?.files ?? 0, bytes: row?.bytes ?? 0, setAside: row?.setAside ?? 0 };
    },
    standOf(hash) {
      const row = stand.get(hash);
      if (row === undefined) return null;
      if (row.sent_at !== null) return { state: 'sent' };
      return row.set_aside === null ? { state: 'waiting' } : { state: 'setAside', code: row.set_aside };
    },
    ofDossier(dossierId) {
      const row = ofDossier.get(dossierId);
      const aside = row?.setAside ?? 0;
      return { waiting: (row?.files ?? 0) - aside, setAside: aside };
    },
    toLookAt: (limit) => look.all(limit),
  };
}
