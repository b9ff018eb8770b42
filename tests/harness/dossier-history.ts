import { dossierVersions } from '../../domain/dossier/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import type { CurrentDossierEvent } from '../../domain/dossier/events.ts';
import type { Doing } from './dossier-acts.ts';

/** Histories of one dossier as several desks write them, without desks: who saw what is said by hand. */
export interface Written extends KnownEvent {
  readonly event: CurrentDossierEvent;
}

/** Writes one event after those named. Ids say log and place: `a3`. */
export function written(log: string, seq: number, after: readonly string[], act: Doing): Written {
  const { type, body, approved = false } = act;
  const version = dossierVersions[type];
  return {
    envelope: {
      id: `${log}${seq}`,
      log,
      seq,
      after,
      type,
      version,
      actor: `u-${log}`,
      approvedBy: approved ? 'u-chief' : null,
      at: { device: seq * 1000, offset: null },
    },
    event: { type, version, body } as CurrentDossierEvent,
  };
}

/** One desk doing one thing after another, each having seen everything before it. */
export function line(log: string, acts: readonly Doing[], after: readonly string[] = [], from = 1): Written[] {
  return acts.map((act, i) => written(log, from + i, i === 0 ? after : [`${log}${from + i - 1}`], act));
}

/** The view of a history that is known to give one. */
export function viewOf(events: readonly KnownEvent[]): DossierView {
  const view = foldDossier('d', events);
  if (view === null) throw new RangeError('the history begins no dossier');
  return view;
}

/** A view without what tells the order in which the events of one moment were put: for comparing two orders. */
export function meaning(view: DossierView): unknown {
  const { story: _story, heads: _heads, ...rest } = view;
  const sorted = <T>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    ...rest,
    flags: sorted(rest.flags),
    custody: { ...rest.custody, movements: sorted(rest.custody.movements), missing: sorted(rest.custody.missing) },
    rounds: sorted(rest.rounds),
    work: { ...rest.work, opinions: sorted(rest.work.opinions) },
    payments: sorted(rest.payments),
    slips: sorted(rest.slips),
    scans: sorted(rest.scans),
    notices: sorted(rest.notices),
    corrections: sorted(rest.corrections),
    settlements: sorted(rest.settlements),
    erasures: sorted(rest.erasures.map(({ eventId: _eventId, ...erasure }) => erasure)),
  };
}
