import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { formatDossierCode, formatTemporaryCode } from '../../../domain/dossier/code.ts';
import type { IssuedCode } from '../../../domain/dossier/events.ts';
import { enrolmentOf, ownOffice, settingsOf, type DeskContext } from '../context.ts';

/**
 * The code a dossier received now would carry (mã hồ sơ): the next number of this log's own ranges, or a number marked
 * temporary where there is none, where the office has no prefix, or where the province wants it so offline.
 */
export function nextCode(context: DeskContext, date: CivilDate): IssuedCode {
  const { store } = context;
  const { log } = enrolmentOf(context);
  const office = ownOffice(context);
  const wantsTemporary = settingsOf(context).offlineNumbersTemporary && !context.isOnline();
  const grants = (store.reference.get('grants') ?? []).filter(
    (grant) => grant.log === log && grant.office === office.id,
  );
  const next = wantsTemporary ? null : store.numbers.nextOfficial(grants, date);
  if (next === null) {
    const number = store.numbers.nextTemporary(log, date);
    return { text: formatTemporaryCode({ log, date, number }), kind: 'temporary', date, number, grantId: null };
  }
  const { grant, number } = next;
  return {
    text: formatDossierCode({ agency: grant.prefix, date, number }),
    kind: 'official',
    date,
    number,
    grantId: grant.id,
  };
}

/** Takes the number for good; call in the transaction that receives the dossier. */
export function takeCode(context: DeskContext, code: IssuedCode, dossierId: string): void {
  const { store } = context;
  const { log } = enrolmentOf(context);
  const grant = (store.reference.get('grants') ?? []).find((row) => row.id === code.grantId);
  store.numbers.take(code.kind, grant?.prefix ?? log, code.date, code.number, dossierId);
}
