import type { CallInput, CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { ProblemError } from '../../contract/problems.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { readCardQr } from '../../domain/citizen/card-qr.ts';
import type { Person } from '../../domain/citizen/person.ts';
import { nextStep } from '../../domain/dossier/next-step.ts';
import { pageDays, pageMarks } from '../../domain/dossier/page-days.ts';
import { parseDossierCode } from '../../domain/dossier/code.ts';
import type { DossierView } from '../../domain/dossier/fold.ts';
import { erasedLine } from '../../domain/dossier/story/change-lines.ts';
import { readReturnCode } from '../../domain/guidance/return-code.ts';
import { decodeSlipQr } from '../../domain/form/slip-qr.ts';
import type { Procedure } from '../../domain/procedure/catalogue.ts';
import { findProcedures } from '../../domain/procedure/find.ts';
import { limitFor } from '../../domain/procedure/limit.ts';
import type { Bilingual } from '../../domain/text.ts';
import { codeOfView } from '../../domain/dossier/view.ts';
import { codeOf } from './attention/list.ts';
import { enrolmentOf, type DeskContext } from './context.ts';
import { daysLeft } from './days-left.ts';
import { voidSlipOf } from './slips/void-slip.ts';
import { standAndWhy, standOf } from './stand.ts';
import { storyLines } from './story.ts';

type Row = CallOutput<'dossier.recent'>[number];

/** Looking things up: dossiers, people known here, procedures; and what a scanner typed. */
export function createLookup(context: DeskContext) {
  const { store } = context;

  const nameOfUser = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  /** The other dossier's code; empty where this desk does not know it. */
  const linkTo = (id: string): { id: string; code: string } => {
    const other = store.dossiers.get(id);
    return { id, code: other === null ? '' : codeOfView(other) };
  };
  const calendar = () => context.reference.calendar(enrolmentOf(context).office);
  const rowOf = (view: DossierView): Row => ({
    id: view.id,
    code: codeOfView(view),
    name: view.intake.applicant?.name ?? '',
    procedure: view.intake.procedure.shortName,
    receivedAt: view.received?.receivedAt ?? view.openedAt,
    dueAt: view.clock.dueAt,
    daysLeft: daysLeft(view.clock.dueAt, dateOf(context.localNow()), calendar()),
    state: view.state,
    rounds: view.rounds.length,
    stand: standOf(store, view.id, view.flags.length > 0).state,
    counter: view.intake.counter,
  });
  const found = (
    text: string,
    limit: number,
    fields: readonly string[] = [],
  ): { procedure: Procedure; matched: string | null }[] =>
    findProcedures(context.reference.catalogue(), text, {
      date: dateOf(context.localNow()),
      uses: store.dossiers.mostUsed(),
      fields,
      limit,
    });

  /** People named in dossiers here, newest first, each once. */
  const people = (text: string, limit: number): Person[] => {
    const seen = new Map<string, Person>();
    for (const view of store.dossiers.search(text, 60)) {
      for (const person of [view.intake.applicant, view.intake.submitter?.person ?? null]) {
        if (person === null) continue;
        const key = person.personalId ?? `${person.name} ${person.birthDate ?? ''} ${person.phone}`;
        if (!seen.has(key)) seen.set(key, person);
      }
    }
    return [...seen.values()].slice(0, limit).map(asKnown);
  };
  const asKnown = (person: Person): Person => ({ ...person, source: { kind: 'known', at: context.localNow() } });

  return {
    /** A dossier as lists show it. */
    row: rowOf,
    people,
    recent: (limit: number): Row[] => store.dossiers.recent(limit).map(rowOf),
    search: (text: string, limit: number): CallOutput<'search.all'> => ({
      dossiers: store.dossiers.search(readReturnCode(text) ?? text, limit).map(rowOf),
      people: people(text, Math.min(limit, 8)),
      procedures: found(text, 6).map(({ procedure }) => ({
        code: procedure.code,
        shortName: procedure.shortName,
        nameEn: procedure.nameEn,
        field: procedure.field.name,
        decision: procedure.decision,
        fastLane: procedure.fastLane,
      })),
    }),
    procedures: ({ text, limit, fields }: CallInput<'procedure.find'>): CallOutput<'procedure.find'> =>
      found(text, limit, fields).map(({ procedure, matched }) => ({
        code: procedure.code,
        shortName: procedure.shortName,
        nameEn: procedure.nameEn,
        name: procedure.name,
        field: procedure.field.name,
        everyday: matched,
        fastLane: procedure.fastLane,
        limit: limitText(procedure),
      })),
    offices: (): CallOutput<'office.list'> =>
      (store.reference.get('offices') ?? [])
        .filter((office) => office.kind === 'commune-centre' && !office.disabled)
        .map(({ id, shortName }) => ({ id, name: shortName }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
    /** @throws ProblemError TN-05 */
    dossier(id: string): CallOutput<'dossier.get'> {
      const view = store.dossiers.get(id);
      if (view === null) throw new ProblemError('TN-05');
      const { intake, received } = view;
      const { verdicts, toLook } = store.outbox.standOf(id);
      // Several events of one dossier may be told the same.
      const problems = new Set([
        ...view.flags.map(codeOf),
        ...toLook.flatMap(({ reason }) => (reason === null || !isProblemCode(reason) ? [] : [reason])),
      ]);
      return {
        row: rowOf(view),
        codes: [...view.codes],
        mergedInto: view.mergedInto === null ? null : linkTo(view.mergedInto),
        mergedFrom: store.dossiers.mergedInto(id).map((each) => ({ id: each.id, code: codeOfView(each) })),
        erased: erasedWords(view),
        procedureCode: intake.procedure.code,
        procedureName: intake.procedure.name,
        caseLabel: intake.procedure.caseLabel,
        applicant: intake.applicant,
        submitterName: intake.submitter?.person.name ?? null,
        processingUnit: intake.processingUnit,
        // They explain the first promise; a date that was moved has its story.
        dueSteps: view.clock.dueAt === view.clock.firstDue ? [...(received?.due.steps ?? [])] : [],
        papers: (received?.papers ?? [])
          .filter((paper) => paper.state === 'has')
          .map(({ name, group, originals, copies }) => ({ name, group, originals, copies })),
        supplements: supplementsOf(view),
        signedOnScreen: (view.result.returned?.drawingSha256 ?? null) !== null,
        fee: received?.fee.amount ?? 0,
        resultWay: received?.resultWay ?? view.submitted?.resultWay ?? 'counter',
        days: pageDays(view, dateOf(context.localNow()), calendar()),
        marks: pageMarks(view, dateOf(context.localNow())),
        firstDue: view.clock.firstDue,
        extended: view.clock.extensions > 0,
        next: nextStep(view),
        book: verdicts.find((verdict) => verdict.book !== null)?.book ?? null,
        stand: standAndWhy(context, id),
        flags: [...problems].map((code) => ({ code, text: problemText(code).what, todo: problemText(code).todo })),
        story: storyLines(store, view, nameOfUser),
      };
    },
    scan(raw: string): CallOutput<'scan.read'> {
      const slip = decodeSlipQr(raw);
      const bySlip = slip === null ? null : store.dossiers.get(slip.dossierId);
      if (slip !== null && bySlip !== null) return asScanned(bySlip, slip.token);
      const text = raw.trim();
      const code = parseDossierCode(text);
      const comingBack = readReturnCode(text);
      const byCode = code.kind === 'other' && comingBack === null ? null : store.dossiers.byCode(comingBack ?? text);
      if (byCode !== null) return asScanned(byCode);
      const reading = readCardQr(raw);
      switch (reading.kind) {
        case 'not-a-card':
          return { kind: 'unknown', found: text.slice(0, 80) };
        case 'ask':
          return { kind: 'ask', ...pick(reading.problem) };
        case 'read': {
          const { person, confidence, repairs } = reading;
          const last = store.dossiers.ofPerson(person.personalId, 1)[0]?.intake.applicant ?? null;
          return {
            kind: 'read',
            confidence,
            repairs: repairs.map((repair) => repair.text),
            person: {
              kind: 'citizen',
              name: person.name,
              personalId: person.personalId,
              oldId: person.oldId,
              birthDate: person.birthDate,
              sex: person.sex,
              address: person.address,
              phone: last?.phone ?? '',
              email: last?.email ?? '',
              taxCode: '',
              source: { kind: 'card', at: context.localNow() },
            },
            known: last === null ? null : asKnown(last),
          };
        }
      }
    },
  };
}

/** Papers that came after a request of the unit; a guidance is answered by the receipt, which lists its papers itself. */
function supplementsOf(view: DossierView): CallOutput<'dossier.get'>['supplements'] {
  return view.rounds.flatMap(({ round, answeredAt, brought }) =>
    answeredAt === null || brought.length === 0
      ? []
      : [
          {
            round,
            at: answeredAt,
            papers: brought.map(({ name, originals, copies }) => ({ name, originals, copies })),
          },
        ],
  );
}

/** @param token of the slip that was scanned; a code alone says nothing of which slip it stands on */
function asScanned(view: DossierView, token: string | null = null): CallOutput<'scan.read'> {
  const voidSlip = token === null ? null : voidSlipOf(view, token);
  return { kind: 'dossier', dossierId: view.id, code: codeOfView(view), state: view.state, voidSlip };
}

function pick(problem: { code: string; found: string; text: Bilingual; todo: Bilingual }) {
  return { code: problem.code, found: problem.found, text: problem.text, todo: problem.todo };
}

/** The limit in a few words, for the list of procedures: that of the first case, filed in person. */
function limitText(procedure: Procedure): Bilingual {
  const first = procedure.cases[0];
  const limit = first === undefined ? null : limitFor(procedure, first.id, 'DIRECT');
  if (limit === null || limit.kind === 'ask') return { vi: 'hỏi căn cứ', en: 'basis asked' };
  switch (limit.unit) {
    case 'SAME_DAY':
      return { vi: 'trong ngày', en: 'same day' };
    case 'WORKING_DAY':
      return { vi: `${limit.value} ngày làm việc`, en: `${limit.value} working days` };
    case 'DAY':
      return { vi: `${limit.value} ngày`, en: `${limit.value} days` };
  }
}

/** One document may have been carried out in several events; it is said once. */
function erasedWords({ erasures }: DossierView): CallOutput<'dossier.get'>['erased'] {
  const said = new Map(
    erasures.map((erasure) => {
      const { what, detail } = erasedLine(erasure);
      return [`${what.vi} ${detail?.vi ?? ''}`, { what, reason: detail }] as const;
    }),
  );
  return [...said.values()];
}
