import { dateOf, type CivilDate } from '../calendar/civil-date.ts';
import type { DossierView } from '../dossier/view.ts';
import { openOpinions } from './work-step.ts';

/** The lists of a processing unit's officer: their own, then the whole unit's. */
export const workLists = [
  'working',
  'supplement',
  'financial',
  'opinion',
  'doneToday',
  'unassigned',
  'unit',
  'notHandedOver',
] as const;
export type WorkList = (typeof workLists)[number];

/** Who looks: a user and the unit (phòng) of an office they work in. */
export interface UnitPlace {
  readonly user: string;
  readonly office: string;
  readonly unit: string;
}

type Placed = Pick<DossierView, 'state' | 'intake' | 'custody' | 'work' | 'result' | 'clock' | 'received'>;

/** Whether the unit works on it: it decides on it, or holds its papers. */
export function isOfUnit({ intake, custody }: Placed, place: UnitPlace): boolean {
  const decides = intake.processingUnit === place.unit && intake.competentOffice === place.office;
  return decides || holds(custody.holder, place);
}

function holds(holder: Placed['custody']['holder'], { office, unit }: UnitPlace): boolean {
  return holder !== null && holder.kind === 'unit' && holder.office === office && holder.place === unit;
}

/** Whether it has come to the unit: signed for, or filed online, which goes at once (NĐ 309/2026, Điều 18 khoản 2). */
function hasCome(view: Placed, place: UnitPlace): boolean {
  const { intake, custody, state, work } = view;
  // Work that was begun without the paper has come too.
  return state !== 'received' || intake.channel === 'ONLINE' || work.assignee !== '' || holds(custody.holder, place);
}

const atWork: ReadonlySet<Placed['state']> = new Set(['received', 'processing', 'withdrawing']);
const inHand: ReadonlySet<Placed['state']> = new Set([...atWork, 'supplement', 'financial']);

/** The lists a dossier stands in for whoever looks. One that waits for an opinion is worked on all the same. */
export function listsOf(view: Placed, place: UnitPlace, today: CivilDate): WorkList[] {
  if (!isOfUnit(view, place)) return [];
  if (!hasCome(view, place)) return ['notHandedOver'];
  const mine = view.work.assignee === place.user;
  const lists: WorkList[] = [];
  if (mine && atWork.has(view.state)) lists.push('working');
  if (mine && view.state === 'supplement') lists.push('supplement');
  if (mine && view.state === 'financial') lists.push('financial');
  if (mine && inHand.has(view.state) && openOpinions(view).length > 0) lists.push('opinion');
  if (mine && endedOn(view) === today) lists.push('doneToday');
  if (inHand.has(view.state) && view.work.assignee === '') lists.push('unassigned');
  if (inHand.has(view.state)) lists.push('unit');
  return lists;
}

/** The day the unit's work ended; null while it goes on. */
function endedOn({ result, work, state }: Placed): CivilDate | null {
  if (state === 'stopped' && work.stop !== null) return dateOf(work.stop.at);
  return result.finished === null ? null : dateOf(result.finished.at);
}
