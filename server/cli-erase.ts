import { z } from 'zod';
import { dossierErasedSchema, eventSchema, isErasure } from '../contract/events.ts';
import { idSchema } from '../contract/primitives.ts';
import { logEventSchema } from '../contract/sync.ts';
import type { CommandInput, Said } from './cli-commands.ts';
import { grownHere } from './cli-hints.ts';
import { withScanStore } from './cli-scans.ts';
import { systemClock } from './clock.ts';
import { eraseAgain } from './erasure/again.ts';
import { elsewhere, type Elsewhere } from './erasure/elsewhere.ts';
import { erase, planErasure, type ErasurePlan } from './erasure/erase.ts';
import { removeNameless } from './erasure/files.ts';
import { erasureListIn } from './erasure/list.ts';
import { portalKeyOf } from './keys.ts';
import type { Place } from './place.ts';
import type { PortalPorts } from './portal/write.ts';
import { systemRandom } from './random.ts';
import { erasuresHeld } from './store/erased.ts';
import { openPortal, type PortalPlace } from './store/portal.ts';

const USAGE =
  'erase DOSSIER|ID|OFFICE/DATE/TICKET … --reason TEXT --document NUMBER --date YYYY-MM-DD --ordered-by NAME [--events ID,ID] [--open-too] [--yes]';

/** Erasure by law (xóa nội dung theo quyết định): nobody may do it over the line. */
export const eraseCommands: Readonly<Record<string, (input: CommandInput) => Promise<Said>>> = {
  erase: async ({ place, words, values }) => {
    if (words.length === 0) throw new Error(USAGE);
    const events = typeof values['events'] === 'string' ? z.array(idSchema).parse(values['events'].split(',')) : null;
    const plans: ErasurePlan[] = [];
    for (const name of words) {
      const plan = await planErasure(place.db, name, events);
      if (plan === null) throw new Error(`Không có hồ sơ ${name}. There is no dossier ${name}.`);
      if (!plans.some(({ id }) => id === plan.id)) plans.push(plan);
    }
    const going = plans.flatMap((plan) => Object.values(plan.events)).reduce((sum, n) => sum + n, 0);
    if (going === 0) throw new Error('Không còn nội dung nào để xóa. No content is left to be erased.');
    if (plans.some(({ isOpen }) => isOpen) && values['open-too'] !== true) {
      throw new Error(
        'Hồ sơ chưa giải quyết xong: thêm --open-too nếu vẫn xóa.\nThe dossier is still open: add --open-too to erase it all the same.',
      );
    }
    // Before the bodies go that tell whose it is.
    const others = await elsewhere(place.db, plans, []);
    if (values['yes'] !== true) {
      const undone = 'Chưa xóa gì. Thêm --yes để xóa. Nothing was erased; add --yes to erase.';
      const text = [...plans.flatMap(planWords), ...elsewhereWords(others), undone];
      return { text: text.join('\n'), facts: { plans, elsewhere: others, erased: false } };
    }
    const hints = grownHere(place.db);
    const ports = portsOf(place, hints.grown);
    const portal = await portalOf(place);
    const order = { ...orderOf(values), events };
    const ids: string[] = [];
    for (const plan of plans) {
      const written = await erase(ports, portal, erasureListIn(place.folder), plan, order);
      ids.push(...written.map(({ envelope }) => envelope.id));
    }
    await hints.tell();
    const left = await filesGone(place);
    const text = [
      ...plans.flatMap(planWords),
      ...elsewhereWords(others),
      `Đã xóa ở tỉnh; các máy xóa khi có mạng. Erased here; desks follow as they have a line.`,
      `Sổ xóa, cất cùng khóa máy chủ. The list, to be kept with the server key: ${erasureListIn(place.folder).path}`,
      'Bản sao lưu và WAL của PostgreSQL còn giữ đến khi hết hạn lưu. Backups and WAL hold it until they are rotated.',
      ...(left === null
        ? []
        : [`Tệp số hóa chưa xóa được, máy chủ thử lại mỗi giờ: ${left}. Files wait for the server.`]),
    ];
    return {
      text: text.join('\n'),
      facts: { plans, elsewhere: others, erased: true, erasures: ids, filesFault: left },
    };
  },
  'erase-find': async ({ place, words: [number = ''] }) => {
    if (!/^(\d{9}|\d{12})$/.test(number)) throw new Error('erase-find NUMBER');
    const found = await elsewhere(place.db, [], [number]);
    return { text: found.map(elsewhereLine).join('\n'), facts: found };
  },
  erased: async ({ place }) => {
    const held = (await erasuresHeld(place.db)).map(({ text, ...row }) => {
      // As it was taken in.
      const { envelope, body } = logEventSchema.parse(JSON.parse(text));
      const read = eventSchema.parse({ type: envelope.type, version: envelope.version, body });
      if (!isErasure(read)) throw new Error(`no erasure: ${read.type}`);
      const { document, orderedBy, reason, at, events } = read.body;
      return { ...row, kind: envelope.aggregate, document, orderedBy, reason, at, events: events.length };
    });
    const rows: typeof held = [];
    for (const row of held) {
      // Of what is no dossier, most of a ticket say, bodies without a person stay.
      const plan = row.kind === 'dossier' ? null : await planErasure(place.db, row.of, null);
      const since = plan === null ? row.since : Object.values(plan.events).reduce((sum, n) => sum + n, 0);
      rows.push({ ...row, since });
    }
    const line = (row: (typeof rows)[number]): string =>
      [
        row.at,
        row.kind,
        row.of,
        `${row.document.number} ${row.document.date}`,
        row.orderedBy,
        row.events,
        row.since === 0 ? '' : `${row.since} việc có nội dung đến sau, xóa lần nữa · came since, erase again`,
      ].join('\t');
    return { text: rows.map(line).join('\n'), facts: rows };
  },
};

/** What the list has and a database put back from a copy has forgotten is erased again. @returns how many */
export async function erasedAgain(place: Place): Promise<number> {
  const list = erasureListIn(place.folder);
  if (list.read().length === 0) return 0;
  const again = await eraseAgain(portsOf(place), await portalOf(place), list);
  await filesGone(place);
  return again;
}

/** Files go here where this machine reaches them, else with the server's hourly sweep. @returns why they could not */
async function filesGone(place: Place): Promise<string | null> {
  try {
    await withScanStore(place, (store) => removeNameless({ db: place.db, store }));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function orderOf(values: CommandInput['values']) {
  const word = (name: string): string => {
    const value = values[name];
    if (typeof value !== 'string' || value.trim() === '') throw new Error(`--${name} ? ${USAGE}`);
    return value.trim();
  };
  const document = { number: word('document'), date: word('date') };
  const order = { reason: word('reason'), document, orderedBy: word('ordered-by') };
  return dossierErasedSchema.pick({ reason: true, document: true, orderedBy: true }).parse(order);
}

function planWords(plan: ErasurePlan): string[] {
  const events = Object.entries(plan.events).map(([type, n]) => `${type} ${n}`);
  const content = `Nội dung, content: ${events.join(', ')}`;
  if (plan.kind !== 'dossier') return [`${kindWords[plan.kind]}: ${plan.name}`, content];
  return [
    `${kindWords.dossier}: ${plan.name} (${plan.state ?? ''})`,
    content,
    `Tệp số hóa, digitised papers: ${plan.files - plan.shared}; còn hồ sơ khác dùng, kept for another dossier: ${plan.shared}`,
    `Tin nhắn, messages: ${plan.messages}`,
  ];
}

const kindWords: Readonly<Record<ErasurePlan['kind'], string>> = {
  dossier: 'Hồ sơ, dossier',
  advice: 'Hướng dẫn, guidance told',
  ticket: 'Phiếu số thứ tự, ticket',
  batch: 'Danh sách bàn giao, handover list',
  counterDay: 'Ngày của quầy, a counter’s day',
};
const byWords: Readonly<Record<Elsewhere['by'], string>> = {
  number: 'cùng số giấy tờ, same ID number',
  card: 'cùng thẻ quẹt ở ki-ốt, same card at the kiosk',
  dossier: 'phiếu của hồ sơ này, ticket of this dossier',
  name: 'chỉ cùng tên, same name only',
};

/** Named, never erased by itself: the decision says how far it goes. */
function elsewhereWords(others: readonly Elsewhere[]): string[] {
  if (others.length === 0) return [];
  const title = 'Còn ở nơi khác, không xóa nếu không nêu tên. Elsewhere, not erased unless named too:';
  return [title, ...others.map(elsewhereLine)];
}

function elsewhereLine({ kind, id, name, office, by, events }: Elsewhere): string {
  return [kindWords[kind], name, id, office, events, byWords[by]].join('\t');
}

function portsOf({ db, key }: Place, grown: PortalPorts['grown'] = () => undefined): PortalPorts {
  return {
    db,
    clock: systemClock,
    random: systemRandom,
    key,
    portalKey: portalKeyOf(key),
    grown,
    poisoned: (error) => process.stderr.write(`${String(error)}\n`),
  };
}

function portalOf({ db, key }: Place): Promise<PortalPlace> {
  const made = { publicKey: portalKeyOf(key).publicKey, device: systemRandom.id(), log: systemRandom.id() };
  return openPortal(db, { ...made, now: systemClock.now() });
}
