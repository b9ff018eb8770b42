import { createHash } from 'node:crypto';

/** What happened in a run, line by line: one seed tells the same one however busy the machine is. */
export interface Story {
  tell(line: string): void;
  /** SHA-256 of all told so far, hex. */
  digest(): string;
}

/** @param each is told each line too, to find where two stories part */
export function newStory(each: (line: string) => void = () => undefined): Story {
  const hash = createHash('sha256');
  return {
    tell(line) {
      const text = withoutKeys(line);
      hash.update(`${text}\n`);
      each(text);
    },
    digest: () => hash.copy().digest('hex'),
  };
}

/**
 * Desks make their keys of the system's randomness: what is signed or sealed by them differs with each run, and decides
 * nothing. Signatures are 86 characters of base64url, public keys 43.
 */
function withoutKeys(line: string): string {
  return line.replaceAll(/(?<![\w-])(?:[\w-]{86}|[\w-]{43})(?![\w-])/g, '·');
}
