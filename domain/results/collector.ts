import { plainDate } from '../calendar/date-words.ts';
import type { Holder, Intake } from '../dossier/events/common.ts';
import type { Custody } from '../dossier/view.ts';
import type { CollectingAuthority, DossierReturned } from '../dossier/events/result.ts';

/** Who collected, and by what right, as the story and the chain of custody say it. */
export function collectorWords(
  intake: Pick<Intake, 'applicant' | 'submitter'>,
  to: DossierReturned['to'],
): { readonly name: string; readonly right: string } {
  switch (to.kind) {
    case 'applicant':
      return { name: intake.applicant?.name ?? '', right: 'Chủ hồ sơ' };
    case 'submitter':
      return { name: intake.submitter?.person.name ?? '', right: 'Người nộp hồ sơ' };
    case 'authorised':
      return { name: to.person.name, right: rightWords(to.authority) };
    case 'post':
      return { name: '', right: `Bưu chính, số hiệu ${to.number}` };
  }
}

/** In whose hands a returned result is. */
export function collectorHands(
  { custody, intake }: { readonly custody: Pick<Custody, 'holder'>; readonly intake: Intake | null },
  to: DossierReturned['to'],
): Holder {
  const office = custody.holder?.office ?? intake?.receivingOffice ?? '';
  const { name } = collectorWords(intake ?? { applicant: null, submitter: null }, to);
  return to.kind === 'post'
    ? { kind: 'post', office, place: to.number, user: '', name }
    : { kind: 'citizen', office, place: '', user: '', name };
}

/** "Giấy ủy quyền số 12/2026 ngày 20/11/2026", "Con, Giấy khai sinh". */
function rightWords({ kind, relation, paper, number, date }: CollectingAuthority): string {
  if (kind === 'none') return 'Không có giấy tờ, người phụ trách duyệt';
  const named = paper.trim() === '' ? usualPaper(kind) : paper.trim();
  const whole = [
    named,
    number.trim() === '' ? '' : `số ${number.trim()}`,
    date === null ? '' : `ngày ${plainDate(date)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  const said = relation.trim();
  const who = said === '' ? '' : said.charAt(0).toUpperCase() + said.slice(1);
  return [who, whole].filter((part) => part !== '').join(', ');
}

function usualPaper(kind: Exclude<CollectingAuthority['kind'], 'none'>): string {
  switch (kind) {
    case 'power-of-attorney':
      return 'Giấy ủy quyền';
    case 'staff':
      return 'Giấy giới thiệu';
    case 'legal-representative':
    case 'relative':
      return '';
  }
}
