import { describe, expect, test } from 'vitest';
import {
  bodies,
  doing,
  holders,
  intake,
  OFFICE,
  papers,
  received,
  waysTo,
  type Doing,
} from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import type { DossierEventType } from './events.ts';
import { dossierVersions } from './events.ts';
import type { DossierView } from './fold.ts';
import type { DossierState } from './states.ts';

/** What each event does, told once for every event there is: a new one does not compile without its line. */
interface Effect {
  /** The state it is done in, and the way there where the shortest is not enough. */
  readonly from: DossierState | 'nothing';
  readonly first?: readonly Doing[];
  readonly act?: Doing;
  readonly shows: (view: DossierView) => unknown;
  readonly is: unknown;
}

const slip = bodies['dossier.slipIssued'](1);
const at = '2026-11-03T09:01:00';
const pausedAt = '2026-11-03T09:00:00';

const effects: Readonly<Record<DossierEventType, Effect>> = {
  'dossier.submitted': { from: 'nothing', shows: (v) => [v.state, v.openedAt, v.codes], is: ['submitted', at, []] },
  'dossier.guided': {
    from: 'submitted',
    shows: (v) => [v.state, v.received, v.rounds.map((round) => [round.by, round.answeredAt])],
    is: ['guided', null, [['counter', null]]],
  },
  'dossier.refused': { from: 'submitted', shows: (v) => [v.state, v.refused?.why], is: ['refused', 'not-allowed'] },
  'dossier.received': {
    from: 'guided',
    act: { type: 'dossier.received', body: received },
    shows: (v) => [v.state, v.codes, v.rounds[0]?.answeredAt, v.custody.holder?.place, v.clock.dueAt],
    is: ['received', [received.code.text], received.receivedAt, 'Quầy 3', received.due.at],
  },
  'dossier.slipIssued': {
    from: 'received',
    shows: (v) => v.slips.map((s) => [s.slipId, s.voidedBy]),
    is: [[slip.slipId, null]],
  },
  'dossier.handedOver': {
    from: 'received',
    shows: (v) => [v.custody.holder?.kind, v.custody.movements.map((m) => [m.to.kind, m.givenAt, m.takenAt])],
    is: ['counter', [['unit', at, null]]],
  },
  'dossier.handoverAccepted': {
    from: 'received',
    first: [doing('dossier.handedOver', 1)],
    shows: (v) => [v.state, v.custody.holder, v.custody.missing.map((m) => [m.paper.name, m.lastHolder?.name])],
    is: ['processing', holders.unit, [['Bản vẽ', 'Lê Thị Kim Ngân']]],
  },
  'dossier.paperFound': {
    from: 'received',
    first: [doing('dossier.handedOver', 1), doing('dossier.handoverAccepted', 1)],
    shows: (v) => [v.custody.missing, v.flags],
    is: [[], []],
  },
  'dossier.assigned': {
    from: 'processing',
    shows: (v) => [v.work.assignee, v.work.assigneeName],
    is: ['u1', 'Người 1'],
  },
  'dossier.stepSet': {
    from: 'received',
    shows: (v) => [v.state, v.work.step, v.work.stepWords, v.work.stepAt],
    is: ['processing', 'other', 'Chờ trích đo 1', at],
  },
  'dossier.supplementRequested': {
    from: 'processing',
    shows: (v) => [v.state, v.clock.dueAt, v.clock.pausedSince, v.clock.pausedFor, v.rounds.map((r) => r.by)],
    is: ['supplement', null, at, 'supplement', ['unit']],
  },
  'dossier.supplemented': {
    from: 'supplement',
    shows: (v) => [v.state, v.clock.dueAt, v.clock.pausedSince, v.clock.marks.at(-1)?.kind, v.rounds[0]?.answeredAt],
    is: ['processing', '2026-12-02T17:00:00', null, 'restart', at],
  },
  'dossier.financialRequested': {
    from: 'processing',
    shows: (v) => [v.state, v.clock.dueAt, v.clock.pausedFor, v.rounds],
    is: ['financial', null, 'financial', []],
  },
  'dossier.financialFulfilled': {
    from: 'financial',
    shows: (v) => [v.state, v.clock.dueAt, v.clock.marks.at(-1)?.kind],
    is: ['processing', '2026-12-02T17:00:00', 'resume'],
  },
  'dossier.opinionAsked': {
    from: 'processing',
    shows: (v) => [v.state, v.work.opinions.map((o) => [o.agency, o.answer])],
    is: ['processing', [['Công an phường', null]]],
  },
  'dossier.opinionReceived': {
    from: 'processing',
    first: [doing('dossier.opinionAsked', 0)],
    shows: (v) => v.work.opinions.map((o) => [o.answer, o.answeredAt]),
    is: [['Đúng, 1', at]],
  },
  'dossier.opinionReported': {
    from: 'processing',
    first: [doing('dossier.opinionAsked', 0), doing('dossier.opinionReported', 2)],
    shows: (v) => v.work.opinions.map((o) => [o.answer, o.reportedAt]),
    is: [[null, at]],
  },
  'dossier.withdrawalRequested': { from: 'processing', shows: (v) => v.state, is: 'withdrawing' },
  'dossier.stopped': {
    from: 'withdrawing',
    shows: (v) => [v.state, v.clock.endedAt, v.clock.marks.at(-1)?.kind],
    is: ['stopped', at, 'finish'],
  },
  'dossier.extended': {
    from: 'processing',
    shows: (v) => [v.state, v.clock.firstDue, v.clock.dueAt, v.clock.extensions],
    is: ['processing', received.due.at, '2026-12-02T17:00:00', 1],
  },
  'dossier.finished': {
    from: 'processing',
    shows: (v) => [v.state, v.clock.endedAt, v.result.finished?.outcome],
    is: ['finished', at, 'declined'],
  },
  'dossier.resultShelved': { from: 'finished', shows: (v) => v.result.shelf?.place, is: 'Kệ 1' },
  'dossier.notified': {
    from: 'received',
    first: [doing('dossier.notified', 1)],
    shows: (v) => v.notices.map((n) => n.text),
    is: ['Báo 1'],
  },
  'dossier.returned': {
    from: 'finished',
    shows: (v) => [v.state, v.result.returned?.to.kind],
    is: ['returned', 'applicant'],
  },
  'dossier.archived': { from: 'finished', shows: (v) => [v.state, v.result.archivedAt], is: ['archived', at] },
  'dossier.feePaid': { from: 'received', shows: (v) => v.payments.map((p) => p.amount), is: [15001] },
  'dossier.feeRefunded': { from: 'received', shows: (v) => v.payments.map((p) => p.amount), is: [-15001] },
  'dossier.corrected': {
    from: 'received',
    shows: (v) => [v.state, v.received?.note, v.corrections],
    is: ['received', 'Ghi chú 1', [{ eventId: 'a2', fields: ['note'], reason: 'Ghi nhầm', at: '2026-11-02T10:00:00' }]],
  },
  'dossier.cancelled': {
    from: 'received',
    act: { type: 'dossier.cancelled', body: { ...bodies['dossier.cancelled'](1), mergedInto: 'x' } },
    shows: (v) => [v.state, v.mergedInto, v.clock.endedAt, v.codes],
    is: ['cancelled', 'x', at, ['H20.57-261102-0000']],
  },
  'dossier.noted': {
    from: 'received',
    shows: (v) => [v.state, v.story.at(-1)?.type],
    is: ['received', 'dossier.noted'],
  },
  'dossier.settled': { from: 'received', shows: (v) => [v.state, v.flags, v.settled], is: ['received', [], []] },
  'dossier.paperDigitised': { from: 'received', shows: (v) => v.scans.map((s) => s.removedBecause), is: [null] },
  'dossier.digitisedRemoved': {
    from: 'received',
    first: [doing('dossier.paperDigitised', 1)],
    shows: (v) => v.scans.map((s) => s.removedBecause),
    is: ['Chụp mờ'],
  },
  'dossier.erased': {
    from: 'received',
    shows: (v) => [v.state, v.erasures.map((e) => [e.document.number, e.orderedBy])],
    is: ['received', [['1/QĐ-TA', 'Tòa án nhân dân khu vực 9']]],
  },
};

// Object.keys gives strings; the object has one key a type.
test.each(Object.keys(dossierVersions) as DossierEventType[])('%s', (type) => {
  const { from, first = [], act = doing(type, 1), shows, is } = effects[type];
  const way = from === 'nothing' ? [] : waysTo[from];
  const view = viewOf(line('a', [...way, ...first, act]));
  expect(shows(view)).toEqual(is);
  expect(view.heads).toEqual([`a${way.length + first.length + 1}`]);
});

describe('what the shortest ways do not show', () => {
  test('who it is about follows a correction of the person, the procedure, the office', () => {
    const applicant = { ...received.applicant, name: 'Phạm Văn Được' } as typeof received.applicant;
    const change = { applicant, competentOffice: 'xa-30169', processingUnit: 'Phòng Văn hóa' };
    const view = viewOf(
      line('a', [
        ...waysTo.received,
        { type: 'dossier.corrected', body: { ...bodies['dossier.corrected'](1), change } },
      ]),
    );
    expect(view.intake).toEqual({ ...intake, ...change });
    expect(view.intake.receivingOffice).toBe(OFFICE);
  });

  test('a paper found is one that was missing; one found elsewhere changes nothing', () => {
    const other: Doing = {
      type: 'dossier.paperFound',
      body: { ...bodies['dossier.paperFound'](1), paper: papers.paper },
    };
    const way = [...waysTo.received, doing('dossier.handedOver', 1), doing('dossier.handoverAccepted', 1)];
    expect(viewOf(line('a', [...way, other])).custody.missing).toHaveLength(1);
  });

  test('a pause is dated by the event and ends with the answer', () => {
    const view = viewOf(line('a', waysTo.supplement));
    expect(view.clock).toMatchObject({ pausedSince: pausedAt, goesOnBy: 'restart', dueAt: null });
  });
});
