import { dateOf, type CivilDate } from '../calendar/civil-date.ts';
import { dayInSentence } from '../calendar/date-words.ts';
import { stateFacts } from '../dossier/states.ts';
import type { Bilingual } from '../text.ts';
import type { LegalStep, StepView } from './steps.ts';

/** What stands under a step: until when and how often it is allowed, or why it is not. */
export function stepWords(step: Omit<LegalStep, 'words'>, view: StepView, today: CivilDate): Bilingual {
  switch (step.kind) {
    case 'assign':
    case 'step':
      return step.may === 'never' ? notNow(view) : { vi: 'Lúc nào cũng được', en: 'At any time' };
    case 'supplement':
      return supplement(step, view, today);
    case 'opinion':
      return step.may === 'never'
        ? notNow(view)
        : { vi: 'Hạn vẫn chạy trong lúc chờ', en: 'The clock runs on meanwhile' };
    case 'financial':
      return step.may === 'never'
        ? notNow(view)
        : { vi: 'Hạn tạm dừng cho đến khi nộp xong', en: 'The clock stands until it is paid' };
    case 'extend':
      return extension(step, view, today);
    case 'decline':
      return decline(step, view, today);
    case 'withdrawal':
      return step.may === 'never'
        ? notNow(view)
        : { vi: 'Khi người nộp có đơn xin rút', en: 'When the submitter asks for it in writing' };
    case 'stop':
      return stop(step, view);
    case 'finish':
      return finish(step, view, today);
  }
}

/** "Hồ sơ đang ở bước “Chờ bổ sung”". */
function notNow({ state }: StepView): Bilingual {
  const { name } = stateFacts[state];
  return { vi: `Hồ sơ đang ở bước “${name.vi}”`, en: `The dossier is at “${name.en}”` };
}

/** "hôm nay", "thứ Tư 25/11". */
function dayOf(date: CivilDate, today: CivilDate): Bilingual {
  return date === today ? { vi: 'hôm nay', en: 'today' } : dayInSentence(date);
}

function until({ until: last, left }: Omit<LegalStep, 'words'>, today: CivilDate): Bilingual {
  const times: Bilingual[] = left === null ? [] : [{ vi: `còn ${left} lần`, en: `${left} left` }];
  if (last === null) return join([{ vi: 'Được', en: 'Allowed' }, ...times]);
  const day = dayOf(last, today);
  return join([{ vi: `Được đến hết ${day.vi}`, en: `Until the end of ${day.en}` }, ...times]);
}

const approval: Bilingual = { vi: 'phải có người duyệt', en: 'a supervisor must approve' };

function join(parts: readonly Bilingual[]): Bilingual {
  return { vi: parts.map((part) => part.vi).join(', '), en: parts.map((part) => part.en).join(', ') };
}

function supplement(step: Omit<LegalStep, 'words'>, view: StepView, today: CivilDate): Bilingual {
  if (step.may === 'never') return notNow(view);
  if (step.may === 'allowed') return until(step, today);
  const last = view.rounds.at(-1);
  const asked: Bilingual =
    last?.by === 'counter'
      ? { vi: 'Quầy đã yêu cầu bổ sung 1 lần', en: 'The counter has asked once already' }
      : { vi: 'Đã yêu cầu bổ sung 1 lần', en: 'Asked once already' };
  return join([...(step.breaks.includes('second-round') ? [asked] : past(step, 'late-supplement-request')), approval]);
}

function past(step: Omit<LegalStep, 'words'>, rule: LegalStep['breaks'][number]): Bilingual[] {
  if (step.until === null || !step.breaks.includes(rule)) return [];
  const day = dayInSentence(step.until);
  return [{ vi: `Hạn cuối ${day.vi}`, en: `The last day was ${day.en}` }];
}

function extension(step: Omit<LegalStep, 'words'>, view: StepView, today: CivilDate): Bilingual {
  if (view.clock.pausedSince !== null) return { vi: 'Hạn đang tạm dừng', en: 'The clock stands still' };
  if (step.may === 'never') return notNow(view);
  if (step.may === 'allowed') return until(step, today);
  const used: Bilingual = { vi: 'Đã gia hạn 1 lần', en: 'Extended once already' };
  return join([...(step.breaks.includes('second-extension') ? [used] : past(step, 'late-extension')), approval]);
}

function decline(step: Omit<LegalStep, 'words'>, view: StepView, today: CivilDate): Bilingual {
  const reason: Bilingual = { vi: 'phải nêu lý do', en: 'with the reason' };
  if (step.may === 'never') return notNow(view);
  if (step.may === 'override') return join([{ vi: 'Người nộp xin rút', en: 'A withdrawal was asked for' }, approval]);
  if (step.until === null) return { vi: 'Phải nêu lý do', en: 'With the reason' };
  if (step.until < today) return { vi: 'Đã quá hạn, vẫn phải nêu lý do', en: 'Overdue, still with the reason' };
  return join([until(step, today), reason]);
}

function stop(step: Omit<LegalStep, 'words'>, view: StepView): Bilingual {
  if (step.may === 'never') return notNow(view);
  const asked = view.work.withdrawal;
  if (step.may === 'allowed' && asked !== null) {
    const day = dayInSentence(dateOf(asked.at));
    return { vi: `Có đơn xin rút ${day.vi}`, en: `Withdrawal asked for on ${day.en}` };
  }
  return { vi: 'Chỉ khi người nộp có đơn xin rút', en: 'Only when the submitter asks for a withdrawal' };
}

function finish(step: Omit<LegalStep, 'words'>, view: StepView, today: CivilDate): Bilingual {
  if (step.may === 'never') return notNow(view);
  if (step.breaks.includes('granted-while-waiting')) {
    return join([{ vi: 'Đang chờ người dân', en: 'Waiting for the citizen' }, approval]);
  }
  if (step.may === 'override') return join([{ vi: 'Người nộp xin rút', en: 'A withdrawal was asked for' }, approval]);
  if (step.until !== null && step.until < today) return { vi: 'Đã quá hạn', en: 'Overdue' };
  return step.until === null ? { vi: 'Được ngay', en: 'Now' } : until({ ...step, left: null }, today);
}
