import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../main/store/journal.ts';
import type { DatabaseKey } from '../../main/store/sqlite.ts';
import { pagesOf } from './database-pages.ts';

/**
 * Which of these words stand in a closed desk's folder, by file: its database and copies page by page, its journals, every
 * other file.
 */
export function foundInFolder(dataDir: string, key: DatabaseKey, words: readonly string[]): Record<string, string[]> {
  const hits: Record<string, string[]> = {};
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const isJournal = /^desk\.(journal|erasures)/.test(entry.name);
    const bytes = entry.name.endsWith('.db')
      ? pagesOf(path, key)
      : isJournal
        ? JSON.stringify(readJournal(path, key).writes)
        : readFileSync(path);
    const there = words.filter((word) => bytes.includes(word));
    if (there.length > 0) hits[entry.name] = there;
  }
  return hits;
}
