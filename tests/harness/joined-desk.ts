import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallOutput, Reply } from '../../contract/desk.ts';
import { systemClock } from '../../main/clock.ts';
import { createDesk } from '../../main/desk/desk.ts';
import type { Desk, DeskOptions } from '../../main/desk/ports.ts';
import { systemRandom } from '../../main/random.ts';
import { DEMO_PASSWORD, type DemoProvince } from './demo-province.ts';
import { silentLog, textPrinter } from './test-desk.ts';

/** A desk in this process, enrolled at a real province over real HTTP, on the real clock. */
export interface JoinedDesk {
  readonly desk: Desk;
  /** @throws when the reply is an error */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** When what the desk says of itself satisfies `wanted`; asked anew at each change it tells, never by the clock. */
  until<N extends CallName>(
    name: N,
    input: CallInput<N>,
    wanted: (value: CallOutput<N>) => boolean,
  ): Promise<CallOutput<N>>;
}

/** What `createDesk` needs for a desk of the demonstration on the real clock. */
export function deskOptions(dataDir: string, province: Pick<DemoProvince, 'server'>, code: string): DeskOptions {
  return {
    host: 'browser',
    dataDir,
    catalogueDir: fileURLToPath(new URL('../../catalogue', import.meta.url)),
    clock: systemClock,
    random: systemRandom,
    keychain: null,
    fetch: (url, init) => fetch(url, init),
    printer: textPrinter,
    log: silentLog,
    demo: { server: province.server, code },
    checkOutput: true,
  };
}

export async function joinedDesk(
  dataDir: string,
  province: Pick<DemoProvince, 'server'>,
  code: string,
  options: Partial<DeskOptions> = {},
): Promise<JoinedDesk> {
  const desk = await createDesk({ ...deskOptions(dataDir, province, code), ...options });
  const caller = { session: 'one', trusted: true };
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    // The router parses every answer (checkOutput), so its type is the contract's.
    const reply = (await desk.call(caller, name, input)) as Reply<CallOutput<N>>;
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
    return reply.value;
  };
  return {
    desk,
    call,
    async until(name, input, wanted) {
      for (;;) {
        let unsubscribe = (): void => undefined;
        const changed = new Promise<void>((resolve) => {
          unsubscribe = desk.subscribe(() => resolve());
        });
        const value = await call(name, input);
        if (wanted(value)) {
          unsubscribe();
          return value;
        }
        await changed;
        unsubscribe();
      }
    },
  };
}

export async function signInAsOfficer(desk: Pick<JoinedDesk, 'call'>): Promise<void> {
  await desk.call('session.signIn', { login: 'ngan', password: DEMO_PASSWORD });
}
