import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeFolder } from '../../main/store/folder.ts';
import { startChild, textIn, type Child } from '../child.ts';

const serverFolder = join(import.meta.dirname, '..', '..', 'server');

/** A running demonstration province (tỉnh bản thử), for this computer alone. */
export interface Province {
  readonly server: string;
  /** One-time code that enrols one more desk; at the demonstration's usual counter where no place is named. */
  enrolmentCode(place?: { readonly office: string; readonly counter: string }): Promise<string>;
  /** Hands in a few invented online dossiers of today, once a day. */
  handInSamples(): Promise<void>;
  /** Resolves when the server has ended by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts the province's server on a folder of its own and waits until it answers.
 * @throws ProblemError LT-05 when this demonstration is open already; Error with the server's own words
 */
export async function startProvince(folder: string, env: NodeJS.ProcessEnv): Promise<Province> {
  mkdirSync(folder, { recursive: true });
  const taken = takeFolder(folder);
  const ours = { ...env, QMC_DEMO: '1', QMC_SERVER_DATA: folder };
  try {
    const { child, url } = await listening(folder, ours);
    return {
      server: url,
      ended: child.ended,
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
      async stop() {
        await child.stop();
        taken.unlock();
      },
    };
  } catch (error) {
    taken.unlock();
    throw error;
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
