import { holds } from './broken.ts';
import type { SimServer } from './server.ts';

/** A machine that was revoked stays revoked, whatever the province was put back from since. @throws PromiseBroken */
export async function checkRevoked(server: SimServer, revoked: ReadonlySet<string>): Promise<void> {
  const rows = await server.rows<{ id: string; trusted: boolean }>(
    `select d.id, d.revoked_at is null or exists (select from log l where l.device = d.id and l.trusted is null) as trusted
     from device d where d.id = any($1::uuid[])`,
    [[...revoked]],
  );
  for (const device of revoked) {
    const isTrusted = rows.find(({ id }) => id === device)?.trusted ?? true;
    holds(!isTrusted, 'revocation', () => `${device} was revoked, and the province trusts it`);
  }
}
