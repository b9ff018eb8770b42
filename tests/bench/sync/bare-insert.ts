import pg from 'pg';
import { z } from 'zod';
import { envelopeSchema } from '../../../contract/sync.ts';

const COLUMNS = ['log', 'seq', 'id', 'device', 'aggregate_id', 'type', 'hash', 'envelope', 'body', 'salt'] as const;

/** The least a server could do: the same rows in the same batches, one multi-row INSERT and one commit each. @returns ms */
export async function insertBare(url: string, batches: readonly (readonly string[])[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create table bare (log uuid, seq integer, id uuid, device uuid, aggregate_id uuid, type text,
      hash text, envelope text, body text, salt text, primary key (log, seq))`);
    const start = performance.now();
    for (const batch of batches) {
      const values = batch.flatMap((text) => {
        const { envelope, body, salt } = wholeSchema.parse(JSON.parse(text));
        const { log, seq, id, device, aggregateId, type, hash } = envelope;
        return [log, seq, id, device, aggregateId, type, hash, JSON.stringify(envelope), JSON.stringify(body), salt];
      });
      const places = batch.map(
        (_, row) => `(${COLUMNS.map((__, column) => `$${row * COLUMNS.length + column + 1}`).join(',')})`,
      );
      await client.query(`insert into bare (${COLUMNS.join(',')}) values ${places.join(',')}`, values);
    }
    return performance.now() - start;
  } finally {
    await client.query('drop table if exists bare');
    await client.end();
  }
}

const wholeSchema = z.object({ envelope: envelopeSchema, body: z.json(), salt: z.string() });
