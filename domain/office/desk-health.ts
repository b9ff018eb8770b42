import type { Bilingual } from '../text.ts';

/** What is known of one desk (máy trạm) when its list is read. */
export interface DeskFacts {
  /** Milliseconds since it was last heard; null: never. */
  readonly silentMs: number | null;
  readonly release: string | null;
  readonly unsent: number;
  /** Milliseconds its oldest unsent event has waited. */
  readonly waitingMs: number;
  /** Server clock minus desk clock, ms; null: not known. */
  readonly clockMs: number | null;
  /** What it is, where the province was put back from a copy and still waits for what it holds. */
  readonly waitedFor: 'desk' | 'kiosk' | 'display' | null;
}

export interface DeskTrouble {
  readonly kind: 'never-heard' | 'silent' | 'unsent' | 'waited-for' | 'clock' | 'release';
  /** The higher the worse; only compared with each other. */
  readonly weight: number;
  readonly words: Bilingual;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A desk says something every ten seconds while its line is up; a night and a weekend are no trouble yet. */
const SILENT_AFTER = 3 * DAY;
const WAITING_TOO_LONG = HOUR;
/** Below this a clock harms no time on paper. */
const CLOCK_TOLERANCE = 2 * MINUTE;

/** What an administrator should look at, the worst first; nothing where all is well. */
export function deskTroubles(facts: DeskFacts, newest: string): DeskTrouble[] {
  const { silentMs, unsent, waitingMs, clockMs, release, waitedFor } = facts;
  const found: DeskTrouble[] = [];
  const add = (kind: DeskTrouble['kind'], weight: number, vi: string, en: string): unknown =>
    found.push({ kind, weight, words: { vi, en } });
  if (silentMs === null) add('never-heard', 3, 'chưa liên lạc lần nào', 'never heard from');
  else if (silentMs > SILENT_AFTER) {
    const { vi, en } = duration(silentMs);
    add('silent', 4, `không liên lạc ${vi}`, `silent for ${en}`);
  }
  if (unsent > 0 && waitingMs > WAITING_TOO_LONG) {
    const { vi, en } = duration(waitingMs);
    // What is on that machine alone is lost with it.
    add('unsent', 6, `còn ${unsent} việc chưa gửi, lâu nhất ${vi}`, `${unsent} unsent, the oldest for ${en}`);
  }
  if (waitedFor !== null) {
    const isDesk = waitedFor === 'desk';
    const vi = isDesk ? 'cơ quan chưa được cấp dãy số mới' : 'việc còn thiếu ở tỉnh có thể đang chờ máy này';
    const en = isDesk ? 'its office gets no new number ranges' : 'what the province lacks may wait for this machine';
    add(
      'waited-for',
      isDesk ? 5 : 2,
      `chưa đối chiếu sau khi tỉnh phục hồi dữ liệu: ${vi}`,
      `not compared since the province was restored: ${en}`,
    );
  }
  if (clockMs !== null && Math.abs(clockMs) > CLOCK_TOLERANCE) {
    const { vi, en } = duration(Math.abs(clockMs));
    const isSlow = clockMs > 0;
    const weight = Math.abs(clockMs) > DAY ? 5 : 2;
    add('clock', weight, `đồng hồ ${isSlow ? 'chậm' : 'nhanh'} ${vi}`, `clock ${isSlow ? 'slow' : 'fast'} by ${en}`);
  }
  if (release !== null && release !== newest) add('release', 1, `bản ${release}`, `release ${release}`);
  return found.sort((a, b) => b.weight - a.weight);
}

/** The desks with the worst trouble first; of equal ones the longer silent, and then as they stood. */
export function worstFirst<D extends { readonly facts: DeskFacts }>(desks: readonly D[], newest: string): D[] {
  const weight = ({ facts }: D): number => deskTroubles(facts, newest)[0]?.weight ?? 0;
  const silence = ({ facts }: D): number => facts.silentMs ?? Number.MAX_SAFE_INTEGER;
  return desks.toSorted((a, b) => weight(b) - weight(a) || silence(b) - silence(a));
}

function duration(ms: number): Bilingual {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 90) return { vi: `${minutes} phút`, en: `${minutes} min` };
  const hours = Math.round(ms / HOUR);
  if (hours < 48) return { vi: `${hours} giờ`, en: `${hours} h` };
  const days = Math.round(ms / DAY);
  return { vi: `${days} ngày`, en: `${days} days` };
}
