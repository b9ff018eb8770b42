import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sealFault, follows, type Envelope } from '../../domain/log/envelope.ts';
import { verifierOf } from '../../contract/signing.ts';
import { DEMO_PASSPHRASE } from '../../main/desk/enrolment.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { keyFromPassphrase, readKeyFile } from '../../main/store/key-file.ts';
import { openStore, recordPoints } from '../../main/store/store.ts';
import { joinedDesk, signInAsOfficer } from '../harness/joined-desk.ts';
import { demoProvince } from '../harness/demo-province.ts';
import type { Received, ReceivingOrder } from './receiving-desk.ts';

export interface KillReport {
  readonly seed: string;
  readonly kills: number;
  /** How often each named point was hit; `anywhere` are the parent's own moments. */
  readonly points: Readonly<Record<string, number>>;
  /** Dossiers the officer was told of, and dossiers on the desk at the end (phantoms included). */
  readonly told: number;
  readonly onDesk: number;
  readonly atProvince: number;
}

const child = fileURLToPath(new URL('./receiving-desk.ts', import.meta.url));
const places = [...recordPoints, 'anywhere'] as const;

/**
 * Kills the desk at `kills` seeded moments during receipts and starts it again. After each restart every dossier the
 * officer was told of is there once, under a whole and signed chain; at the end each is at the province exactly once.
 * @throws Error naming the first thing that is not so
 */
export async function proveKills(
  kills: number,
  seed: string,
  progress: (done: number) => void = () => undefined,
): Promise<KillReport> {
  const province = await demoProvince();
  const dataDir = mkdtempSync(join(tmpdir(), 'quay-kills-'));
  const told = new Map<string, string>();
  const points: Record<string, number> = Object.fromEntries(places.map((place) => [place, 0]));
  try {
    const code = await province.enrolmentCode();
    for (let n = 0; n < kills; n++) {
      const draw = createHash('sha256').update(`${seed} ${n}`).digest();
      // Every place in turn, so that each is hit equally often; how far into the work is drawn.
      const place = places[n % places.length] ?? 'anywhere';
      const nth = 1 + ((draw[0] ?? 0) % 6);
      const point = place === 'anywhere' ? null : place;
      await killOnce({ dataDir, server: province.server, code, point, nth }, draw.readUInt16BE(2) % 400, told);
      points[place] = (points[place] ?? 0) + 1;
      check(dataDir, told);
      progress(n + 1);
    }
    const onDesk = check(dataDir, told);
    const desk = await joinedDesk(dataDir, province, code);
    await signInAsOfficer(desk);
    await desk.until('status.get', {}, (status) => status.waiting.events === 0);
    await desk.desk.close();
    const rows = await province.rows(
      `SELECT aggregate_id AS id, count(*)::int AS events FROM event WHERE type = 'dossier.received' GROUP BY aggregate_id`,
    );
    const arrived = new Map(rows.map((row) => [String(row['id']), Number(row['events'])]));
    for (const id of told.keys())
      if (arrived.get(id) !== 1) throw new Error(`dossier ${id}: ${arrived.get(id) ?? 0} at the province`);
    for (const [id, events] of arrived) if (events !== 1) throw new Error(`dossier ${id}: ${events} at the province`);
    if (arrived.size !== onDesk) throw new Error(`${onDesk} on the desk, ${arrived.size} at the province`);
    return { seed, kills, points, told: told.size, onDesk, atProvince: arrived.size };
  } finally {
    await province.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs the desk until it is dead. */
function killOnce(order: ReceivingOrder, afterMs: number, told: Map<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const desk = fork(child, [JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    desk.on('message', (message: Received | { ready: true }) => {
      if ('ready' in message) {
        if (order.point === null) setTimeout(() => desk.kill('SIGKILL'), afterMs);
      } else told.set(message.dossierId, message.code);
    });
    desk.once('error', reject);
    desk.once('exit', (exitCode, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the desk ended by itself: ${exitCode ?? signal}`));
    });
  });
}

/** @returns how many dossiers the desk holds */
function check(dataDir: string, told: ReadonlyMap<string, string>): number {
  const folder = takeFolder(dataDir);
  try {
    const keys = readKeyFile(folder.keys);
    if (keys === null) throw new Error('no key file');
    const store = openStore(folder, keyFromPassphrase(keys, DEMO_PASSPHRASE), { create: false, stamp: 'check' });
    try {
      const dossiers = store.dossiers.recent(1_000_000);
      const byId = new Map(dossiers.map((view) => [view.id, view]));
      if (byId.size !== dossiers.length) throw new Error('a dossier is there twice');
      for (const [id, code] of told) {
        if (byId.get(id)?.received?.code.text !== code) throw new Error(`dossier ${code} was told and is not there`);
      }
      const codes = new Set(dossiers.map((view) => view.codes[0]));
      if (codes.size !== dossiers.length) throw new Error('a number was used twice');
      checkChain(store);
      return dossiers.length;
    } finally {
      store.close();
    }
  } finally {
    folder.unlock();
  }
}

function checkChain(store: ReturnType<typeof openStore>): void {
  const key = store.meta.get('deviceKey');
  const head = store.log?.head();
  if (key === null || head === undefined) throw new Error('not enrolled');
  const verifier = verifierOf(key.publicKey);
  let before: Envelope | null = null;
  for (const { event } of store.log?.eventsFrom(head.log, 1, 10_000_000) ?? []) {
    const fault = sealFault(event, verifier);
    if (fault !== null) throw new Error(`event ${event.envelope.seq}: ${fault}`);
    if (!follows(before, event.envelope)) throw new Error(`event ${event.envelope.seq} does not follow`);
    before = event.envelope;
  }
  if ((before?.seq ?? 0) !== head.seq) throw new Error('the chain ends early');
}
