import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, textIn, type Child } from '../../scripts/child.ts';

/** The real loopback host on a data folder of its own, in a process of its own. */
export interface RunningDesk {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly dataDir: string;
  readonly child: Child;
  /** An address that opens one tab; each call gives the next. */
  address(): Promise<string>;
  /** Ends the program; the folder stays. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends the program and removes its folder. */
  remove(): Promise<void>;
}

export interface DeskSetup {
  /** An existing folder, for a second start on the same data. */
  readonly dataDir?: string;
  /** The demonstration province to join. */
  readonly demo?: { readonly server: string; readonly code: string };
  readonly env?: NodeJS.ProcessEnv;
  /** Another program in the place of the built host. */
  readonly entry?: string;
}

const builtHost = join(import.meta.dirname, '..', '..', 'out', 'desk', 'browser.js');

/**
 * Starts the built loopback host (`npm run build` first).
 * @throws Error with what the program said, when it does not come up
 */
export async function startDesk(setup: DeskSetup = {}): Promise<RunningDesk> {
  const dataDir = setup.dataDir ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const demo = setup.demo === undefined ? {} : { QMC_DEMO: JSON.stringify(setup.demo) };
  const child = startChild([setup.entry ?? builtHost, '--no-window', '--json', `--data=${dataDir}`], {
    ...process.env,
    ...demo,
    ...setup.env,
  });
  const address = (): Promise<string> => child.line((said) => textIn(said, 'address'));
  const first = await address();
  let next: string | null = first;
  return {
    origin: new URL(first).origin,
    dataDir,
    child,
    async address() {
      const given = next ?? (await address());
      next = null;
      return given;
    },
    stop: (signal) => child.stop(signal),
    async remove() {
      await child.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
