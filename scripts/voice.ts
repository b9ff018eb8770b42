import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHIME } from '../domain/voice/call.ts';
import type { Language } from '../domain/voice/spoken.ts';
import { saidIn } from './voice/said.ts';

/**
 * Makes the clips of catalogue/voice anew: `node scripts/voice.ts`, after a text that is read aloud has changed. Needs
 * eSpeak NG, SoX and opus-tools (`apt-get install espeak-ng sox opus-tools`); the program itself needs none of them.
 * eSpeak NG is free software (GPL 3); what it speaks is not part of it and has no licence of its own. Its voice is a
 * machine's: an office that wants a person's puts recordings of the same names into its own folder (docs/operations.md).
 */
const folder = join(import.meta.dirname, '..', 'catalogue', 'voice');
const voices = { vi: 'vi', en: 'en-gb' } as const;
/** Words a minute: of a sentence, and of the single words calls are made of, which a full hall must make out. */
const PACE = { sentence: '138', word: '112' } as const;
const LOUDNESS = 0.14;

const work = mkdtempSync(join(tmpdir(), 'voice-'));
const raw = join(work, 'raw.wav');
const cut = join(work, 'cut.wav');
const even = join(work, 'even.wav');

/** Silence at both ends off, all equally loud, small. */
function keep(file: string): void {
  const silence = ['silence', '1', '0.01', '0.3%'];
  const form = ['-r', '24000', '-c', '1', '-b', '16'];
  execFileSync('sox', [raw, ...form, cut, ...silence, 'reverse', ...silence, 'reverse', 'norm', '-3']);
  const { stderr } = spawnSync('sox', [cut, '-n', 'stat'], { encoding: 'utf8' });
  const rms = Number(/RMS\s+amplitude:\s+([\d.]+)/.exec(stderr)?.[1]);
  const decibels = (20 * Math.log10(LOUDNESS / rms)).toFixed(2);
  execFileSync('sox', [cut, ...form, even, 'gain', '-l', decibels]);
  execFileSync('opusenc', [
    '--quiet',
    '--bitrate',
    '24',
    '--speech',
    '--serial',
    '1',
    '--discard-comments',
    even,
    file,
  ]);
}

rmSync(folder, { recursive: true, force: true });
for (const language of ['vi', 'en'] as const satisfies readonly Language[]) {
  mkdirSync(join(folder, language), { recursive: true });
  const said = saidIn(language);
  for (const [clip, text] of Object.entries(said)) {
    const pace = text.includes(' ') ? PACE.sentence : PACE.word;
    execFileSync('espeak-ng', ['-v', voices[language], '-s', pace, '-p', '48', '-w', raw, text]);
    keep(join(folder, language, `${clip}.ogg`));
  }
  writeFileSync(join(folder, `said-${language}.json`), `${JSON.stringify(said, null, 2)}\n`);
}
// Two soft notes, a third apart: not a word, so that it belongs to both languages.
const note = (hertz: string, file: string): void => {
  execFileSync('sox', [
    '-n',
    '-r',
    '24000',
    '-c',
    '1',
    file,
    'synth',
    '0.5',
    'sine',
    hertz,
    'fade',
    'q',
    '0.02',
    '0.5',
    '0.4',
  ]);
};
note('784', join(work, 'high.wav'));
note('622', join(work, 'low.wav'));
execFileSync('sox', [join(work, 'high.wav'), join(work, 'low.wav'), raw]);
keep(join(folder, 'vi', `${CHIME}.ogg`));
rmSync(work, { recursive: true });
