import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../../contract/desk.ts';
import type { DeskUser, World, WorldDesk } from '../../harness/world.ts';

/** Who plays: two counters, the unit's two desks, the head of the shop. */
export interface Cast {
  readonly world: World;
  readonly counter: WorldDesk;
  readonly unitDesk: WorldDesk;
  readonly secondUnitDesk: WorldDesk;
  /** Lê Thị Kim Ngân, Quầy 3. */
  readonly officer: DeskUser;
  /** Đặng Văn Phước, who heads the shop, at Quầy 3. */
  readonly head: DeskUser;
  /** Huỳnh Thị Hoa, Phòng Kinh tế. */
  readonly unit: DeskUser;
  /** The same unit at another desk. */
  readonly unitAgain: DeskUser;
  /** Ngô Thị Thu Thủy, Văn phòng HĐND và UBND. */
  readonly chancellery: DeskUser;
  /** Makes a slip and leaves its PDF in the tour's folder. */
  readonly keep: (user: DeskUser, slip: CallInput<'slip.print'>, name: string) => Promise<void>;
  /** The PDF of a slip that was made. */
  readonly keepPdf: (user: DeskUser, slipId: string, name: string) => Promise<void>;
}

/** The approval a supervisor types at somebody's desk. */
export const approvedBecause = (reason: string) => ({ login: 'phuoc', password: 'banthu2026', reason });

export function keeper(out: string, say: (file: string) => void): Pick<Cast, 'keep' | 'keepPdf'> {
  let n = 0;
  const keepPdf: Cast['keepPdf'] = async (user, slipId, name) => {
    const { pdf } = await user.call('slip.pdf', { slipId });
    n += 1;
    const file = join(out, `slip-${String(n).padStart(2, '0')}-${name}.pdf`);
    writeFileSync(file, Buffer.from(pdf, 'base64url'));
    say(file);
  };
  return {
    keepPdf,
    async keep(user, slip, name) {
      const { slip: made } = await user.call('slip.print', slip);
      await keepPdf(user, made.slipId, name);
    },
  };
}
