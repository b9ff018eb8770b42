import type { adviceCalls } from '../../../contract/desk/advice.ts';
import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import type { AdviceGiven } from '../../../domain/office/events.ts';
import { tidyName } from '../../../domain/citizen/name.ts';
import { namedPerson } from '../../../domain/citizen/person.ts';
import { caseOf } from '../../../domain/procedure/catalogue.ts';
import type { AdviceRow } from '../../store/advice.ts';
import { bodyOf } from '../../store/store.ts';
import { nameOfUser, type DeskContext } from '../context.ts';
import { namedId } from '../named-id.ts';
import type { OpenedHandlers } from '../router.ts';
import type { DeskSession } from '../sessions.ts';
import { guidanceSheetOrder } from '../slips/guidance-sheet.ts';
import type { SlipLedger } from '../slips/ledger.ts';
import { adviceSheet, inForce } from './sheet.ts';

/** Rows of one day that are shown. */
const MOST_ROWS = 500;

/**
 * Guidance about a procedure (hướng dẫn thủ tục), with or without a dossier. What was told is kept at the centre
 * (NĐ 61/2018/NĐ-CP Điều 15): to whom, where they gave a name, when, by whom.
 */
export function adviceHandlers(
  context: DeskContext,
  slips: Pick<SlipLedger, 'printOther'>,
): Pick<OpenedHandlers, keyof typeof adviceCalls> {
  const { store, clock } = context;

  const userOf = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };

  const give = (session: DeskSession, input: CallInput<'advice.give'>): CallOutput<'advice.give'> => {
    const user = userOf(session);
    const adviceId = namedId(`advice ${input.id}`);
    // Asked twice (a reply lost, a second press), it was told once.
    if (store.advice.get(adviceId) !== null) return { adviceId };
    const body = givenBody(context, input);
    store.record(() => ({
      now: clock.now(),
      events: [
        {
          stamp: context.stamp(),
          event: {
            aggregate: 'advice',
            aggregateId: adviceId,
            after: [],
            type: 'advice.given',
            version: 1,
            body: bodyOf(body),
            actor: user.id,
            approvedBy: null,
          },
        },
      ],
    }));
    context.kick();
    context.changed('dossiers');
    return { adviceId };
  };

  const rowOf = (row: AdviceRow): CallOutput<'advice.list'>['rows'][number] => ({
    adviceId: row.id,
    at: row.at,
    procedureCode: row.procedureCode,
    procedure: row.procedureName,
    caseLabel: row.caseLabel,
    name: row.person?.name ?? '',
    by: nameOfUser(context, row.by),
    way: row.way,
    printed: row.printed,
    note: row.note,
  });

  return {
    'advice.sheet': (input) => adviceSheet(context, input),
    'advice.give': (input, session) => give(session, input),
    'advice.print': ({ adviceId }, session) => {
      const user = userOf(session);
      const advice = store.advice.get(adviceId);
      if (advice === null) throw new ProblemError('HD-02');
      return slips.printOther(session, guidanceSheetOrder(context, advice, user));
    },
    'advice.list': ({ date }) => {
      const rows = store.advice.on(date, MOST_ROWS);
      return { rows: rows.map(rowOf), total: rows.length };
    },
  };
}

/** @throws ProblemError TN-04 */
function givenBody(context: DeskContext, input: CallInput<'advice.give'>): AdviceGiven {
  const procedure = inForce(context, input.procedureCode);
  const chosen = caseOf(procedure, input.caseId);
  if (chosen === undefined) throw new ProblemError('TN-04');
  const at = context.localNow();
  const name = tidyName(input.name);
  return {
    procedureCode: procedure.code,
    procedureName: procedure.shortName,
    caseId: chosen.id,
    caseLabel: procedure.cases.length < 2 ? '' : chosen.label,
    catalogueVersion: context.reference.catalogue().version,
    channel: input.channel,
    // Who only asks is asked for nothing but a name, and not for that.
    person: name === '' ? null : namedPerson(name, at),
    way: input.way,
    note: input.note.trim(),
    at,
  };
}
