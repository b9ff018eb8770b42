import type { Db } from './store/pool.ts';
import { notify } from './store/notices.ts';

/** Whose feed a command of the line has made grow: running servers pass it on to the desks that listen. */
export interface GrownHere {
  readonly grown: (offices: ReadonlySet<string>) => void;
  /** Call once everything is committed. */
  tell(): Promise<void>;
}

export function grownHere(db: Db): GrownHere {
  const all = new Set<string>();
  return {
    grown: (offices) => offices.forEach((office) => all.add(office)),
    async tell() {
      for (const office of all) await notify(db, `feed ${office}`);
    },
  };
}
