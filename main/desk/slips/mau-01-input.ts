import type { Reference } from '../../../contract/sync.ts';
import type { Office, Verdict } from '../../../contract/sync.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { DossierReceived } from '../../../domain/dossier/events/receipt.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { Mau01Input } from '../../../domain/form/mau-01.ts';
import { officeOnSlip } from '../../../domain/form/slip-office.ts';
import { personOnSlip } from './person-on-slip.ts';
import { limitOnSlip } from '../../../domain/form/slip-words.ts';

/** Everything Mẫu 01 says that is not in the dossier itself. */
export interface SlipSurroundings {
  readonly office: Office;
  readonly officer: string;
  readonly settings: Reference['settings'];
  /** Whether the province has not yet confirmed the dossier. */
  readonly offline: boolean;
  readonly book: Verdict['book'];
  readonly checkCode: string;
  readonly qr: string;
  readonly copy: Mau01Input['copy'];
  readonly demo: boolean;
}

/** What the receipt slip (Mẫu 01) of a received dossier is drawn from. */
export function mau01InputOf(received: DossierReceived, around: SlipSurroundings): Mau01Input {
  const { office, settings, book } = around;
  const year = book?.year ?? Number(dateOf(received.receivedAt).slice(0, 4));
  return {
    office: officeOnSlip({ ...office, placeName: office.place }),
    counter: received.counter,
    officer: around.officer,
    applicant: received.applicant === null ? null : personOnSlip(received.applicant),
    submitter:
      received.submitter === null
        ? null
        : { person: personOnSlip(received.submitter.person), authority: received.submitter.authority },
    procedure: { code: received.procedure.code, name: received.procedure.name },
    papers: received.papers.filter((paper) => paper.state === 'has'),
    land: received.land,
    sets: received.sets,
    limitText: received.due.limit === null ? received.due.basis : limitOnSlip(received.due.limit),
    receivedAt: received.receivedAt,
    due: received.due.at === null ? null : { at: received.due.at },
    result: { way: received.resultWay, address: received.resultAddress },
    fee: received.fee,
    code: received.code,
    checkCode: around.checkCode,
    offline: around.offline,
    register: { volume: `01/${year}`, number: book?.number ?? null },
    hotline: office.phone === '' ? settings.hotline : office.phone,
    lookup: settings.lookupUrl.replace(/^https?:\/\//, '').replace(/\/.*$/, ''),
    remarks: holidaysIn(received.due.steps),
    qr: around.qr,
    copy: around.copy,
    demo: around.demo,
  };
}

/** Holidays skipped, as the explanation named them: people ask why the date is not sooner. Weekends nobody asks about. */
function holidaysIn(steps: readonly Bilingual[]): string[] {
  return steps
    .map((step) => /^Bỏ qua (.+)$/.exec(step.vi)?.[1] ?? '')
    .filter((days) => days !== '' && !days.includes('cuối tuần'))
    .map((days) => `Không tính vào thời hạn: ${days}`);
}
