import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Alarm, SettledAlarm } from '../contract/kept-apart.ts';
import { idSchema, textSchema } from '../contract/primitives.ts';
import { adminCounterSchema, adminOfficeSchema } from '../contract/sync.ts';
import { initProvince } from './cli-init.ts';
import { listDesks } from './cli-desks.ts';
import { eraseCommands } from './cli-erase.ts';
import { logCommands } from './cli-logs.ts';
import { portalCommands } from './cli-portal.ts';
import { systemClock } from './clock.ts';
import { DEMO_COUNTER, DEMO_OFFICE } from './demo.ts';
import { CODE_LIVES_MS, codeHash, newCode } from './enrolment-code.ts';
import { importReference } from './import-reference.ts';
import type { PlaceOptions } from './options.ts';
import type { Place } from './place.ts';
import { systemRandom } from './random.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { officeJoins } from './push/office-joins.ts';
import { openAlarms, settledAlarms } from './store/alarms.ts';
import { counterById, insertCounter } from './store/counters.ts';
import { devicesOf } from './store/devices.ts';
import { storeCode } from './store/enrolment.ts';
import { deadMessages, messageCounts, reviveMessages } from './store/messages.ts';
import { allOffices, hasRecoveryKey, setRecoveryKey } from './store/offices.ts';
import { changeProvince } from './store/province.ts';

export interface CommandInput {
  readonly place: Place;
  readonly options: PlaceOptions;
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Said {
  /** For a person. */
  readonly text: string;
  /** For a program (`--json`). */
  readonly facts: unknown;
}

const emptyOffice = {
  place: '',
  phone: '',
  address: '',
  codePrefix: null,
  parent: null,
  disabled: false,
  revision: null,
};

/** @throws Error with what is wrong, in words */
export const commands: Readonly<Record<string, (input: CommandInput) => Promise<Said>>> = {
  init: initProvince,
  offices: async ({ place }) => {
    const offices = await allOffices(place.db);
    return { text: offices.map((office) => `${office.id}\t${office.kind}\t${office.name}`).join('\n'), facts: offices };
  },
  'office-add': async ({ place, words: [id, kind, ...name] }) => {
    const text = name.join(' ');
    const { revision: _, ...office } = adminOfficeSchema.parse({
      ...emptyOffice,
      id,
      kind,
      name: text,
      shortName: text,
      authority: text,
    });
    if ((await officeJoins(place.db, office)) === null)
      throw new Error(`Đã có nơi ${office.id}. There is an office ${office.id}.`);
    return { text: `Đã thêm ${office.id}. Added.`, facts: office };
  },
  'counter-add': async ({ place, values, words: [office, id, ...name] }) => {
    const { revision: _, ...counter } = adminCounterSchema.parse({
      office,
      id,
      name: name.join(' '),
      kind: values['kind'],
      use: values['use'],
      disabled: false,
      revision: null,
    });
    if ((await insertCounter(place.db, counter)) === null)
      throw new Error(`Đã có quầy ${counter.id}. There is a counter ${counter.id}.`);
    return { text: `Đã thêm ${counter.id}. Added.`, facts: counter };
  },
  'recovery-key': async ({ place, words: [office = ''] }) => {
    const key = newRecoveryKey();
    if (!(await setRecoveryKey(place.db, office, key.publicKey))) throw noOffice(office);
    const text = [
      `Khóa khôi phục của ${office}. In ra, cất nơi an toàn: máy chủ không giữ khóa này.`,
      `Recovery key of ${office}. Print it and keep it safe: the server does not keep it.`,
      'Máy đăng ký trước đó vẫn dùng khóa cũ. Desks enrolled before still use the one before.',
      '',
      key.printed,
    ];
    return { text: text.join('\n'), facts: { office, key: key.printed, publicKey: key.publicKey } };
  },
  'enrolment-code': async ({ place, options, words }) => {
    const { db } = place;
    const [office = options.demo ? DEMO_OFFICE : '', counter = options.demo ? DEMO_COUNTER : ''] = words;
    if ((await counterById(db, counter))?.office !== office) {
      throw new Error(`Nơi ${office} không có quầy ${counter}. Office ${office} has no counter ${counter}.`);
    }
    if (!(await hasRecoveryKey(db, office))) {
      throw new Error(`Chạy recovery-key ${office} trước. Run recovery-key ${office} first.`);
    }
    const code = newCode(systemRandom);
    const now = systemClock.now();
    const expiresAt = now + CODE_LIVES_MS;
    await storeCode(db, { codeHash: codeHash(code), office, counter, expiresAt }, now);
    const text = `${code}\nDùng một lần, trong 24 giờ, cho ${counter}. Once, within 24 hours, for ${counter}.`;
    return { text, facts: { code, office, counter, expiresAt } };
  },
  devices: async ({ place, words: [office] }) => {
    const devices = await devicesOf(place.db, office ?? null);
    const line = (d: (typeof devices)[number]): string =>
      [d.id, d.office, d.counter, d.name, d.revoked_at === null ? '' : 'revoked', `head ${d.head}`].join('\t');
    return { text: devices.map(line).join('\n'), facts: devices };
  },
  desks: ({ place, words: [office] }) => listDesks(place.db, office ?? null, systemClock.now()),
  reference: async ({ place, options, words: [verb, folder] }) => {
    if (verb !== 'import') throw new Error('reference import [FOLDER]');
    const from = folder === undefined ? options.catalogue : new URL(`${pathToFileURL(folder).href}/`);
    const { put } = await importReference(place.db, from, systemClock, false);
    return { text: `Đang dùng: ${put.join(', ')}. In force.`, facts: { put } };
  },
  settings: async ({ place, values }) => {
    const lookupUrl = values['lookup-url'];
    const { hotline, temporary, 'scan-rate': rate } = values;
    const row = await changeProvince(place.db, {
      ...(typeof lookupUrl === 'string' ? { lookup_url: textSchema(200).parse(lookupUrl) } : {}),
      ...(typeof hotline === 'string' ? { hotline: textSchema(60).parse(hotline) } : {}),
      ...(temporary === undefined ? {} : { offline_numbers_temporary: temporary === 'yes' }),
      ...(rate === undefined ? {} : { scan_bytes_per_second: z.coerce.number().int().min(0).parse(rate) }),
    });
    const facts = {
      lookupUrl: row.lookup_url,
      hotline: row.hotline,
      temporary: row.offline_numbers_temporary,
      scanRate: row.scan_bytes_per_second,
    };
    return { text: JSON.stringify(facts), facts };
  },
  alarms: async ({ place, words: [verb] }) => {
    const line = (row: Alarm): string =>
      // Of a look at a paper, which is no event: the paper, and its dossier.
      [new Date(row.at).toISOString(), row.reason, row.log, row.seq === 0 ? row.hash : row.seq, row.eventId, row.sentBy]
        .concat(row.person ?? '', row.dossier ?? '')
        .join('\t')
        .trimEnd();
    if (verb === undefined) {
      const rows = await openAlarms(place.db, null);
      return { text: rows.map(line).join('\n'), facts: rows };
    }
    if (verb !== 'settled') throw new Error('alarms [settled]');
    const rows = await settledAlarms(place.db, null);
    const settled = (row: SettledAlarm): string =>
      [new Date(row.settledAt).toISOString(), row.settledBy, row.because, line(row)].join('\t');
    return { text: rows.map(settled).join('\n'), facts: rows };
  },
  messages: async ({ place, words: [verb, id = ''] }) => {
    if (verb === undefined) {
      const counts = await messageCounts(place.db);
      const since = counts.oldest === null ? '' : ` (${new Date(counts.oldest).toISOString()})`;
      const text = `Chờ gửi, waiting: ${counts.waiting}${since}\nĐã gửi, sent: ${counts.sent}\nKhông gửi được, given up: ${counts.dead}`;
      return { text, facts: counts };
    }
    if (verb === 'dead') {
      const rows = await deadMessages(place.db, 1000);
      const line = (row: (typeof rows)[number]): string =>
        [
          row.ended_at === null ? '' : new Date(row.ended_at).toISOString(),
          row.id,
          row.dossier,
          row.about,
          row.attempts,
          row.reason ?? '',
        ].join('\t');
      return { text: rows.map(line).join('\n'), facts: rows };
    }
    if (verb !== 'again' || id === '') throw new Error('messages [dead | again ID|all]');
    const again = await reviveMessages(place.db, id === 'all' ? null : idSchema.parse(id), systemClock.now());
    return { text: `Chờ gửi lại: ${again}. Waiting again.`, facts: { again } };
  },
  ...portalCommands,
  ...logCommands,
  ...eraseCommands,
};

function noOffice(id: string): Error {
  return new Error(`Không có nơi ${id}. There is no office ${id}.`);
}
