import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../harness/page.ts';

/** Every clip of the voice, decoded by the engine that plays it: it sounds, and none is much louder than the others. */

const folder = join(import.meta.dirname, '..', '..', 'catalogue', 'voice');

for (const language of ['vi', 'en']) {
  test(`each clip in ${language} decodes, is not silent and as loud as the others`, async ({ page }) => {
    const clips = readdirSync(join(folder, language)).map((file) => ({
      file,
      bytes: readFileSync(join(folder, language, file)).toString('base64'),
    }));
    const heard = await page.evaluate(async (all) => {
      const context = new OfflineAudioContext(1, 24_000, 24_000);
      const found = [];
      for (const { file, bytes } of all) {
        const coded = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const { duration, ...sound } = await context.decodeAudioData(coded.buffer).then((buffer) => ({
          duration: buffer.duration,
          samples: buffer.getChannelData(0),
        }));
        const power = sound.samples.reduce((sum, sample) => sum + sample * sample, 0) / sound.samples.length;
        found.push({ file, duration, rms: Math.sqrt(power) });
      }
      return found;
    }, clips);
    expect(heard).toHaveLength(clips.length);
    const wrong = heard.filter(({ duration, rms }) => duration < 0.15 || duration > 12 || rms < 0.05 || rms > 0.3);
    expect(wrong).toEqual([]);
  });
}
