import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeFolder } from '../../main/store/folder.ts';
import { startChild, textIn } from '../child.ts';

const root = join(import.meta.dirname, '..', '..');

/** A running demonstration province (tỉnh bản thử), for this computer alone. */
export interface Province {
  readonly server: string;
  /** One-time code that enrols one more desk. */
  enrolmentCode(): Promise<string>;
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
  const ours = { ...env, QMC_DEMO: '1', QMC_SERVER_DATA: join(folder, 'server') };
  const server = startChild([join(root, 'server', 'start.ts'), '--demo'], ours);
  try {
    const url = await server.line((said) => textIn(said, 'listening'));
    return {
      server: url,
      ended: server.ended,
      async enrolmentCode() {
        const cli = startChild([join(root, 'server', 'cli.ts'), 'enrolment-code', '--json'], ours);
        const code = await cli.line((said) => textIn(said, 'code'));
        await cli.stop();
        return code;
      },
      async stop() {
        await server.stop();
        taken.unlock();
      },
    };
  } catch (error) {
    taken.unlock();
    throw error;
  }
}
