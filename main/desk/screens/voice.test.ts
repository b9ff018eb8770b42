import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { voiceClips } from './voice.ts';

const shipped = join(import.meta.dirname, '..', '..', '..', 'catalogue', 'voice');
let own = '';
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'voice-'));
});
afterEach(() => rmSync(own, { recursive: true }));

function record(name: string, bytes: string | Buffer): void {
  mkdirSync(join(own, 'vi'), { recursive: true });
  writeFileSync(join(own, 'vi', name), bytes);
}

test('the clips that ship are there, each with what it says', async () => {
  const clips = await voiceClips(shipped, own).list('vi');
  expect(clips.find(({ name }) => name === 'moi-so')).toEqual({ name: 'moi-so', own: false, text: 'Mời số' });
  expect((await voiceClips(shipped, own).read('vi', 'moi-so')).subarray(0, 4).toString()).toBe('OggS');
});

test('an office’s own recording stands in the place of ours, and adds names of its own', async () => {
  record('moi-so.wav', 'của Trung tâm');
  record('den-tiep-cong-dan.ogg', 'quầy riêng');
  const voice = voiceClips(shipped, own);
  const clips = await voice.list('vi');
  expect(clips.find(({ name }) => name === 'moi-so')).toEqual({ name: 'moi-so', own: true, text: null });
  expect(clips.find(({ name }) => name === 'den-tiep-cong-dan')?.own).toBe(true);
  expect(Buffer.from(await voice.read('vi', 'moi-so')).toString()).toBe('của Trung tâm');
  // English has no folder of its own here.
  expect((await voice.list('en')).some((clip) => clip.own)).toBe(false);
});

test('what is no clip is passed over: other kinds, other names, files far too large', async () => {
  record('moi-so.txt', 'x');
  record('Mời số.wav', 'x');
  record('den-quay.wav', Buffer.alloc(2_000_000));
  const voice = voiceClips(shipped, own);
  expect((await voice.list('vi')).filter((clip) => clip.own).map(({ name }) => name)).toEqual(['den-quay']);
  await expect(voice.read('vi', 'den-quay')).rejects.toMatchObject({ code: 'GN-02' });
  await expect(voice.read('vi', 'khong-co')).rejects.toMatchObject({ code: 'GN-02' });
});
