import { SYNC_VERSION, type About } from '../../contract/sync.ts';
import { Refusal } from '../problem.ts';
import { isReady } from '../store/health.ts';
import { provinceOf, type Province } from '../store/province.ts';
import type { RouteContext } from './context.ts';

/** What anybody may ask, unsigned: who this is, what time it is, a nonce, whether it is well. */
export function openRoutes({ app, db, clock, config, nonces, isEnding }: RouteContext): void {
  app.get('/v1/about', async (): Promise<About> => {
    const province = await knownProvince(db);
    return {
      sync: SYNC_VERSION,
      server: province.server,
      name: province.name,
      publicKey: province.public_key,
      demo: config.demo === null ? null : { banner: config.demo.banner, users: [...config.demo.users] },
      now: clock.now(),
    };
  });
  app.get('/v1/time', () => ({ now: clock.now() }));
  app.get('/v1/nonce', () => ({ nonce: nonces.next() }));
  app.get('/health', () => ({ ok: true }));
  app.get('/ready', async () => {
    if (isEnding() || !(await isReady(db))) throw new Refusal(503, 'SV-01', { retryAfter: 5 });
    return { ok: true };
  });
}

/** @throws Refusal 503 SV-01 before the province was set up */
export async function knownProvince(db: RouteContext['db']): Promise<Province> {
  const province = await provinceOf(db);
  if (province === null) throw new Refusal(503, 'SV-01', { retryAfter: 30 });
  return province;
}
