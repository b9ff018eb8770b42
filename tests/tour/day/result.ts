import type { CallInput } from '../../../contract/desk.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { DeskUser } from '../../harness/world.ts';

type Collector = CallInput<'results.return'>['to'];

/** Into the citizen's hands: every result paper, the originals that were proposed, signed on paper. */
export async function returnTo(
  officer: DeskUser,
  dossierId: string,
  to: Collector,
  more: { readonly apology?: boolean; readonly state?: 'finished' | 'stopped' } = {},
): Promise<void> {
  await officer.until('dossier.get', { id: dossierId }, (page) => page.row.state === (more.state ?? 'finished'));
  const page = await officer.call('results.get', { dossierId });
  await officer.call('results.return', {
    dossierId,
    to,
    identity: 'seen',
    slipShown: true,
    papers: page.papers.map((paper) => paper.name),
    originals: page.originals.filter((row) => row.proposed).map((row) => row.paper.name),
    signature: 'paper',
    drawing: null,
    apology: more.apology ?? false,
    payment: null,
    approval: null,
  });
}

/** A person as an event holds them. */
export function personOf(applicant: NonNullable<ReceiptContent['applicant']>): Person {
  const { personalId, birthDate, source, ...rest } = applicant;
  const [day = '', month = '', year = ''] = birthDate.split('/');
  return {
    ...rest,
    personalId,
    oldId: null,
    birthDate: `${year}-${month}-${day}`,
    source: source ?? { kind: 'typed', at: '2026-11-23T08:00:00' },
  };
}
