import { paperPrintedSchema, printAskSchema, type PaperPrinted } from '../../../contract/hall-print.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { TicketPaper } from '../../../renderer/print/thermal/paper.ts';
import type { Hall } from '../../hall/hall.ts';
import type { Link } from '../../hall/links.ts';
import type { TicketPrinter } from '../../print/thermal/ticket-printer.ts';
import { counterById, enrolmentOf, type DeskContext } from '../context.ts';

/** A kiosk tries each of its printers; each may be busy with a ticket before it. */
const KIOSK_WITHIN_MS = 15_000;
const HOST_WITHIN_MS = 40_000;

/** Paper tickets of a counter (in phiếu số ở quầy): its own ticket printer, else a kiosk of the hall. */
export interface TicketPapers {
  /** `here`: on this counter's own printer. */
  print(paper: TicketPaper): Promise<PaperPrinted & { readonly here: boolean }>;
  /** Answers `print`, at the host and at its kiosks. @throws ProblemError GN-04 of anybody else */
  answer(link: Pick<Link, 'role' | 'hosting'>, body: unknown): Promise<PaperPrinted>;
}

export interface PaperParts {
  readonly context: DeskContext;
  readonly hall: () => Hall | null;
  readonly printer: TicketPrinter;
}

const NOWHERE: PaperPrinted = { printed: null, tried: [] };

export function createTicketPapers({ context, hall, printer }: PaperParts): TicketPapers {
  const { log } = context;

  /** As people call it: by its place rather than by what its system is called. */
  const placeName = (counter: string, device: string): string => counterById(context, counter)?.name ?? device;

  async function onOwn(paper: TicketPaper): Promise<PaperPrinted> {
    const { counter, deviceName } = enrolmentOf(context);
    const machine = placeName(counter, deviceName);
    try {
      const outcome = await printer.print(paper);
      const refusals = outcome.kind === 'printed' ? outcome.instead : outcome.refusals;
      return {
        printed: outcome.kind === 'printed' ? { machine, printer: outcome.printer } : null,
        tried: refusals.map(({ printer: name, trouble }) => ({ machine, printer: name, trouble })),
      };
    } catch (error) {
      log.error('a ticket was not drawn', error);
      return { printed: null, tried: [{ machine, printer: '', trouble: 'not-drawn' }] };
    }
  }

  /** Of the host: the first kiosk that can, by name, so that people find their paper where they found it before. */
  async function onKiosks(paper: TicketPaper): Promise<PaperPrinted> {
    const kiosks = (hall()?.links() ?? []).filter(({ role, isLive }) => role === 'kiosk' && isLive);
    const tried: PaperPrinted['tried'] = [];
    for (const { name, met } of kiosks.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))) {
      try {
        const one = await met.peer.ask('print', { paper }, paperPrintedSchema, KIOSK_WITHIN_MS);
        tried.push(...one.tried);
        if (one.printed !== null) return { printed: one.printed, tried };
      } catch (error) {
        log.warn('a kiosk did not print a ticket', { kind: error instanceof Error ? error.name : 'unknown' });
        tried.push({ machine: placeName(met.hello.counter, name), printer: '', trouble: 'not-reached' });
      }
    }
    return { printed: null, tried };
  }

  async function elsewhere(paper: TicketPaper): Promise<PaperPrinted> {
    const now = hall();
    if (now?.state().state === 'hosting') return onKiosks(paper);
    if (now === null) return NOWHERE;
    try {
      return await now.ask('print', { paper }, paperPrintedSchema, HOST_WITHIN_MS);
    } catch (error) {
      // No host answers, or one of an older release that prints for nobody: the number is told instead.
      if (!(error instanceof ProblemError)) throw error;
      log.warn('the hall did not print a ticket', { code: error.code });
      return NOWHERE;
    }
  }

  return {
    async print(paper) {
      const own = await onOwn(paper);
      if (own.printed !== null) return { ...own, here: true };
      const { printed, tried } = await elsewhere(paper);
      return { printed, tried: [...own.tried, ...tried], here: false };
    },
    answer(link, body) {
      const { paper } = printAskSchema.parse(body);
      const now = hall();
      // Only desks give tickets at a counter; a kiosk prints for its host alone.
      if (now === null || link.role !== 'desk') throw new ProblemError('GN-04', { name: 'hall' });
      if (now.state().state === 'hosting') return onKiosks(paper);
      if (now.role === 'kiosk' && link.hosting !== null) return onOwn(paper);
      throw new ProblemError('GN-04', { name: 'hall' });
    },
  };
}
