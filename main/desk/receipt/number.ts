import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { formatDossierCode, formatTemporaryCode, nextNumber, rangesFor } from '../../../domain/dossier/code.ts';
import type { IssuedCode } from '../../../domain/dossier/events/receipt.ts';
import { enrolmentOf, ownOffice, settingsOf, type DeskContext } from '../context.ts';

const TEMPORARY_NUMBERS = { from: 1, to: 99_999 };

/**
 * The code a dossier received now would carry (mã hồ sơ): the next number of this log's own ranges, or a number marked
 * temporary where there is none, where the office has no prefix, or where the province wants it so offline.
 */
export function nextCode(context: DeskContext, date: CivilDate): IssuedCode {
  const { numbers, reference } = context.store;
  const { log } = enrolmentOf(context);
  const prefix = ownOffice(context).codePrefix;
  const wantsTemporary = settingsOf(context).offlineNumbersTemporary && !context.isOnline();
  if (prefix !== null && !wantsTemporary) {
    for (const range of rangesFor(reference.get('grants') ?? [], { log, prefix, date })) {
      const used = numbers.highest('official', prefix, date, range);
      const number = nextNumber([range], used === null ? [] : [used]);
      if (number === null) continue;
      const text = formatDossierCode({ agency: prefix, date, number });
      return { text, kind: 'official', date, number, grantId: range.grantId ?? null };
    }
  }
  const number = (numbers.highest('temporary', log, date, TEMPORARY_NUMBERS) ?? 0) + 1;
  return { text: formatTemporaryCode({ log, date, number }), kind: 'temporary', date, number, grantId: null };
}

/** Takes the number for good; call in the transaction that receives the dossier. */
export function takeCode(context: DeskContext, code: IssuedCode, dossierId: string): void {
  const { log } = enrolmentOf(context);
  const prefix = code.kind === 'temporary' ? log : (ownOffice(context).codePrefix ?? log);
  context.store.numbers.take(code.kind, prefix, code.date, code.number, dossierId);
}
