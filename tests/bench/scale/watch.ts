import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process and all it has started have used. */
export interface Used {
  /** Seconds of processor. */
  readonly cpu: number;
  /** Resident memory, MiB: what PostgreSQL's processes share counts once. */
  readonly memory: number;
}

/** Processor seconds since the call; memory as it is then. Linux only: elsewhere nothing is told. */
export function watch(pids: readonly number[]): () => Used {
  const before = cpuOf(family(pids));
  const from = new Map(before);
  return () => {
    const now = cpuOf(family(pids));
    let cpu = 0;
    for (const [pid, seconds] of now) cpu += seconds - (from.get(pid) ?? 0);
    const parts = now.map(([pid]) => memoryOf(pid));
    const memory = parts.reduce((sum, { own }) => sum + own, 0) + Math.max(0, ...parts.map(({ shared }) => shared));
    return { cpu, memory };
  };
}

function family(pids: readonly number[]): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return parents.flatMap(([pid, parent]) =>
    pid !== undefined && (pids.includes(pid) || (parent !== undefined && pids.includes(parent))) ? [pid] : [],
  );
}

const TICKS = 100;

function cpuOf(pids: readonly number[]): [number, number][] {
  return pids.map((pid) => {
    // After the name, which may hold anything: user and system time are the 12th and 13th.
    const fields = textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return [pid, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS];
  });
}

function memoryOf(pid: number): { readonly own: number; readonly shared: number } {
  const status = textOf(`/proc/${pid}/status`);
  const mib = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { own: mib('RssAnon'), shared: mib('RssShmem') };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
