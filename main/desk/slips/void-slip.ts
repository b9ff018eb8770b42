import type { CallOutput } from '../../../contract/desk.ts';
import { dateOf, timeOf } from '../../../domain/calendar/civil-date.ts';
import { capital, plainDate, timeInSentence } from '../../../domain/calendar/date-words.ts';
import { slipByToken, slipNames, slipStanding } from '../../../domain/dossier/slip-standing.ts';
import type { DossierView, SlipView } from '../../../domain/dossier/view.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { writtenLocal } from '../trusted-time.ts';

type Scanned = Extract<CallOutput<'scan.read'>, { kind: 'dossier' }>;

/** What a scanned slip is no longer worth, in words; null where it holds, or is not one this desk knows of. */
export function voidSlipOf(view: DossierView, token: string): Scanned['voidSlip'] {
  const slip = slipByToken(view, token);
  if (slip === null) return null;
  const standing = slipStanding(view, slip);
  if (standing.kind === 'holds') return null;
  const by = standing.kind === 'replaced' ? standing.by : null;
  return {
    slipId: slip.slipId,
    name: nameOf(slip),
    text: because(said(by, moment(standing.since), standing.kind === 'replaced'), standing.because),
    replacedBy: by?.slipId ?? null,
  };
}

function nameOf({ form, issue }: SlipView): Bilingual {
  const { vi, en } = slipNames[form];
  return { vi: `${capital(vi)}, bản ${issue}`, en: `${capital(en)}, issue ${issue}` };
}

/** "10 giờ 41 ngày 23/11/2026". */
function moment(at: number): Bilingual {
  const local = writtenLocal(at);
  const [day, time] = [plainDate(dateOf(local)), timeInSentence(timeOf(local))];
  return { vi: `${time.vi} ngày ${day}`, en: `${time.en} on ${day}` };
}

function said(by: SlipView | null, since: Bilingual, isReplaced: boolean): Bilingual {
  if (by !== null) {
    return { vi: `Đã thay bằng bản ${by.issue} lúc ${since.vi}`, en: `Replaced by issue ${by.issue} at ${since.en}` };
  }
  return isReplaced
    ? { vi: `Không còn giá trị từ ${since.vi}`, en: `Void since ${since.en}` }
    : {
        vi: `Hồ sơ đã sửa lúc ${since.vi}, chưa in phiếu mới`,
        en: `The dossier was corrected at ${since.en}; no new slip was printed yet`,
      };
}

function because(text: Bilingual, reason: string): Bilingual {
  return reason === '' ? text : { vi: `${text.vi}: ${reason}`, en: `${text.en}: ${reason}` };
}
