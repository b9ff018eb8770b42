import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { problemText, type ProblemCode } from '../../contract/problems.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Status } from '../../contract/desk/status.ts';
import type { LineState } from '../sync/line-state.ts';
import type { Sync } from '../sync/sync.ts';
import type { DeskContext } from './context.ts';
import { attentionCount } from './attention/list.ts';
import type { DeskOptions } from './ports.ts';
import { CLOCK_TOLERANCE_MS, writtenLocal, type TrustedTime } from './trusted-time.ts';

/** The status bar: line, what waits, what needs a person, printer, clock. */
export async function statusOf(context: DeskContext, sync: Sync): Promise<Status> {
  const { store } = context;
  const waiting = store.outbox.count();
  const scans = store.toSend.count();
  const offset = store.meta.get('clock')?.offset ?? null;
  const local = (device: number) => writtenLocal(device + (offset ?? 0));
  const time = context.time();
  return {
    line: lineText(sync.line(), local),
    waiting: {
      dossiers: waiting.dossiers,
      events: waiting.events,
      oldest: waiting.oldest === null ? null : local(waiting.oldest),
      heard: store.hearing.waitingCount(),
    },
    scans: { waiting: scans.files - scans.setAside, setAside: scans.setAside },
    attention: attentionCount(context),
    printer: await context.printer.status(),
    clock: { now: localDateTime(time.now), offset: time.offset, warning: clockWords(sync.line(), time) },
    backupAt: store.meta.get('lastBackup'),
    demo: store.meta.get('enrolment')?.demo ?? false,
  };
}

/** Before the database is open. */
export async function closedStatus(
  options: Pick<DeskOptions, 'clock' | 'printer' | 'demo'>,
  isSealed: boolean,
): Promise<Status> {
  return {
    line: { state: isSealed ? 'sealed' : 'not-enrolled' },
    waiting: { dossiers: 0, events: 0, oldest: null, heard: 0 },
    scans: { waiting: 0, setAside: 0 },
    attention: 0,
    printer: await options.printer.status(),
    clock: { now: localDateTime(options.clock.now()), offset: null, warning: null },
    backupAt: null,
    demo: options.demo !== null,
  };
}

function lineText(line: LineState, local: (device: number) => string): Status['line'] {
  switch (line.state) {
    case 'up':
      return { state: 'up', since: line.since === null ? null : local(line.since) };
    case 'sending':
    case 'receiving':
      return { state: line.state, left: line.left, of: line.of };
    case 'down':
      return { state: 'down', since: local(line.since), code: line.code };
    case 'stopped':
      return { state: 'stopped', code: line.code, since: local(line.since) };
  }
}

/** A certificate that fails by the date here says more than a difference that was measured before. */
function clockWords(line: LineState, { isWrong, offset }: TrustedTime): Status['clock']['warning'] {
  if (line.state === 'stopped' && line.code === 'DH-03') return sentences('DH-03');
  return isWrong ? sentences('DH-02') : clockWarning(offset);
}

function clockWarning(offset: number | null): Status['clock']['warning'] {
  if (offset === null || Math.abs(offset) < CLOCK_TOLERANCE_MS) return null;
  const by = durationText(Math.abs(offset));
  return sentences('DH-01', by);
}

function sentences(code: ProblemCode, by: Bilingual = { vi: '', en: '' }): Bilingual {
  const vi = problemText(code, { by: by.vi });
  const en = problemText(code, { by: by.en });
  return {
    vi: `${vi.what.vi} ${vi.safe.vi} ${vi.todo.vi}`,
    en: `${en.what.en} ${en.safe.en} ${en.todo.en}`,
  };
}

function durationText(ms: number): Bilingual {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return { vi: `${minutes} phút`, en: `${minutes} min` };
  const hours = Math.round(minutes / 60);
  if (hours < 36) return { vi: `${hours} giờ`, en: `${hours} h` };
  const days = Math.round(hours / 24);
  return { vi: `${days} ngày`, en: `${days} days` };
}
