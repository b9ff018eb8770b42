import { dateOf } from '../calendar/civil-date.ts';
import { capital, dayInSentence } from '../calendar/date-words.ts';
import type { Bilingual } from '../text.ts';
import { followsFrom } from './correction.ts';
import type { Settling } from './settling.ts';
import type { Sides } from './sides.ts';
import { stateFacts } from './states.ts';
import type { DossierView, SlipView } from './view.ts';

/** What follows if it is settled as chosen (nếu chốt như đang chọn), each in a sentence with its detail. */
export interface Consequence {
  readonly kind: 'slip' | 'goes-on' | 'due' | 'paper' | 'phone';
  /** Whether somebody has to do something because of it. */
  readonly toDo: boolean;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/** Slips in citizens' hands that say something else once it is settled: each needs a new one, and a call. */
export function slipsMadeWrong(view: DossierView, { setAside, change }: Settling): SlipView[] {
  const aside = new Set(setAside);
  const gone = view.slips.filter((slip) => slip.voidedBy === null && slip.about !== null && aside.has(slip.about));
  const changed = followsFrom(view, change).voids;
  return [...new Set([...gone, ...changed])].filter((slip) => slip.form !== '06');
}

/** @param sideName who wrote an event, as people say it: "Phòng Kinh tế", "Quầy 2" */
export function consequencesOf(
  view: DossierView,
  settling: Settling,
  sides: Sides | null,
  sideName: (eventId: string) => string,
): Consequence[] {
  const { result, setAside } = settling;
  const wrong = slipsMadeWrong(view, settling);
  const holds = view.slips.some((slip) => slip.voidedBy === null);
  const list: Consequence[] = [];
  if (wrong.length > 0) list.push(PAPER_WRONG);
  else if (holds) list.push(PAPER_RIGHT);
  const names = [...new Set(setAside.map(sideName).filter((name) => name !== ''))];
  for (const name of names) {
    const n = setAside.filter((id) => sideName(id) === name).length;
    list.push({
      kind: 'goes-on',
      toDo: false,
      title: { vi: `${capital(name)} làm theo bên được chọn`, en: `${capital(name)} follows the side that is chosen` },
      detail: { vi: `${n} việc không còn hiệu lực, vẫn ghi trong hồ sơ`, en: `${n} set aside, still in the story` },
    });
  }
  const { name } = stateFacts[result.state];
  if (result.state !== view.state || sides !== null) {
    list.push({
      kind: 'goes-on',
      toDo: false,
      title: { vi: `Hồ sơ ở bước “${name.vi}”`, en: `The dossier is at “${name.en}”` },
      detail:
        result.state === view.state
          ? UNCHANGED
          : { vi: `Trước là “${stateFacts[view.state].name.vi}”`, en: `It was at “${stateFacts[view.state].name.en}”` },
    });
  }
  list.push(...dueOf(view, result));
  if (result.custody.holder?.place !== view.custody.holder?.place && result.custody.holder !== null) {
    const { place } = result.custody.holder;
    list.push({
      kind: 'paper',
      toDo: false,
      title: { vi: `${capital(place)} giữ giấy tờ`, en: `${capital(place)} holds the paper` },
      detail: { vi: 'Chuỗi giữ giấy tờ ghi theo bên này', en: 'The chain of custody follows this side' },
    });
  }
  if (
    result.received !== null &&
    result.received.note.includes('Điện thoại khác:') &&
    view.received?.note !== result.received.note
  ) {
    list.push({
      kind: 'phone',
      toDo: false,
      title: { vi: 'Hai số điện thoại cùng được lưu', en: 'Both telephones are kept' },
      detail: { vi: 'Lần gọi tới hỏi lại số đúng', en: 'Ask which is right at the next call' },
    });
  }
  return list;
}

const PAPER_RIGHT: Consequence = {
  kind: 'slip',
  toDo: false,
  title: { vi: 'Phiếu người dân đang giữ vẫn đúng', en: 'The slip the citizen holds stays right' },
  detail: { vi: 'Không phải in lại, không phải gọi báo', en: 'Nothing to print again, nobody to call' },
};
const PAPER_WRONG: Consequence = {
  kind: 'slip',
  toDo: true,
  title: { vi: 'Phiếu người dân đang giữ không còn đúng', en: 'The slip the citizen holds is no longer right' },
  detail: { vi: 'Phải in phiếu mới và gọi báo người dân', en: 'Print a new one and call the citizen' },
};
const UNCHANGED: Bilingual = { vi: 'Không đổi', en: 'As it is' };

function dueOf(view: DossierView, result: DossierView): Consequence[] {
  const { dueAt, pausedSince } = result.clock;
  if (pausedSince !== null) {
    const title = { vi: 'Tạm dừng tính hạn, chờ người dân', en: 'The clock stands still for the citizen' };
    return [{ kind: 'due', toDo: false, title, detail: view.clock.pausedSince === null ? NEW : UNCHANGED }];
  }
  if (dueAt === null) return [];
  const day = dayInSentence(dateOf(dueAt));
  const was = view.clock.dueAt;
  const detail =
    was === dueAt
      ? UNCHANGED
      : was === null
        ? NEW
        : { vi: `Trước là ${dayInSentence(dateOf(was)).vi}`, en: `It was ${dayInSentence(dateOf(was)).en}` };
  return [{ kind: 'due', toDo: false, title: { vi: `Hẹn trả ${day.vi}`, en: `Due ${day.en}` }, detail }];
}

const NEW: Bilingual = { vi: 'Khác với lúc này', en: 'Other than now' };
