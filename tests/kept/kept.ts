import { readFileSync } from 'node:fs';
import type { LogEvent } from '../../domain/log/envelope.ts';

/** The log of a desk of some release, one event of each kind it could write. */
export interface KeptLog {
  readonly release: string;
  readonly publicKey: string;
  readonly events: readonly LogEvent[];
}

/** Read as they were written; nothing here is ever written again. */
export function keptLogs(): KeptLog[] {
  return JSON.parse(readFileSync(new URL('./events.json', import.meta.url), 'utf8')) as KeptLog[];
}
