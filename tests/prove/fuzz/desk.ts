import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { callNames } from '../../../contract/desk-names.ts';
import { serveLoopback } from '../../../main/browser/server.ts';
import { systemClock } from '../../../main/clock.ts';
import { systemRandom } from '../../../main/random.ts';
import { sampleInputs } from '../../harness/sample-inputs.ts';
import { passwordOf, type EnrolledFolder } from '../../harness/enrolled-folder.ts';
import { openTestDesk, silentLog } from '../../harness/test-desk.ts';
import { malformedBody, type Draws } from './malformed.ts';
import type { Target } from './run.ts';

export interface DeskTarget extends Target {
  close(): Promise<void>;
}

/** Calls that cost a password's hash each: a hundredth of the run is theirs. */
const DEAR = /^(machine\.|session\.(signIn|unlock|setPin|setPassword))/;
/** They end the session that the rest of the run needs. */
const ENDING = /^session\.(signOut|lock)$/;

/** The bridge of a real desk through its loopback host, as a page signed in would use it, and as a stranger would. */
export async function deskTarget(folder: EnrolledFolder): Promise<DeskTarget> {
  const faults: string[] = [];
  const log = { ...silentLog, error: (what: string, error: unknown) => void faults.push(`${what}: ${String(error)}`) };
  const desk = await openTestDesk(folder.path, { log });
  const pageDir = join(folder.path, 'page');
  mkdirSync(join(pageDir, 'assets'), { recursive: true });
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html>');
  const host = await serveLoopback({
    desk: desk.desk,
    pageDir,
    clock: systemClock,
    random: systemRandom,
    log,
    port: 0,
    onTokenUsed: () => undefined,
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = new URL(host.origin);
  const page: Record<string, string> = {
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
    origin: host.origin,
    'content-type': 'application/json',
  };

  const send = (method: string, path: string, headers: Record<string, string>, body: Buffer) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      });
      sent.on('error', reject);
      // A body without a length would be the next request.
      if (method === 'GET' || method === 'OPTIONS') sent.end();
      else sent.end(body);
    });
  const tab = await send('POST', '/tab', page, Buffer.from(JSON.stringify({ token: host.tokens.issue(60_000) })));
  const { bearer } = JSON.parse(tab.text) as { bearer: string };
  const own = { ...page, authorization: `Bearer ${bearer}` };
  const signIn = Buffer.from(JSON.stringify({ login: 'phuoc', password: passwordOf('phuoc') }));
  await send('POST', '/call/session.signIn', own, signIn);
  const usual = callNames.filter((name) => !DEAR.test(name) && !ENDING.test(name));
  const dear = callNames.filter((name) => DEAR.test(name));

  const headersOf = (draws: Draws): Record<string, string> => {
    if (draws.below(10) > 0) return own;
    const names = Object.keys(own);
    const name = names[draws.below(names.length)] ?? 'origin';
    return { ...own, [name]: draws.of(['', 'null', 'http://127.0.0.1', 'x'.repeat(5000), 'Bearer ', 'cross-site']) };
  };

  return {
    async throwOne(draws) {
      const list = draws.below(200) === 0 ? dear : usual;
      const name = list[draws.below(list.length)] ?? 'status.get';
      const path =
        draws.below(50) === 0
          ? `/call/${name}${draws.of(['/', '%00', '/../x', '?a=1', 'constructor'])}`
          : `/call/${name}`;
      const method = draws.below(50) === 0 ? draws.of(['GET', 'PUT', 'OPTIONS']) : 'POST';
      const { status, text } = await send(method, path, headersOf(draws), malformedBody(sampleInputs[name], draws));
      const code = /^\{"ok":false,"error":\{"code":"([A-Z]{2}-\d\d)"/.exec(text)?.[1] ?? null;
      const [fault] = faults.splice(0);
      const wrong =
        status >= 500 || code === 'GN-03' || fault !== undefined
          ? `${status} ${text.slice(0, 200)} ${fault ?? ''}`
          : code === null && !text.startsWith('{"ok":true')
            ? `${status} is no reply: ${text.slice(0, 200)}`
            : null;
      return { at: name, answer: code ?? 'ok', wrong };
    },
    async close() {
      agent.destroy();
      await host.close();
      await desk.desk.close();
    },
  };
}
