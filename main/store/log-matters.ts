import type { Meta, MetaValue } from './meta.ts';

export type LogMatter = MetaValue<'logMatters'>[number];

/** So many are kept: a desk whose every log is refused must not fill its database with telling so. */
const MOST = 50;

/** Somebody must look at this log; told until they have. Once, however often it is met. Call inside a transaction. */
export function noteLogMatter(meta: Meta, matter: LogMatter): void {
  const known = meta.get('logMatters') ?? [];
  if (known.some(({ log, because }) => log === matter.log && because === matter.because)) return;
  meta.set('logMatters', [...known, matter].slice(-MOST));
}

/** Somebody has looked at it. */
export function closeLogMatter(
  meta: Meta,
  { log, because }: Pick<LogMatter, 'log'> & { readonly because: string },
): void {
  const known = meta.get('logMatters') ?? [];
  meta.set(
    'logMatters',
    known.filter((each) => each.log !== log || each.because !== because),
  );
}

/** When an id was made, ms by the clock of its machine: a UUIDv7 begins with it. */
export function madeAt(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
