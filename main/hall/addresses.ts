import { networkInterfaces } from 'node:os';

/** The port the hall listens at, on every machine of an office. */
export const HALL_PORT = 47_110;

/** The first of this machine's addresses on its networks: where phones find it. */
export function ownHost(): string | null {
  const [first] = ownAddresses(HALL_PORT);
  return first ?? null;
}

/** This machine's addresses on its networks, as another machine would type them. */
export function ownAddresses(port: number | null): string[] {
  if (port === null) return [];
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const reachable = all.filter(({ family, internal }) => family === 'IPv4' && !internal);
  const shown = (reachable.length > 0 ? reachable : all.filter(({ family }) => family === 'IPv4')).slice(0, 4);
  return shown.map(({ address }) => (port === HALL_PORT ? address : `${address}:${port}`));
}

/** "192.168.1.10" or "192.168.1.10:47110", as it was typed. */
export function addressOf(typed: string): { host: string; port: number } {
  const [host = '', port] = typed.split(':');
  return { host, port: port === undefined ? HALL_PORT : Math.min(65_535, Math.max(1, Number(port))) };
}
