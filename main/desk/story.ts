import type { CallOutput } from '../../contract/desk.ts';
import { dateOf, timeOf } from '../../domain/calendar/civil-date.ts';
import { dayInSentence, timeInSentence } from '../../domain/calendar/date-words.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { SlipIssued } from '../../domain/dossier/events/slip.ts';
import type { DossierView } from '../../domain/dossier/fold.ts';
import type { ScanView } from '../../domain/dossier/view.ts';
import type { Bilingual } from '../../domain/text.ts';
import { beforeReceipt } from './guidance/story.ts';
import { writtenLocal } from './trusted-time.ts';

type Story = CallOutput<'dossier.get'>['story'];

/** What has been done to a dossier, newest first, each in a sentence. `nameOf` gives a person's name for an id. */
export function storyOf(view: DossierView, nameOf: (id: string) => string): Story {
  const unreadable = new Set(view.flags.flatMap((flag) => (flag.kind === 'unreadable' ? flag.events : [])));
  // The fold keeps slips in the order of their lines.
  const slips = view.slips.values();
  const scans = view.scans.values();
  let receipts = 0;
  const lines: Story = view.story.map((line) => {
    const at = writtenLocal(line.at);
    const who = nameOf(line.actor);
    if (unreadable.has(line.eventId)) return { at, who, what: newer, detail: null, form: null };
    switch (line.type) {
      case 'dossier.received':
        receipts += 1;
        return {
          at,
          who: receipts === 1 ? `${who}, ${view.intake.counter}` : who,
          what: receipts === 1 && view.received !== null ? receivedText(view.received) : again,
          detail: null,
          form: null,
        };
      case 'dossier.submitted':
      case 'dossier.guided':
      case 'dossier.refused':
        return { at, who, ...beforeReceipt(view, line), form: null };
      case 'dossier.slipIssued':
        return { at, who, ...slipText(slips.next().value) };
      case 'dossier.paperDigitised':
        return { at, who, what: digitised, detail: titleOf(scans.next().value), form: null };
      case 'dossier.digitisedRemoved':
        return { at, who, what: takenOut, detail: null, form: null };
      default:
        return { at, who, what: newer, detail: null, form: null };
    }
  });
  return lines.toReversed();
}

const newer: Bilingual = { vi: 'Việc do bản mới hơn ghi', en: 'Recorded by a newer release' };
const digitised: Bilingual = { vi: 'Số hóa giấy tờ, đã đối chiếu với bản giấy', en: 'Paper digitised and compared' };
const takenOut: Bilingual = {
  vi: 'Gỡ một giấy tờ số hóa khỏi hồ sơ',
  en: 'A digitised paper taken out of the dossier',
};
const again: Bilingual = { vi: 'Tiếp nhận lần nữa ở nơi khác', en: 'Received once more elsewhere' };

function receivedText({ due, fastLane }: DossierReceived): Bilingual {
  if (due.at === null || fastLane) return { vi: 'Tiếp nhận, làm ngay', en: 'Received, done at once' };
  const day = dayInSentence(dateOf(due.at));
  const time = timeInSentence(timeOf(due.at));
  return { vi: `Tiếp nhận, hẹn trả ${time.vi} ${day.vi}`, en: `Received, due ${time.en} ${day.en}` };
}

function titleOf(scan: ScanView | undefined): Bilingual | null {
  return scan === undefined ? null : { vi: scan.title, en: scan.title };
}

function slipText(slip: SlipIssued | undefined): Pick<Story[number], 'what' | 'detail' | 'form'> {
  const first: Bilingual = { vi: 'Tạo phiếu hẹn', en: 'Receipt slip made' };
  if (slip === undefined) return { what: first, detail: null, form: null };
  const form = slip.form;
  if (slip.copyOf === null) return { what: first, detail: null, form };
  const { reason } = slip.copyOf;
  return {
    what: { vi: `In lại phiếu hẹn, bản ${slip.issue}`, en: `Receipt slip made again, issue ${slip.issue}` },
    detail: { vi: `Lý do: ${reason}`, en: `Reason: ${reason}` },
    form,
  };
}
