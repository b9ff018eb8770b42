import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { paperCountWords } from '../../../domain/form/guidance-sheet.ts';
import type { GuidanceSheetInput } from '../../../domain/form/guidance-sheet.ts';
import { procedureGuidance, type ProcedureGuidance } from '../../../domain/guidance/sheet.ts';
import { receptionHours } from '../../../domain/office/hours.ts';
import { caseOf, procedureAt, type Channel, type Procedure } from '../../../domain/procedure/catalogue.ts';
import { enrolmentOf, ownOffice, settingsOf, type DeskContext } from '../context.ts';
import { siteOf, slipOffice } from '../slips/surroundings.ts';

/** Where and when it is done, as this office's sheets say it. */
type Place = Pick<GuidanceSheetInput, 'office' | 'where' | 'hours' | 'hotline' | 'website'>;

/** What is told of a procedure and case by this office: catalogue, case and office put together. */
export type Told = ProcedureGuidance & Place;

/** @throws ProblemError TN-04 where the catalogue in use has no such procedure or case */
export function toldOf(context: DeskContext, code: string, caseId: string, channel: Channel): Told {
  const procedure = inForce(context, code);
  if (caseOf(procedure, caseId) === undefined) throw new ProblemError('TN-04');
  return { ...procedureGuidance(procedure, caseId, channel), ...placeOf(context, procedure) };
}

/** @throws ProblemError TN-04 */
export function inForce(context: DeskContext, code: string): Procedure {
  const procedure = procedureAt(context.reference.catalogue(), code, dateOf(context.localNow()));
  if (procedure === undefined) throw new ProblemError('TN-04');
  return procedure;
}

function placeOf(context: DeskContext, procedure: Procedure): Place {
  const { office } = enrolmentOf(context);
  const own = ownOffice(context);
  const head = slipOffice(context, office);
  const { hotline } = settingsOf(context);
  return {
    office: head,
    where: own.address === '' ? head.point : `${head.point}, ${own.address}`,
    hours: receptionHours(context.reference.calendar(office), dateOf(context.localNow())),
    hotline: hotline === '' ? own.phone : hotline,
    website: procedure.source.startsWith('https://') ? siteOf(procedure.source) : '',
  };
}

/** The sheet for the screen that is turned to the citizen. @throws ProblemError TN-04 */
export function adviceSheet(
  context: DeskContext,
  { procedureCode, caseId, channel }: CallInput<'advice.sheet'>,
): CallOutput<'advice.sheet'> {
  const procedure = inForce(context, procedureCode);
  const [only, second] = procedure.cases;
  const chosen = second === undefined ? (only?.id ?? null) : caseId;
  if (chosen !== null && caseOf(procedure, chosen) === undefined) throw new ProblemError('TN-04');
  return {
    code: procedure.code,
    name: procedure.name,
    shortName: procedure.shortName,
    nameEn: procedure.nameEn,
    cases: procedure.cases.map(({ id, label, labelEn }) => ({ id, label, labelEn })),
    caseId: chosen,
    sheet: chosen === null ? null : shown(toldOf(context, procedureCode, chosen, channel)),
  };
}

function shown(told: Told): NonNullable<CallOutput<'advice.sheet'>['sheet']> {
  const { caseLabel, submit, present, steps, limitText, feeText, result, remarks, decision } = told;
  const { where, hours, hotline, website } = told;
  return {
    caseLabel,
    submit: submit.map((paper) => ({ name: paper.name, count: paperCountWords(paper), when: paper.when })),
    present: [...present],
    steps: [...steps],
    limit: limitText,
    fee: feeText,
    result,
    where,
    hours,
    hotline,
    website,
    remarks: [...remarks],
    decision,
  };
}
