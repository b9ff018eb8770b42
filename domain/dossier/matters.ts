import { plainDate } from '../calendar/date-words.ts';
import { dateOf } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import { lawWords } from './law.ts';
import type { Known, SideRow, Sides } from './sides.ts';
import { tell } from './story/story.ts';
import { flagKey, type DossierView, type Flag } from './view.ts';

/**
 * One flag of a dossier that is no pair: what a person can decide of it. The left answer keeps things as the law has
 * them; where that is to leave an event without effect, it says so.
 */
export function singleMatter(view: DossierView, flag: Flag, known: ReadonlyMap<string, Known>): Sides | null {
  const [id] = flag.events;
  const each = id === undefined ? undefined : known.get(id);
  if (id === undefined || each === undefined) return null;
  const line = view.story.find((entry) => entry.eventId === id);
  const told = tell(each.event, { due: null, opinions: [] });
  const head = { actor: each.envelope.actor, place: told.place, at: line?.at ?? 0, events: [id] };
  const row = rowOf(view, flag, id, told.what);
  if (row === null) return null;
  return { flags: [flagKey(flag)], left: head, right: head, rows: [row], same: [] };
}

function rowOf(view: DossierView, flag: Flag, id: string, what: Bilingual): SideRow | null {
  const row = (left: Bilingual, right: Bilingual, more: Partial<SideRow>): SideRow => ({
    key: flag.kind,
    label: what,
    left: { text: left, detail: null, events: [] },
    right: { text: right, detail: null, events: [] },
    mayBoth: false,
    choice: 'left',
    reason: null,
    ...more,
  });
  const drops = { text: WITHOUT_EFFECT, detail: null, events: [id] };
  const keeps = { text: KEEP, detail: null, events: [] };
  switch (flag.kind) {
    case 'not-approved': {
      const law = flag.breaks.map((each) => lawWords[each]);
      const reason = { vi: law.map((each) => each.vi).join('; '), en: law.map((each) => each.en).join('; ') };
      // Choosing a side sets the other side's events aside: what is dropped stands on the side not chosen.
      return row(KEEP, WITHOUT_EFFECT, { left: { ...keeps, events: [id] }, right: { ...drops, events: [] }, reason });
    }
    case 'custody-gap':
      return row(KEEP, WITHOUT_EFFECT, {
        left: { ...keeps, events: [id] },
        right: { ...drops, events: [] },
        reason: GAP,
      });
    case 'out-of-place':
      return row(WITHOUT_EFFECT, NOTHING, {
        right: { text: NOTHING, detail: null, events: [id] },
        reason: OUT_OF_PLACE,
      });
    case 'paper-missing': {
      const gone = view.custody.missing.filter((each) => each.eventId === id);
      const names = gone.map((each) => each.paper.name).join(', ');
      const holder = gone[0]?.lastHolder ?? null;
      const who = holder === null ? '' : [holder.name, holder.place].filter((text) => text !== '').join(', ');
      const since = view.custody.since === null ? '' : plainDate(dateOf(view.custody.since));
      const left = { vi: `Chưa tìm thấy: ${names}`, en: `Not found: ${names}` };
      const reason = { vi: `Giữ sau cùng: ${who}${since === '' ? '' : `, ${since}`}`, en: `Last held by ${who}` };
      return row(left, NOTHING, { reason });
    }
    case 'unreadable':
    case 'two-sides':
    case 'received-twice':
      return null;
  }
}

const KEEP: Bilingual = { vi: 'Giữ, có hiệu lực', en: 'Keep it in effect' };
const WITHOUT_EFFECT: Bilingual = { vi: 'Để không có hiệu lực', en: 'Leave it without effect' };
const NOTHING: Bilingual = { vi: '', en: '' };
const GAP: Bilingual = { vi: 'Người giao không phải nơi đang giữ', en: 'The giver was not the holder' };
const OUT_OF_PLACE: Bilingual = { vi: 'Hồ sơ không còn ở bước đó', en: 'The dossier was no longer at that step' };
