import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { filledFolder } from '../harness/filled-folder.ts';
import { quantile, type Figure } from './report.ts';

const LIMIT_MS = 1500;
const STARTS = 7;

/**
 * From process start to the first answered call of a desk whose database holds 100,000 dossiers, warm. The window's own
 * part (to the first accepted keystroke) is measured in the e2e run, where there is a window.
 */
export async function benchStart(): Promise<Figure[]> {
  const folder = await filledFolder(100_000);
  const times: number[] = [];
  for (let n = 0; n <= STARTS; n++) {
    const start = performance.now();
    await answered(folder.path);
    // The first start warms the disk and is left out.
    if (n > 0) times.push(performance.now() - start);
  }
  folder.remove();
  const host = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}`;
  return [
    {
      bench: 'start',
      metric: `100000 dossiers, p50 on ${host}`,
      value: quantile(times, 0.5),
      unit: 'ms',
      peer: 'limit',
      peerValue: LIMIT_MS,
    },
    {
      bench: 'start',
      metric: '100000 dossiers, worst',
      value: Math.max(...times),
      unit: 'ms',
      peer: 'limit',
      peerValue: LIMIT_MS,
    },
  ];
}

/** Starts the desk in a process of its own; resolves when it has answered. */
function answered(dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./started-desk.ts', import.meta.url)), [dataDir], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`the desk ended with ${code}`))));
  });
}
