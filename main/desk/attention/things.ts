import { problemText, type ProblemCode } from '../../../contract/problems.ts';
import type { Verdict } from '../../../contract/sync.ts';
import { currentEvent } from '../../../domain/dossier/history.ts';
import type { AggregateKind, LogEvent } from '../../../domain/log/envelope.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { LogMatter } from '../../store/log-matters.ts';
import { knownEvent } from '../../store/read-events.ts';
import type { DeskContext } from '../context.ts';
import { writtenLocal } from '../trusted-time.ts';
import type { MatterRow } from './list.ts';

/** What a matter is about where there is no dossier of it here to open: named by its kind, its moment and its counter. */

const kinds: Readonly<Record<AggregateKind, Bilingual>> = {
  dossier: { vi: 'Hồ sơ chưa xem được ở máy này', en: 'A dossier that cannot be shown here' },
  draft: { vi: 'Hồ sơ đang làm dở', en: 'A half-done receipt' },
  batch: { vi: 'Danh sách bàn giao', en: 'A handover list' },
  counterDay: { vi: 'Sổ ngày của quầy', en: 'A counter’s day' },
  advice: { vi: 'Lượt hướng dẫn thủ tục', en: 'Advice on a procedure' },
  ticket: { vi: 'Số thứ tự', en: 'A ticket' },
  hall: { vi: 'Việc của sảnh', en: 'Something of the hall' },
  log: { vi: 'Sổ của máy', en: 'A machine’s log' },
};

/** A verdict on something that no dossier here shows. */
export function verdictOnThing(
  context: DeskContext,
  aggregateId: string,
  verdict: Verdict,
  problem: ProblemCode,
): MatterRow {
  const { log } = context.store;
  const known = log === null ? [] : [...log.apartIn(aggregateId), ...log.ofAggregate(aggregateId)];
  const event = known.find(({ envelope }) => envelope.id === verdict.eventId);
  const thing =
    event === undefined
      ? kinds.dossier
      : named(kinds[event.envelope.aggregate], momentOf(event), placeOf(context, event.envelope.device));
  const key = `verdict ${problem} ${verdict.eventId}`;
  const { code, name } = shownOn(event);
  return {
    ...wordsOf(problem),
    key,
    kind: 'verdict',
    dossierId: aggregateId,
    code,
    name,
    thing,
    at: writtenLocal(verdict.at),
  };
}

/** Logs that were left because the province does not take them, and what of others it refused, until somebody has looked. */
export function logMatters(context: DeskContext): MatterRow[] {
  const { store } = context;
  const offset = store.meta.get('clock')?.offset ?? 0;
  return (store.meta.get('logMatters') ?? []).map(({ log, because, device, at }) => {
    const local = writtenLocal(at + offset);
    return {
      ...wordsOf(problemOf(because)),
      key: `log ${because}`,
      kind: 'log',
      dossierId: log,
      code: '',
      name: '',
      thing: named(kinds.log, local, placeOf(context, device)),
      at: local,
    };
  });
}

function problemOf(because: LogMatter['because']): ProblemCode {
  switch (because) {
    case 'place-taken':
      return 'XV-22';
    case 'refused':
      return 'XV-23';
    case 'heard':
      return 'XV-24';
    case 'lost':
      return 'XV-25';
  }
}

function wordsOf(problem: ProblemCode): Pick<MatterRow, 'problem' | 'title' | 'todo' | 'procedure'> {
  const { what, todo } = problemText(problem);
  return { problem, title: what, todo, procedure: '' };
}

/** "Danh sách bàn giao, Quầy 2, ghi lúc 15:20 ngày 23/11/2026". */
function named(kind: Bilingual, local: string, place: string): Bilingual {
  const [clock, day] = [local.slice(11, 16), `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`];
  const at = place === '' ? '' : `, ${place}`;
  return { vi: `${kind.vi}${at}, ghi lúc ${clock} ngày ${day}`, en: `${kind.en}${at}, written ${clock} on ${day}` };
}

/** When it was written, Vietnam time, by the clock of its machine corrected as that machine knew it. */
function momentOf({ envelope: { at } }: LogEvent): string {
  return writtenLocal(at.device + (at.offset ?? 0));
}

/** "Quầy 2": of the machine that wrote it; its own name where the counter is not known; empty where neither is. */
function placeOf({ store }: DeskContext, device: string): string {
  const own = store.meta.get('enrolment');
  const known = (store.reference.get('devices') ?? []).find(({ id }) => id === device);
  const counter = own?.device === device ? own.counter : known?.counter;
  const counters = store.reference.get('counters') ?? [];
  return counters.find(({ id }) => id === counter)?.name ?? known?.name ?? '';
}

/** What stands on a receipt that is no dossier here: its code, and whose it is. */
function shownOn(event: LogEvent | undefined): { readonly code: string; readonly name: string } {
  const known = event === undefined ? null : knownEvent(event).event;
  const read = known === null ? null : currentEvent(known);
  if (read?.type !== 'dossier.received') return { code: '', name: '' };
  return { code: read.body.code.text, name: read.body.applicant?.name ?? '' };
}
