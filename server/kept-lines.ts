import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ends what a process wrote in part before it died; no line of ours ends so. */
const CUT = ' cut';

/**
 * A file of whole lines that only grows (sổ ngoài cơ sở dữ liệu), beside the server key: what no database put back from a
 * copy can take back. Several processes may add to it at once.
 */
export interface KeptLines<T> {
  readonly path: string;
  /** On the disk once it returns. */
  add(values: readonly T[]): void;
  /** Oldest first. @throws Error for a line that cannot be read, unless a crash has cut it off */
  read(): T[];
}

/** @param parse of one line's JSON. @throws for what is no such line */
export function keptLines<T>(path: string, parse: (value: unknown) => T): KeptLines<T> {
  const text = (): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    path,
    read() {
      const lines = text().split('\n');
      return lines.flatMap((line, at): T[] => {
        if (line === '') return [];
        const isCut = line.endsWith(CUT) || at === lines.length - 1;
        try {
          return [parse(JSON.parse(line.endsWith(CUT) ? line.slice(0, -CUT.length) : line))];
        } catch {
          // Cut off before it was on the disk: nobody was told that it is done.
          if (isCut) return [];
          throw new Error(`${path}: dòng ${at + 1} không đọc được. Line ${at + 1} cannot be read.`);
        }
      });
    },
    add(values) {
      if (values.length === 0) return;
      mkdirSync(dirname(path), { recursive: true });
      const isNew = !existsSync(path);
      const before = text();
      const cut = before === '' || before.endsWith('\n') ? '' : `${CUT}\n`;
      const bytes = Buffer.from(`${cut}${values.map((value) => JSON.stringify(value)).join('\n')}\n`, 'utf8');
      const file = openSync(path, 'a', 0o600);
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (isNew) syncFolder(dirname(path));
    },
  };
}

/** A new file is lost with the power while its name is not on the disk. Windows keeps names by itself, and opens no folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
