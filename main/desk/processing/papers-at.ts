import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { pending } from '../../../domain/dossier/custody.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import type { Bilingual } from '../../../domain/text.ts';

/** Who holds the papers and since when: "2 bản, tôi giữ từ 19/11 16:20", "2 bản, Lê Thị Kim Ngân giữ từ 19/11". */
export function papersAt(view: DossierView, me: string, nameOf: (id: string) => string): Bilingual {
  const { custody, received, intake } = view;
  const { holder, since } = custody;
  if (holder === null || since === null) {
    return intake.channel === 'ONLINE'
      ? { vi: 'Bản điện tử', en: 'Electronic' }
      : { vi: 'Chưa rõ ai giữ', en: 'Not known who holds them' };
  }
  const n = (received?.papers ?? [])
    .filter((paper) => paper.group === 'submit' && paper.state === 'has')
    .reduce((sum, paper) => sum + paper.originals + paper.copies, 0);
  const name = holder.name === '' ? nameOf(holder.user) : holder.name;
  const mine = holder.user === me;
  const count = n === 0 ? { vi: '', en: '' } : { vi: `${n} bản, `, en: `${n} sheets, ` };
  const who: Bilingual = mine
    ? { vi: 'tôi', en: 'I' }
    : { vi: name === '' ? holder.place : name, en: name === '' ? holder.place : name };
  const day = dateOf(since);
  const at = `${day.slice(8, 10)}/${day.slice(5, 7)}${mine ? ` ${since.slice(11, 16)}` : ''}`;
  const waits: Bilingual =
    pending(custody) === null ? { vi: '', en: '' } : { vi: ', đang bàn giao', en: ', being handed over' };
  return {
    vi: `${count.vi}${who.vi} giữ từ ${at}${waits.vi}`,
    en: mine ? `${count.en}with me since ${at}${waits.en}` : `${count.en}with ${who.en} since ${at}${waits.en}`,
  };
}
