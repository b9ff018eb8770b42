import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { isProblemCode, ProblemError, problemText } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import { withRests } from '../../../domain/dossier/erasure.ts';
import { currentEvent, type KnownEvent } from '../../../domain/dossier/history.ts';
import { singleMatter } from '../../../domain/dossier/matters.ts';
import { settlingOf, type Choices, type Settling } from '../../../domain/dossier/settling.ts';
import { consequencesOf, slipsMadeWrong } from '../../../domain/dossier/settling-words.ts';
import { sidesOf, type Known, type SideHead, type Sides } from '../../../domain/dossier/sides.ts';
import { flagKey, type DossierView } from '../../../domain/dossier/view.ts';
import { messageTelephone } from '../../../domain/message/recipient.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { closeLogMatter } from '../../store/log-matters.ts';
import { knownEvent } from '../../store/read-events.ts';
import type { Act, Acting } from '../acting.ts';
import { enrolmentOf, nameOfOffice, nameOfUser, type DeskContext } from '../context.ts';
import { messageActs, noticeAct } from '../notices.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';
import { attentionList, mattersOf, type MatterRow } from './list.ts';

type Matter = CallOutput<'attention.open'>;

/** Settling what does not fit (chốt việc cần xem lại): side by side, what follows, then one event that closes it. */
export interface SettleCalls {
  /** @throws ProblemError TN-05, CX-01 */
  open(session: DeskSession, input: CallInput<'attention.open'>): Matter;
  /** @throws ProblemError CX-01, CX-02 */
  seen(session: DeskSession, input: CallInput<'attention.seen'>): CallOutput<'attention.seen'>;
  /** @throws ProblemError TN-05, CX-01 */
  preview(input: CallInput<'attention.preview'>): CallOutput<'attention.preview'>;
  /** @throws ProblemError TN-05, CX-01, CX-02 */
  settle(session: DeskSession, input: CallInput<'attention.settle'>): Promise<CallOutput<'attention.settle'>>;
  /** @throws ProblemError TN-05, CX-01 */
  told(session: DeskSession, input: CallInput<'attention.told'>): Promise<CallOutput<'attention.told'>>;
}

interface Opened {
  readonly view: DossierView;
  readonly row: MatterRow;
  readonly events: readonly KnownEvent[];
  readonly known: ReadonlyMap<string, Known>;
  /** Null where there is nothing to choose: a call owed, a verdict, an event of a newer release. */
  readonly sides: Sides | null;
}

export function createSettle(context: DeskContext, acting: Acting): SettleCalls {
  const { store } = context;
  const office = (id: string): string => nameOfOffice(context, id);

  function opened(dossierId: string, key: string): Opened {
    const view = store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    const row =
      mattersOf(view).find((each) => each.key === key) ??
      attentionList(context).find((each) => each.dossierId === dossierId && each.key === key);
    if (row === undefined) throw new ProblemError('CX-01');
    const events = withRests((store.log?.ofAggregate(dossierId) ?? []).map(knownEvent));
    const known = new Map(
      events.flatMap(({ envelope, event }): [string, Known][] => {
        const now = currentEvent(event);
        return now === null ? [] : [[envelope.id, { envelope, event: now }]];
      }),
    );
    const flag = view.flags.find((each) => flagKey(each) === key);
    const sides =
      key === 'two-sides'
        ? (sidesOf(view, known, office)[0] ?? null)
        : flag === undefined
          ? null
          : singleMatter(view, flag, known);
    return { view, row, events, known, sides };
  }

  function settling({ view, row, events, sides }: Opened, choices: Choices): Settling {
    if (sides !== null) return settlingOf(view.id, events, view, sides, choices);
    return { flags: [row.key], setAside: [], change: {}, result: view };
  }

  /** "Phòng Kinh tế", else the place the event names, else the person. */
  function placeOf({ actor, place }: Pick<SideHead, 'actor' | 'place'>): string {
    const unit = (store.reference.get('users') ?? []).find((user) => user.id === actor)?.unit ?? null;
    return unit ?? (place === '' ? nameOfUser(context, actor) : place);
  }
  const headOf = (head: SideHead): NonNullable<Matter['heads']>['left'] => ({
    place: placeOf(head),
    name: nameOfUser(context, head.actor),
    at: writtenLocal(head.at),
  });

  const sideName =
    ({ known }: Opened) =>
    (id: string): string => {
      const each = known.get(id);
      return each === undefined ? '' : placeOf({ actor: each.envelope.actor, place: '' });
    };

  /** What is no dossier here; null: it is one. */
  function thing(dossierId: string, key: string): MatterRow | null {
    if (store.dossiers.get(dossierId) !== null) return null;
    return attentionList(context).find((each) => each.dossierId === dossierId && each.key === key) ?? null;
  }

  return {
    open(session, { dossierId, key }) {
      const other = thing(dossierId, key);
      if (other !== null) return openThing(other, session.user);
      const matter = opened(dossierId, key);
      const { view, row, sides } = matter;
      const words = isProblemCode(row.problem) ? problemText(row.problem) : null;
      return {
        row,
        what: words?.what ?? row.title,
        safe: words?.safe ?? row.title,
        heads:
          sides === null || row.kind !== 'two-sides' ? null : { left: headOf(sides.left), right: headOf(sides.right) },
        rows: (sides?.rows ?? []).map((each) => ({
          key: each.key,
          label: each.label,
          left: { text: each.left.text, detail: each.left.detail },
          right: { text: each.right.text, detail: each.right.detail },
          mayBoth: each.mayBoth,
          choice: each.choice,
          reason: each.reason,
        })),
        same: (sides?.same ?? []).map(({ label, text }) => ({ label, text })),
        mayNot: mayNot(context, session.user, matter),
        mayMessage: messageTelephone(view.intake) !== null,
        phone: view.intake.applicant?.phone ?? view.intake.submitter?.person.phone ?? '',
      };
    },
    seen(session, { dossierId, key }) {
      const row = thing(dossierId, key);
      if (row === null) throw new ProblemError('CX-01');
      const why = mayNotSee(session.user);
      if (why !== null) throw new ProblemError('CX-02', { why: why.vi });
      // "verdict XV-07 ID", "log refused".
      const [kind, because = '', eventId = ''] = key.split(' ');
      store.transact(() => {
        if (kind === 'log') closeLogMatter(store.meta, { log: dossierId, because });
        else store.outbox.seen(eventId);
      });
      context.log.info('what needed attention was seen', { key, by: session.user?.id ?? null });
      context.changed('dossiers');
      context.changed('status');
      return {};
    },
    preview({ dossierId, key, choices }) {
      const matter = opened(dossierId, key);
      const worked = settling(matter, choices);
      return {
        consequences: consequencesOf(matter.view, worked, matter.sides, sideName(matter)),
        callBack: slipsMadeWrong(matter.view, worked).length > 0,
      };
    },
    async settle(session, { dossierId, key, choices, reason, told }) {
      const matter = opened(dossierId, key);
      const why = mayNot(context, session.user, matter);
      if (why !== null) throw new ProblemError('CX-02', { why: why.vi });
      const { flags, setAside, change, result } = settling(matter, choices);
      const callBack = slipsMadeWrong(matter.view, { flags, setAside, change, result }).length > 0;
      await acting.write(session, dossierId, null, (view, { now }) => {
        const settled: Act = {
          type: 'dossier.settled',
          body: { flags, setAside, change, callBack, reason: reason.trim(), at: now },
        };
        if (!callBack) return [settled];
        const message = { about: 'call-back' } as const;
        const sent = told === 'message' ? messageActs(context, result, message, now) : [];
        const said = told === 'here' ? [noticeAct(view, message, 'counter', TOLD_HERE, now)] : [];
        return [settled, ...sent, ...said];
      });
      return { callBack };
    },
    async told(session, { dossierId, way, text }) {
      const { view } = opened(dossierId, 'call-back');
      if (way === 'message' && messageTelephone(view.intake) === null)
        throw new ProblemError('CX-02', { why: NO_PHONE });
      await acting.write(session, dossierId, null, (now, moment) => {
        const message = { about: 'call-back' } as const;
        return way === 'message'
          ? messageActs(context, now, message, moment.now)
          : [noticeAct(now, message, way, text.trim() === '' ? TOLD_HERE : text.trim(), moment.now)];
      });
      return {};
    },
  };
}

/** What was told; kept with the dossier. */
const TOLD_HERE = 'Đã báo hồ sơ được xem lại, phiếu cũ không còn đúng';
const NO_PHONE = 'không có số điện thoại nhận tin nhắn';

/** Nothing is to be chosen of it: looked at, and told to who can do something about it. */
function openThing(row: MatterRow, user: User | null): Matter {
  const words = isProblemCode(row.problem) ? problemText(row.problem) : null;
  return {
    row,
    what: words?.what ?? row.title,
    safe: words?.safe ?? row.title,
    heads: null,
    rows: [],
    same: [],
    mayNot: mayNotSee(user),
    phone: '',
    mayMessage: false,
  };
}

function mayNotSee(user: User | null): Bilingual | null {
  return user?.role === 'supervisor' ? null : SUPERVISOR_ONLY;
}

const SUPERVISOR_ONLY: Bilingual = {
  vi: 'chỉ Giám đốc hoặc Phó Giám đốc được chốt việc này',
  en: 'only the head or a deputy may settle this',
};

/** Officers settle for their own office; what went past a limit of the law only a supervisor does. */
function mayNot(context: DeskContext, user: User | null, { view, row, sides }: Opened): Bilingual | null {
  const { office } = enrolmentOf(context);
  const { receivingOffice, competentOffice } = view.intake;
  if (user === null || (user.role !== 'officer' && user.role !== 'supervisor')) {
    return {
      vi: 'việc này do quầy hoặc người phụ trách chốt',
      en: 'this is for the counter or a supervisor to settle',
    };
  }
  if (office !== receivingOffice && office !== competentOffice) {
    return { vi: 'hồ sơ của cơ quan khác', en: 'the dossier belongs to another office' };
  }
  if ((row.kind === 'not-approved' || row.kind === 'verdict') && user.role !== 'supervisor') {
    return SUPERVISOR_ONLY;
  }
  if (row.kind === 'scan') {
    return { vi: 'tệp gửi được thì mục này tự hết', en: 'it goes away by itself once the file is sent' };
  }
  if (sides === null && row.kind !== 'verdict') {
    return row.kind === 'call-back'
      ? { vi: 'gọi báo người dân rồi ghi lại', en: 'call the citizen, then write it down' }
      : { vi: 'chờ bản chương trình mới hơn', en: 'a newer release of the program is needed' };
  }
  return null;
}
