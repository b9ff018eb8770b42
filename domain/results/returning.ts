import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CarriedPaper } from '../dossier/events/common.ts';
import type { DossierView } from '../dossier/view.ts';
import { papersFor } from '../handover/carried.ts';

/** An original that lies with the dossier, and whether it is proposed to go back. */
export interface OriginalBack {
  readonly paper: CarriedPaper;
  /** Kept beside its copy: taken for comparison (để đối chiếu), so it goes back (NĐ 61/2018 Điều 20). */
  readonly proposed: boolean;
}

/** Originals among the papers of a dossier; the officer says which of them go back with the result. */
export function originalsOnFile(view: Parameters<typeof papersFor>[0]): OriginalBack[] {
  return papersFor(view, 'processing')
    .filter((paper) => paper.originals > 0)
    .map((paper) => ({ paper: { ...paper, copies: 0 }, proposed: paper.copies > 0 }));
}

/** Whether an apology belongs to a result (xin lỗi khi trễ hẹn, NĐ 61/2018 Điều 19 khoản 9). */
export interface Lateness {
  /** Finished after the date that held. */
  readonly late: boolean;
  /** The date was moved with an apology and a new date (Mẫu 04). */
  readonly moved: boolean;
  /** Late, and no Mẫu 04 was ever written: the unit owes it. */
  readonly unexcused: boolean;
  /** The date that held at the end; null where none did. */
  readonly due: LocalDateTime | null;
}

export function lateness({ clock }: Pick<DossierView, 'clock'>): Lateness {
  const late = clock.dueAt !== null && clock.endedAt !== null && clock.endedAt > clock.dueAt;
  const moved = clock.extensions > 0;
  return { late, moved, unexcused: late && !moved, due: clock.dueAt };
}
