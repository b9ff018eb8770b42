import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSigningKey, sha256, signText, type SigningKey } from '../contract/signing.ts';
import { enrolReplySchema, pushReplySchema, requestLine, type EnrolReply } from '../contract/sync.ts';
import { freshDatabase, type TestDatabase } from '../tests/harness/database.ts';
import { testWriter } from '../tests/harness/writer.ts';

/** A server process on a PostgreSQL of somebody else's, as a province runs it. */
let folder: string;
let database: TestDatabase;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quay-mot-cua-stop-'));
  database = await freshDatabase(2);
  env = { ...process.env, QMC_SERVER_DATA: folder, QMC_DEMO: '1', DATABASE_URL: database.url };
});
afterAll(async () => {
  await database.db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

function run(words: readonly string[]) {
  return spawn(process.execPath, [...words], { cwd: join(import.meta.dirname, '..'), env, stdio: 'pipe' });
}

function lineOf(child: ReturnType<typeof run>, stream: 'stdout' | 'stderr', wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child[stream].on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = wanted.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

async function enrol(url: string): Promise<{ place: EnrolReply; key: SigningKey }> {
  const code = await lineOf(run(['server/cli.ts', '--json', 'enrolment-code']), 'stdout', /"code":"([^"]+)"/);
  const key = newSigningKey();
  const proof = signText(key, `enrol\n${code}\n${key.publicKey}`);
  const body = JSON.stringify({ code, devicePublicKey: key.publicKey, deviceName: 'máy thử', demo: true, proof });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/enrol`, { method: 'POST', headers, body });
  return { place: enrolReplySchema.parse(await answer.json()), key };
}

/** A push whose body is sent in two parts. */
async function begunPush(url: string, desk: { place: EnrolReply; key: SigningKey }, body: string) {
  const nonce = (await fetch(`${url}/v1/nonce`)).headers.get('x-next-nonce') ?? '';
  const request = httpRequest(`${url}/v1/push`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-device': desk.place.device,
      'x-nonce': nonce,
      'x-signature': signText(desk.key, requestLine('POST', '/v1/push', sha256(body), nonce)),
    },
  });
  request.write(body.slice(0, 1000));
  return request;
}

async function answerTo(request: ClientRequest, rest: string): Promise<{ status: number; text: string }> {
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  request.end(rest);
  const response = await answer;
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() };
}

test('asked to end, it says first that it is not ready, then finishes the push under way, then ends whole', async () => {
  const server = run(['server/start.ts', '--leave-after', '2', '--metrics-port', '0']);
  const figures = lineOf(server, 'stderr', /"at":"([^"]+)","msg":"figures/);
  const url = await lineOf(server, 'stdout', /"listening":"([^"]+)"/);
  expect(await (await fetch(await figures)).text()).toContain('qmc_requests_total');
  const desk = await enrol(url);
  const writer = testWriter(desk.place, desk.key);
  for (let n = 0; n < 20; n++) writer.receive();
  const body = JSON.stringify({ log: desk.place.log, events: writer.events });
  const push = await begunPush(url, desk, body);
  expect((await fetch(`${url}/ready`)).status).toBe(200);

  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  // Still answered, each time by the server itself: the balancer is told before anybody is turned away.
  for (let ready = 200; ready === 200;) ready = (await fetch(`${url}/ready`)).status;
  const leaving = await fetch(`${url}/ready`);
  expect([leaving.status, leaving.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  // Now to the end of what is left of that time, when new connections are refused.
  for (let refused = false; !refused;)
    refused = await fetch(`${url}/health`).then(
      (a) => !a.ok,
      () => true,
    );
  const { status, text } = await answerTo(push, body.slice(1000));
  expect(status).toBe(200);
  const { head, verdicts } = pushReplySchema.parse(JSON.parse(text));
  expect([head, verdicts.map((verdict) => verdict.end)]).toEqual([20, Array(20).fill('applied')]);
  expect(await ended).toBe(0);
  const rows = await database.db.selectFrom('event').select('seq').execute();
  expect(rows).toHaveLength(20);
}, 60_000);
