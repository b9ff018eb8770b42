import { addDays } from '../../../domain/calendar/civil-date.ts';
import { pending } from '../../../domain/dossier/custody.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { dossierVersions, type CurrentDossierEvent, type DossierEventType } from '../../../domain/dossier/events.ts';
import { lawBreaks, mayDo } from '../../../domain/dossier/law.ts';
import { openers } from '../../../domain/dossier/table.ts';
import { flagKey, type DossierView } from '../../../domain/dossier/view.ts';
import type { Act } from '../../../main/desk/acting.ts';
import { doing, type Doing } from '../../harness/dossier-acts.ts';
import type { Chance } from './chance.ts';

/** Where an act is done, and when: Vietnam local time by the desk's trusted clock. */
export interface Place {
  readonly office: string;
  readonly holder: Holder;
  readonly others: readonly Holder[];
  readonly at: string;
  readonly newId: () => string;
}

// Object.keys gives strings; the object has one key a type.
const types = Object.keys(dossierVersions) as DossierEventType[];
/** What moves a dossier on comes up more often than what is said beside it. */
const often: readonly DossierEventType[] = [
  ...types,
  'dossier.handedOver',
  'dossier.handedOver',
  'dossier.handoverAccepted',
  'dossier.handoverAccepted',
  'dossier.stepSet',
  'dossier.supplementRequested',
  'dossier.supplemented',
  'dossier.extended',
  'dossier.returned',
  'dossier.corrected',
  'dossier.settled',
];

/** Something an officer could lawfully do to this dossier now, and whether it needs an approval; null: nothing came up. */
export function drawAct(view: DossierView, place: Place, chance: Chance): { act: Act; approved: boolean } | null {
  for (let tries = 0; tries < 8; tries++) {
    const type = chance.of(often);
    if (openers.has(type) || mayDo(view, type) === 'never') continue;
    const fitted = fit(view, doing(type, chance.below(10)), place, chance);
    if (fitted === null) continue;
    const act: Act = { type: fitted.type, body: fitted.body } as Act;
    const event = { ...act, version: dossierVersions[type] } as CurrentDossierEvent;
    if (lawBreaks(view, event).length === 0) return { act, approved: false };
    const body = 'override' in act.body ? { ...act.body, override: { reason: 'Người dân ở xa' } } : act.body;
    return { act: { ...act, body } as Act, approved: true };
  }
  return null;
}

/** The same thing as it would be done to this dossier, here and now; null where there is nothing to do it to. */
function fit(view: DossierView, act: Doing, place: Place, chance: Chance): Doing | null {
  const { at, holder, newId } = place;
  switch (act.type) {
    case 'dossier.handedOver': {
      const from = view.custody.holder ?? holder;
      if (pending(view.custody) !== null) return null;
      const batch = chance.happens(50) ? null : { id: newId(), number: 1 + chance.below(50) };
      return { ...act, body: { ...act.body, batch, from, to: chance.of(place.others), at } };
    }
    case 'dossier.handoverAccepted': {
      const open = pending(view.custody);
      if (open === null) return null;
      const missing = chance.happens(20) ? open.papers.slice(0, 1) : [];
      return { ...act, body: { ...act.body, batch: open.batch, by: holder, papers: open.papers, missing, at } };
    }
    case 'dossier.paperFound': {
      const gone = view.custody.missing[0];
      return gone === undefined ? null : { ...act, body: { ...act.body, paper: gone.paper, by: holder, at } };
    }
    case 'dossier.opinionAsked':
      return { ...act, body: { ...act.body, opinionId: newId(), at } };
    case 'dossier.opinionReceived':
    case 'dossier.opinionReported': {
      const asked = view.work.opinions.find((each) => each.answer === null);
      return asked === undefined ? null : ({ ...act, body: { ...act.body, opinionId: asked.opinionId, at } } as Doing);
    }
    case 'dossier.slipIssued': {
      const old = view.slips.find((each) => each.voidedBy === null)?.slipId ?? null;
      return { ...act, body: { ...act.body, slipId: newId(), voids: chance.happens(50) ? old : null } };
    }
    case 'dossier.feePaid':
    case 'dossier.feeRefunded':
      return { ...act, body: { ...act.body, paymentId: newId(), office: place.office, at } } as Doing;
    case 'dossier.notified':
      return { ...act, body: { ...act.body, messageId: newId(), at } };
    case 'dossier.digitisedRemoved': {
      const scan = view.scans.find((each) => each.removedBecause === null);
      return scan === undefined ? null : { ...act, body: { ...act.body, fileId: scan.fileId, at } };
    }
    case 'dossier.settled': {
      const flag = view.flags[chance.below(Math.max(1, view.flags.length))];
      if (flag === undefined) return null;
      const setAside = flag.events.length > 1 && chance.happens(50) ? flag.events.slice(-1) : [];
      return { ...act, body: { ...act.body, flags: [flagKey(flag)], setAside, at } };
    }
    case 'dossier.corrected': {
      const change = chance.happens(15) ? { competentOffice: chance.of(place.others).office } : act.body.change;
      return { ...act, body: { ...act.body, change, at } };
    }
    case 'dossier.supplementRequested':
    case 'dossier.extended':
      return { ...act, body: { ...act.body, lawfulUntil: addDays(at.slice(0, 10), chance.below(3) - 1), at } } as Doing;
    default:
      return { ...act, body: { ...act.body, at } } as Doing;
  }
}
