import { ProblemError } from '../../../contract/problems.ts';
import { MOST_BYTES } from '../../../domain/digitise/pages.ts';
import type { MadeFrom } from '../../store/scan-files.ts';
import type { Randomness } from '../ports.ts';
import type { DeskSession } from '../sessions.ts';

/** A file on its way from the page, in memory alone: a piece of it never touches the disk. */
interface Intake {
  readonly session: string;
  readonly turn: number;
  readonly name: string;
  readonly madeFrom: MadeFrom;
  readonly bytes: Uint8Array;
  received: number;
}

export interface WholeFile {
  readonly name: string;
  readonly madeFrom: MadeFrom;
  readonly bytes: Uint8Array;
}

/** Under way at once in one session: a page sends one after the other; what it left behind makes room. */
const AT_ONCE = 3;

/** Takes files in by pieces. What one person began nobody else goes on with. */
export function createIntakes(random: Randomness) {
  const intakes = new Map<string, Intake>();

  const own = (session: DeskSession, id: string): Intake => {
    const intake = intakes.get(id);
    if (intake === undefined || intake.session !== session.id || intake.turn !== session.turn) {
      throw new ProblemError('SH-11');
    }
    return intake;
  };

  return {
    /** @throws ProblemError SH-04 */
    begin(session: DeskSession, file: { name: string; bytes: number; madeFrom: MadeFrom }): string {
      const { name, madeFrom } = file;
      if (file.bytes > MOST_BYTES) throw new ProblemError('SH-04', { name });
      // A former person's pieces, and what this page gave up on.
      for (const [id, intake] of intakes) {
        if (intake.session === session.id && intake.turn !== session.turn) intakes.delete(id);
      }
      const mine = [...intakes].filter(([, intake]) => intake.session === session.id);
      for (const [id] of mine.slice(0, Math.max(0, mine.length - AT_ONCE + 1))) intakes.delete(id);
      const id = random.id();
      const bytes = new Uint8Array(file.bytes);
      intakes.set(id, { session: session.id, turn: session.turn, name, madeFrom, bytes, received: 0 });
      return id;
    },
    /** @returns how many bytes are here @throws ProblemError SH-11 where the piece does not follow the last one */
    append(session: DeskSession, id: string, offset: number, piece: string): number {
      const intake = own(session, id);
      const bytes = Buffer.from(piece, 'base64url');
      // The same piece once more: its answer was lost.
      if (offset + bytes.length === intake.received) return intake.received;
      if (offset !== intake.received || offset + bytes.length > intake.bytes.length) throw new ProblemError('SH-11');
      intake.bytes.set(bytes, offset);
      intake.received += bytes.length;
      return intake.received;
    },
    /** Gives the whole file out and forgets it. @throws ProblemError SH-11 where pieces are missing */
    finish(session: DeskSession, id: string): WholeFile {
      const intake = own(session, id);
      intakes.delete(id);
      if (intake.received !== intake.bytes.length) throw new ProblemError('SH-11');
      return { name: intake.name, madeFrom: intake.madeFrom, bytes: intake.bytes };
    },
  };
}
