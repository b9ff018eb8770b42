import { addDays } from '../../../domain/calendar/civil-date.ts';
import { pending } from '../../../domain/dossier/custody.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import {
  dossierVersions,
  type CurrentDossierEvent,
  type DossierBodies,
  type DossierEventType,
} from '../../../domain/dossier/events.ts';
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
  /** Whether the release at work there has such an event. */
  readonly knows: (type: DossierEventType) => boolean;
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
    if (openers.has(type) || !place.knows(type) || mayDo(view, type) === 'never') continue;
    const act = fit(view, doing(type, chance.below(10)), place, chance);
    if (act === null) continue;
    const event = { ...act, version: dossierVersions[type] } as CurrentDossierEvent;
    if (lawBreaks(view, event).length === 0) return { act, approved: false };
    const body = 'override' in act.body ? { ...act.body, override: { reason: 'Người dân ở xa' } } : act.body;
    return { act: { ...act, body } as Act, approved: true };
  }
  return null;
}

/** How a body is fitted to this dossier, here and now; null where there is nothing to do it to. */
type Fitters = {
  readonly [T in DossierEventType]?: (
    body: DossierBodies[T],
    view: DossierView,
    place: Place,
    chance: Chance,
  ) => DossierBodies[T] | null;
};

const openOpinion = (view: DossierView) => view.work.opinions.find((each) => each.answer === null) ?? null;

const fitters: Fitters = {
  'dossier.handedOver'(body, view, { holder, others, newId }, chance) {
    if (pending(view.custody) !== null) return null;
    const batch = chance.happens(50) ? null : { id: newId(), number: 1 + chance.below(50) };
    return { ...body, batch, from: view.custody.holder ?? holder, to: chance.of(others) };
  },
  'dossier.handoverAccepted'(body, view, { holder }, chance) {
    const open = pending(view.custody);
    if (open === null) return null;
    const missing = chance.happens(20) ? open.papers.slice(0, 1) : [];
    return { ...body, batch: open.batch, by: holder, papers: open.papers, missing };
  },
  'dossier.paperFound'(body, view, { holder }) {
    const gone = view.custody.missing[0];
    return gone === undefined ? null : { ...body, paper: gone.paper, by: holder };
  },
  'dossier.opinionAsked': (body, _view, { newId }) => ({ ...body, opinionId: newId() }),
  'dossier.opinionReceived'(body, view) {
    const asked = openOpinion(view);
    return asked === null ? null : { ...body, opinionId: asked.opinionId };
  },
  'dossier.opinionReported'(body, view) {
    const asked = openOpinion(view);
    return asked === null ? null : { ...body, opinionId: asked.opinionId };
  },
  'dossier.slipIssued'(body, view, { newId }, chance) {
    const old = view.slips.find((each) => each.voidedBy === null)?.slipId ?? null;
    return { ...body, slipId: newId(), voids: chance.happens(50) ? old : null };
  },
  'dossier.feePaid': (body, _view, { newId, office }) => ({ ...body, paymentId: newId(), office }),
  'dossier.feeRefunded': (body, _view, { newId, office }) => ({ ...body, paymentId: newId(), office }),
  'dossier.notified': (body, _view, { newId }) => ({ ...body, messageId: newId() }),
  'dossier.digitisedRemoved'(body, view) {
    const scan = view.scans.find((each) => each.removedBecause === null);
    return scan === undefined ? null : { ...body, fileId: scan.fileId };
  },
  // The province's to write.
  'dossier.erased': () => null,
  'dossier.settled'(body, view, _place, chance) {
    const flag = view.flags[chance.below(Math.max(1, view.flags.length))];
    if (flag === undefined) return null;
    const setAside = flag.events.length > 1 && chance.happens(50) ? flag.events.slice(-1) : [];
    return { ...body, flags: [flagKey(flag)], setAside };
  },
  'dossier.corrected'(body, _view, { others }, chance) {
    return chance.happens(15) ? { ...body, change: { competentOffice: chance.of(others).office } } : body;
  },
  'dossier.supplementRequested': (body, _view, { at }, chance) => ({ ...body, lawfulUntil: around(at, chance) }),
  'dossier.extended': (body, _view, { at }, chance) => ({ ...body, lawfulUntil: around(at, chance) }),
};

/** Yesterday, today or tomorrow. */
function around(at: string, chance: Chance): string {
  return addDays(at.slice(0, 10), chance.below(3) - 1);
}

function fit(view: DossierView, { type, body }: Doing, place: Place, chance: Chance): Act | null {
  // One fitter a type: the pair is made from the same table the type is.
  const fitter = fitters[type] as
    | ((body: Doing['body'], view: DossierView, place: Place, chance: Chance) => object | null)
    | undefined;
  const fitted = fitter === undefined ? body : fitter(body, view, place, chance);
  if (fitted === null) return null;
  return { type, body: 'at' in body ? { ...fitted, at: place.at } : fitted } as Act;
}
