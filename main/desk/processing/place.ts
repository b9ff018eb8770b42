import { ProblemError } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { isOfUnit, type UnitPlace } from '../../../domain/processing/lists.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';

/** Where a unit's officer works; a supervisor stands for any unit of the office. */
export function unitPlace(context: DeskContext, user: User): UnitPlace {
  return { user: user.id, office: enrolmentOf(context).office, unit: user.unit ?? '' };
}

/** @throws ProblemError GQ-06 where a unit's officer reaches for what another unit works on */
export function assertOurs(context: DeskContext, view: DossierView, user: User): void {
  if (user.role !== 'unitOfficer' || isOfUnit(view, unitPlace(context, user))) return;
  throw new ProblemError('GQ-06', { unit: view.intake.processingUnit });
}

/** Officers of a unit who may be given a dossier, by name. */
export function colleaguesOf(context: DeskContext, unit: string): User[] {
  const { office } = enrolmentOf(context);
  return (context.store.reference.get('users') ?? [])
    .filter((row) => row.office === office && row.role === 'unitOfficer' && row.unit === unit && !row.disabled)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** The calendar the unit counts by: that of the office that decides. */
export function calendarOf(context: DeskContext, view: DossierView): WorkingCalendar {
  return context.reference.calendar(view.intake.competentOffice);
}
