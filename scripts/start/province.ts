import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '../../contract/problems.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { startChild, textIn, type Child } from '../child.ts';

const serverFolder = join(import.meta.dirname, '..', '..', 'server');

/** A running demonstration province (tỉnh bản thử), for this computer alone. */
export interface Province {
  readonly server: string;
  /** Whether it ends with this start; else another one has it. */
  readonly isOurs: boolean;
  /** One-time code that enrols one more desk; at the demonstration's usual counter where no place is named. */
  enrolmentCode(place?: { readonly office: string; readonly counter: string }): Promise<string>;
  /** Hands in a few invented online dossiers of today, once a day. */
  handInSamples(): Promise<void>;
  /** Resolves when the server has ended by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts the province's server on a folder of its own and waits until it answers; where another start has it open (the
 * desk's, and this one opens the kiosk), goes to that one, which keeps it.
 * @throws ProblemError LT-05 when another start has it and it does not answer within `patience` ms; Error with the
 * server's own words
 */
export async function startProvince(folder: string, env: NodeJS.ProcessEnv, patience = 60_000): Promise<Province> {
  mkdirSync(folder, { recursive: true });
  const ours = { ...env, QMC_DEMO: '1', QMC_SERVER_DATA: folder };
  const asked = askedOf(ours);
  const address = join(folder, 'address');
  let taken: ReturnType<typeof takeFolder>;
  try {
    taken = takeFolder(folder);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'LT-05') throw error;
    const server = await openElsewhere(address, patience);
    if (server === null) throw error;
    const never = new Promise<never>(() => undefined);
    return { ...asked, server, isOurs: false, ended: never, stop: async () => undefined };
  }
  try {
    const { child, url } = await listening(folder, ours);
    writeFileSync(address, url);
    return {
      ...asked,
      server: url,
      isOurs: true,
      ended: child.ended,
      async stop() {
        rmSync(address, { force: true });
        await child.stop();
        taken.unlock();
      },
    };
  } catch (error) {
    taken.unlock();
    throw error;
  }
}

/** What is asked of the province by its own command line, whoever runs its server. */
function askedOf(ours: NodeJS.ProcessEnv): Pick<Province, 'enrolmentCode' | 'handInSamples'> {
  return {
    async enrolmentCode(place) {
      const where = place === undefined ? [] : [place.office, place.counter];
      const cli = startChild([join(serverFolder, 'cli.ts'), 'enrolment-code', ...where, '--json'], ours);
      const code = await cli.line((said) => textIn(said, 'code'));
      await cli.ended;
      return code;
    },
    async handInSamples() {
      const cli = startChild([join(serverFolder, 'cli.ts'), 'demo-online', '--json'], ours);
      if ((await cli.ended) !== 0) throw new Error('the samples could not be handed in');
    },
  };
}

const LOOK_EVERY_MS = 500;

/** Where the other start's province answers; it may be about to open. Null: nowhere within `patience` ms. */
async function openElsewhere(address: string, patience: number): Promise<string | null> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      const url = readFileSync(address, 'utf8');
      const about = await fetch(new URL('/v1/about', url), { signal: AbortSignal.timeout(5_000) });
      if (about.ok) return url;
    } catch {
      // Not there yet, or what a killed start left behind.
    }
    if (performance.now() >= until) return null;
    await wait(LOOK_EVERY_MS);
  }
}

/** A desk keeps the address it was enrolled at, so the province comes back at the port it had, where that is still free. */
async function listening(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly child: Child; readonly url: string }> {
  const kept = join(folder, 'port');
  const start = async (port: string): Promise<{ readonly child: Child; readonly url: string }> => {
    const child = startChild([join(serverFolder, 'start.ts'), '--demo', '--port', port], env);
    return { child, url: await child.line((said) => textIn(said, 'listening')) };
  };
  const port = portIn(kept);
  if (port !== null) {
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('EADDRINUSE'))) throw error;
    }
  }
  const started = await start('0');
  if (port === null) writeFileSync(kept, new URL(started.url).port);
  return started;
}

function portIn(file: string): string | null {
  try {
    return /^\d+$/.exec(readFileSync(file, 'utf8'))?.[0] ?? null;
  } catch {
    return null;
  }
}
