import { desksByTrouble } from './desks.ts';
import type { DeskInList } from '../contract/desk-report.ts';
import type { Db } from './store/pool.ts';

/** `desks [OFFICE]` */
export async function listDesks(
  db: Db,
  office: string | null,
  now: number,
): Promise<{ readonly text: string; readonly facts: readonly DeskInList[] }> {
  const desks = await desksByTrouble(db, office, now);
  const line = (desk: DeskInList): string => {
    const heard = desk.lastContact === null ? '-' : new Date(desk.lastContact).toISOString();
    const said = [`${desk.unsent ?? '?'} chưa gửi`, desk.release ?? '?'];
    const troubles = desk.troubles.map(({ vi, en }) => `${vi} · ${en}`);
    return [desk.office, desk.counter, desk.name, heard, ...said, desk.device, ...troubles].join('\t');
  };
  return { text: desks.map(line).join('\n'), facts: desks };
}
