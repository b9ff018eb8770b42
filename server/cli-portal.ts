import { readFile, writeFile } from 'node:fs/promises';
import { importRequestSchema } from '../contract/exchange/packet.ts';
import { textSchema } from '../contract/primitives.ts';
import { sha256 } from '../contract/signing.ts';
import { dateOf, localDateTime } from '../domain/calendar/civil-date.ts';
import type { CommandInput, Said } from './cli-commands.ts';
import { grownHere } from './cli-hints.ts';
import { systemClock } from './clock.ts';
import { DEMO_OFFICE } from './demo.ts';
import { portalKeyOf } from './keys.ts';
import type { Place } from './place.ts';
import { exportDossiers } from './portal/export.ts';
import { portalImport } from './portal/import.ts';
import { portalReference } from './portal/reference.ts';
import { samplePackets } from './portal/sample.ts';
import { systemRandom } from './random.ts';
import { allApiKeys, insertApiKey, revokeApiKey } from './store/api-keys.ts';
import { openPortal, type PortalPlace } from './store/portal.ts';

/** Commands of the exchange with the portal: its keys, packets in, packets out. */
export const portalCommands: Readonly<Record<string, (input: CommandInput) => Promise<Said>>> = {
  'api-key-add': async ({ place, words }) => {
    const name = textSchema(120).parse(words.join(' ')).trim();
    if (name === '') throw new Error('api-key-add NAME');
    await portalOf(place);
    const key = `qmc_${systemRandom.bytes(32).toString('base64url')}`;
    const id = systemRandom.id();
    await insertApiKey(place.db, { id, name, hash: sha256(key), created_at: systemClock.now() });
    const text = `${key}\nHiện một lần, máy chủ chỉ giữ dấu của khóa. Shown once; the server keeps its hash only.`;
    return { text, facts: { id, name, key } };
  },
  'api-keys': async ({ place }) => {
    const keys = await allApiKeys(place.db);
    const line = (key: (typeof keys)[number]): string =>
      [key.id, key.name, new Date(key.created_at).toISOString(), key.revoked_at === null ? '' : 'revoked'].join('\t');
    return { text: keys.map(line).join('\n'), facts: keys };
  },
  'api-key-revoke': async ({ place, words: [id = ''] }) => {
    if (!(await revokeApiKey(place.db, id, systemClock.now())))
      throw new Error('Không có khóa này, hoặc đã thu hồi. No such key, or revoked before.');
    return { text: 'Đã thu hồi. Revoked.', facts: { id } };
  },
  import: async ({ place, words: [file = ''] }) => {
    const { data } = importRequestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return takeIn(place, data);
  },
  'demo-online': async ({ place, options }) => {
    if (!options.demo) throw new Error('Chỉ dùng ở bản thử. Only in the demonstration.');
    return takeIn(place, samplePackets(dateOf(localDateTime(systemClock.now())), DEMO_OFFICE));
  },
  export: async ({ place, words: [file = '', office], values }) => {
    if (file === '') throw new Error('export FILE [OFFICE] [--since YYYY-MM-DD]');
    const since = typeof values['since'] === 'string' ? values['since'] : '';
    const { packets, left } = await exportDossiers(place.db, { office: office ?? null, since });
    await writeFile(file, `${JSON.stringify(packets, null, 2)}\n`, { mode: 0o600 });
    const counts = { dossiers: packets.DongBoHoSoMC.data.length, steps: packets.CapNhatTienDoHoSoMC.length, left };
    const text = `${file}: ${counts.dossiers} hồ sơ, ${counts.steps} bước; ${left} hồ sơ không có trạng thái quốc gia.`;
    return { text, facts: { file, ...counts } };
  },
};

async function takeIn(place: Place, packets: readonly unknown[]): Promise<Said> {
  const portal = await portalOf(place);
  const hints = grownHere(place.db);
  const ports = {
    db: place.db,
    clock: systemClock,
    random: systemRandom,
    key: place.key,
    portalKey: portalKeyOf(place.key),
    grown: hints.grown,
    poisoned: (error: unknown) => process.stderr.write(`${String(error)}\n`),
  };
  const rows = await portalImport(ports, portal, portalReference()).take(packets);
  await hints.tell();
  const line = (row: (typeof rows)[number]): string =>
    [row.MaHoSo, row.end, ...(row.end === 'wrong' ? row.faults.map(({ field, vi }) => `${field} ${vi}`) : [])].join(
      '\t',
    );
  return { text: rows.map(line).join('\n'), facts: { rows } };
}

function portalOf({ db, key }: Place): Promise<PortalPlace> {
  const made = { publicKey: portalKeyOf(key).publicKey, device: systemRandom.id(), log: systemRandom.id() };
  return openPortal(db, { ...made, now: systemClock.now() });
}
