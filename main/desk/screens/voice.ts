import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { VoiceClip } from '../../../contract/desk/screens.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { ClipName, Language } from '../../../domain/voice/spoken.ts';

/** A recording of one sentence is far smaller; anything larger was put there by mistake. */
const LARGEST_CLIP = 1_400_000;
const NAME = /^[a-z0-9-]{1,60}$/;
/** What Chromium plays; of two recordings of one name the first kind stands. */
const KINDS = ['.ogg', '.opus', '.wav', '.mp3'] as const;

/** The clips of the voice: those that ship with the program, and the office's own over them, name by name. */
export interface VoiceClips {
  list(language: Language): Promise<VoiceClip[]>;
  /** @throws ProblemError GN-02 where there is none of that name */
  read(language: Language, name: ClipName): Promise<Uint8Array>;
}

/**
 * @param shipped the folder of the catalogue's clips: vi/, en/, said-vi.json, said-en.json
 * @param own the office's folder, made by whoever records clips: vi/moi-so.wav and so on
 */
export function voiceClips(shipped: string, own: string): VoiceClips {
  const find = async (folder: string, language: Language): Promise<ReadonlyMap<ClipName, string>> => {
    const names = await readdir(join(folder, language)).catch((): string[] => []);
    const found = new Map<ClipName, string>();
    for (const kind of KINDS.toReversed()) {
      for (const file of names.filter((each) => extname(each) === kind)) {
        const name = file.slice(0, -kind.length);
        if (NAME.test(name)) found.set(name, join(folder, language, file));
      }
    }
    return found;
  };
  const said = async (language: Language): Promise<Readonly<Record<ClipName, string>>> =>
    JSON.parse(await readFile(join(shipped, `said-${language}.json`), 'utf8'));

  return {
    async list(language) {
      const [ours, theirs, texts] = await Promise.all([find(shipped, language), find(own, language), said(language)]);
      return [...new Set([...ours.keys(), ...theirs.keys()])].toSorted().map((name) => ({
        name,
        own: theirs.has(name),
        text: theirs.has(name) ? null : (texts[name] ?? null),
      }));
    },
    async read(language, name) {
      const file = (await find(own, language)).get(name) ?? (await find(shipped, language)).get(name);
      if (file === undefined) throw new ProblemError('GN-02', { where: 'name' });
      if ((await stat(file)).size > LARGEST_CLIP) throw new ProblemError('GN-02', { where: 'size' });
      return readFile(file);
    },
  };
}
