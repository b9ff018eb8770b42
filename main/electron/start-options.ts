import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { DemoProvince } from '../desk/ports.ts';
import { HALL_PORT } from '../hall/addresses.ts';

/** How the program was started. */
export interface StartOptions {
  /** The desk's folder: database, journal, scans, log. */
  readonly dataDir: string;
  /** Chromium's own folder; one running program per such folder. */
  readonly profileDir: string;
  readonly demo: DemoProvince | null;
  /** Where the hall listens on the office's own network, once this machine belongs to one. */
  readonly hall: { readonly host: string; readonly port: number };
}

const hallSchema = z.strictObject({
  host: z.union([z.ipv4(), z.ipv6()]),
  port: z.coerce.number().int().min(0).max(65_535),
});
const demoSchema = z.strictObject({ server: z.url({ protocol: /^https?$/ }), code: z.string().min(1) });

/**
 * `--data=FOLDER`, else QMC_DATA, else the user's application folder. QMC_DEMO (JSON) names the demonstration province
 * that `npm start` brought up; QMC_HALL (ADDRESS:PORT) says where the hall listens, on every card of the machine else.
 *
 * @param appData the folder of the user's application data
 * @throws ZodError or SyntaxError where QMC_DEMO or QMC_HALL is not of its form
 */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  appData: string,
): StartOptions {
  const given = argv.find((word) => word.startsWith('--data='))?.slice('--data='.length) ?? env['QMC_DATA'] ?? '';
  // Without marks or spaces in the path, whatever the product's name on screen is.
  const dataDir = given === '' ? join(appData, 'quay-mot-cua') : resolve(given);
  const demo = env['QMC_DEMO'];
  const hall = env['QMC_HALL'] ?? '';
  const at = hall.lastIndexOf(':');
  return {
    dataDir,
    profileDir: join(dataDir, 'chromium'),
    demo: demo === undefined || demo === '' ? null : demoSchema.parse(JSON.parse(demo)),
    hall:
      hall === ''
        ? { host: '0.0.0.0', port: HALL_PORT }
        : hallSchema.parse({ host: hall.slice(0, Math.max(0, at)), port: hall.slice(at + 1) }),
  };
}
