import { reignOrder, type HallRole, type Reign } from '../../contract/hall.ts';
import type { Randomness } from '../desk/ports.ts';
import type { MetaValue } from '../store/meta.ts';
import type { Store } from '../store/store.ts';

/** What this machine is in its hall, and the last reign it knows of: kept over a restart. */
export interface Place {
  /** As it was enrolled. */
  readonly role: HallRole;
  readonly store: string;
  /** Its own reign, while it hosts. */
  readonly hosting: Reign | null;
  readonly last: Reign | null;
  readonly isSignedOff: boolean;
  /** It hosts from now on. */
  begin(term: number): void;
  /** It hosts no more. */
  stepDown(): void;
  /** Another's reign was met; an older one than the last known changes nothing. */
  learn(reign: Reign): void;
  signedOff(): void;
}

type Kept = MetaValue<'hallPlace'>;

export function placeOf(store: Store, random: Randomness): Place {
  const enrolment = (): { device: string; log: string } => {
    const { device, log } = store.meta.get('enrolment') ?? { device: '', log: '' };
    return { device, log };
  };
  const fresh = (): Kept => ({ store: random.id(), hosting: null, last: null, isSignedOff: false });
  let kept: Kept = store.meta.get('hallPlace') ?? fresh();
  const put = (change: Partial<Kept>): void => {
    kept = { ...kept, ...change };
    store.transact(() => store.meta.set('hallPlace', kept));
  };
  put({});
  const hosting = (): Reign | null => {
    const { device, log } = enrolment();
    // A database put back from a copy begins another log: what it hosted, it hosts no more.
    return kept.hosting?.log === log ? { term: kept.hosting.term, device } : null;
  };
  if (kept.hosting !== null && hosting() === null) put({ hosting: null });

  return {
    get role() {
      return store.meta.get('enrolment')?.kind ?? 'desk';
    },
    get store() {
      return kept.store;
    },
    get hosting() {
      return hosting();
    },
    get last() {
      return kept.last;
    },
    get isSignedOff() {
      return kept.isSignedOff;
    },
    begin(term) {
      const { device, log } = enrolment();
      put({ hosting: { term, log }, last: { term, device }, isSignedOff: false });
    },
    stepDown: () => put({ hosting: null }),
    learn(reign) {
      const { last } = kept;
      const order = last === null ? 1 : reignOrder(reign, last);
      if (order > 0 || (order === 0 && kept.isSignedOff)) put({ last: reign, isSignedOff: false });
    },
    signedOff: () => put({ hosting: null, isSignedOff: true }),
  };
}
