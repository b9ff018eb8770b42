import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHIME } from '../../domain/voice/call.ts';
import { saidIn } from '../../scripts/voice/said.ts';

/** The clips that ship with the program: all there, saying what the screens show. That they sound is shown in a browser. */

const folder = join(import.meta.dirname, '..', '..', 'catalogue', 'voice');

test.each(['vi', 'en'] as const)('%s: every text that is read aloud has its clip, and no other', (language) => {
  const said = saidIn(language);
  // Made by `node scripts/voice.ts`: a text that changed since would be said as it was.
  expect(JSON.parse(readFileSync(join(folder, `said-${language}.json`), 'utf8'))).toEqual(said);
  const chime = language === 'vi' ? [CHIME] : [];
  const files = readdirSync(join(folder, language)).toSorted();
  expect(files).toEqual([...Object.keys(said), ...chime].map((clip) => `${clip}.ogg`).toSorted());
  for (const file of files) expect(file).toMatch(/^[a-z0-9-]+\.ogg$/);
});

test.each(['vi', 'en'] as const)('%s: each clip is Opus of a sensible length', (language) => {
  const wrong = readdirSync(join(folder, language)).filter((file) => {
    const bytes = readFileSync(join(folder, language, file));
    // The last page counts the samples at 48 kHz, before the encoder's lead-in.
    const seconds = Number(bytes.readBigUInt64LE(bytes.lastIndexOf('OggS') + 6)) / 48_000;
    const isOpus = bytes.toString('latin1', 0, 4) === 'OggS' && bytes.includes('OpusHead');
    return !isOpus || seconds < 0.15 || seconds > 12 || bytes.length < 600;
  });
  expect(wrong).toEqual([]);
});
