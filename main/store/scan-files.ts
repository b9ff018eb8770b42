import type { FileKind } from '../../domain/digitise/file-kind.ts';
import type { Sqlite } from './sqlite.ts';

/** A file of the vault and what is known of it. */
export interface ScanFile {
  /** SHA-256 of the plain bytes. */
  readonly hash: string;
  readonly bytes: number;
  readonly pages: number;
  readonly kind: FileKind;
}

export type MadeFrom = 'scanner' | 'file' | 'camera';

/** A scan that belongs to no dossier yet (bản quét chờ gắn). */
export interface WaitingScan extends ScanFile {
  readonly madeFrom: MadeFrom;
  /** As the scanner or the person named it. */
  readonly name: string;
  /** Who brought it in; null: it lay in the scanner folder, so whoever sits here may take it. */
  readonly owner: string | null;
  /** Milliseconds since 1970, device clock. */
  readonly arrived: number;
  /** Where the scanner left it; null: it came another way. */
  readonly folderPath: string | null;
}

/** One look at a digitised paper. */
export interface ScanView {
  readonly hash: string;
  readonly user: string;
  /** Milliseconds since 1970, by the province's clock as known. */
  readonly at: number;
  readonly why: 'screen' | 'saved';
  /** From 0, both included. */
  readonly fromPage: number;
  readonly toPage: number;
}

/** What the vault holds, what waits, which dossiers name it, who looked. */
export interface ScanFiles {
  /** Known files stay as they are. @param now device clock, ms */
  add(file: ScanFile, now: number): void;
  get(hash: string): ScanFile | null;
  /** Every file that is known or named here. */
  hashes(): string[];
  wait(scan: WaitingScan): void;
  waiting(hash: string): WaitingScan | null;
  /** Those of the scanner folder and this person's own, newest first. */
  waitingFor(user: string): WaitingScan[];
  /** Forgets a scan that waited, and the file with it where no dossier names it. @returns whether the file goes too */
  drop(hash: string): boolean;
  /** The files the view of a dossier names now, in place of those it named before. */
  named(dossierId: string, hashes: readonly string[]): void;
  isNamed(hash: string): boolean;
  /**
   * Forgets files no dossier has named for `graceMs` and nobody put together.
   * @returns their hashes: to be removed from the vault
   */
  sweep(now: number, graceMs: number): string[];
  addView(view: ScanView): void;
  /** Newest first. */
  viewsOf(hash: string, limit: number): ScanView[];
}

interface WaitingRow extends ScanFile {
  readonly made_from: MadeFrom;
  readonly name: string;
  readonly owner: string | null;
  readonly arrived: number;
  readonly folder_path: string | null;
}

interface ViewRow {
  readonly hash: string;
  readonly user_id: string;
  readonly at: number;
  readonly why: ScanView['why'];
  readonly from_page: number;
  readonly to_page: number;
}

export function scanFilesOf(db: Sqlite): ScanFiles {
  const add = db.prepare(
    `INSERT INTO scan_file (hash, bytes, pages, kind, loose_since) VALUES (@hash, @bytes, @pages, @kind, @now)
     ON CONFLICT DO NOTHING`,
  );
  const get = db.prepare<[string], ScanFile>('SELECT hash, bytes, pages, kind FROM scan_file WHERE hash = ?');
  const all = db.prepare<[], { hash: string }>('SELECT hash FROM scan_file UNION SELECT hash FROM scan_of_dossier');
  const wait = db.prepare(
    `INSERT INTO scan_waiting (hash, made_from, name, owner, arrived, folder_path)
     VALUES (@hash, @madeFrom, @name, @owner, @arrived, @folderPath)
     ON CONFLICT DO UPDATE SET made_from = excluded.made_from, name = excluded.name, owner = excluded.owner,
     folder_path = excluded.folder_path`,
  );
  const waitingColumns = `SELECT f.hash, f.bytes, f.pages, f.kind, w.made_from, w.name, w.owner, w.arrived, w.folder_path
     FROM scan_waiting w JOIN scan_file f ON f.hash = w.hash`;
  const waiting = db.prepare<[string], WaitingRow>(`${waitingColumns} WHERE w.hash = ?`);
  const waitingFor = db.prepare<[string], WaitingRow>(
    `${waitingColumns} WHERE w.owner IS NULL OR w.owner = ? ORDER BY w.arrived DESC, f.hash LIMIT 200`,
  );
  const stopWaiting = db.prepare('DELETE FROM scan_waiting WHERE hash = ?');
  const unname = db.prepare('DELETE FROM scan_of_dossier WHERE dossier_id = ?');
  const name = db.prepare('INSERT INTO scan_of_dossier (hash, dossier_id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const isNamed = db.prepare<[string], { n: number }>('SELECT 1 AS n FROM scan_of_dossier WHERE hash = ? LIMIT 1');
  const keep = db.prepare(
    `UPDATE scan_file SET loose_since = NULL
     WHERE loose_since IS NOT NULL AND hash IN (SELECT hash FROM scan_of_dossier)`,
  );
  const loosen = db.prepare(
    `UPDATE scan_file SET loose_since = ?
     WHERE loose_since IS NULL AND hash NOT IN (SELECT hash FROM scan_of_dossier)`,
  );
  const old = db.prepare<[number], { hash: string }>('SELECT hash FROM scan_file WHERE loose_since < ?');
  const forget = db.prepare('DELETE FROM scan_file WHERE hash = ?');
  // On its way as soon as it is both here and named, in whatever order the two come.
  const queue = db.prepare(
    `INSERT INTO scan_to_send (hash) SELECT @hash
     WHERE EXISTS (SELECT 1 FROM scan_file WHERE hash = @hash) AND EXISTS (SELECT 1 FROM scan_of_dossier WHERE hash = @hash)
     ON CONFLICT DO NOTHING`,
  );
  const unqueue = db.prepare('DELETE FROM scan_to_send WHERE hash = ?');
  const addView = db.prepare(
    `INSERT INTO scan_view (hash, user_id, at, why, from_page, to_page)
     VALUES (@hash, @user, @at, @why, @fromPage, @toPage)`,
  );
  const views = db.prepare<[string, number], ViewRow>(
    'SELECT hash, user_id, at, why, from_page, to_page FROM scan_view WHERE hash = ? ORDER BY n DESC LIMIT ?',
  );

  return {
    add: (file, now) => {
      add.run({ ...file, now });
      queue.run({ hash: file.hash });
    },
    hashes: () => all.all().map((row) => row.hash),
    get: (hash) => get.get(hash) ?? null,
    wait: (scan) => {
      const { hash, madeFrom, owner, arrived, folderPath } = scan;
      wait.run({ hash, madeFrom, name: scan.name, owner, arrived, folderPath });
    },
    waiting(hash) {
      const row = waiting.get(hash);
      return row === undefined ? null : scanOf(row);
    },
    waitingFor: (user) => waitingFor.all(user).map(scanOf),
    drop(hash) {
      stopWaiting.run(hash);
      if (isNamed.get(hash) !== undefined) return false;
      forget.run(hash);
      unqueue.run(hash);
      return true;
    },
    named(dossierId, hashes) {
      unname.run(dossierId);
      for (const hash of hashes) {
        name.run(hash, dossierId);
        queue.run({ hash });
      }
    },
    isNamed: (hash) => isNamed.get(hash) !== undefined,
    sweep(now, graceMs) {
      keep.run();
      loosen.run(now);
      const hashes = old.all(now - graceMs).map((row) => row.hash);
      for (const hash of hashes) {
        stopWaiting.run(hash);
        forget.run(hash);
        unqueue.run(hash);
      }
      return hashes;
    },
    addView: (view) => {
      addView.run(view);
    },
    viewsOf: (hash, limit) =>
      views.all(hash, limit).map(({ user_id: user, from_page: fromPage, to_page: toPage, ...view }) => ({
        ...view,
        user,
        fromPage,
        toPage,
      })),
  };
}

function scanOf({ made_from: madeFrom, folder_path: folderPath, ...row }: WaitingRow): WaitingScan {
  return { ...row, madeFrom, folderPath };
}
