import pg from 'pg';
import { newSigningKey, signingKeyOf, type SigningKey } from '../../../contract/signing.ts';
import { GENESIS } from '../../../domain/log/envelope.ts';
import { systemRandom } from '../../../main/random.ts';
import { day } from './day.ts';

/** A desk that is only a row, a key and a connection. */
export interface DeskRow {
  readonly device: string;
  readonly log: string;
  readonly office: string;
  readonly key: SigningKey;
  /** As its proxy would name it. */
  readonly address: string;
  /** Versions of catalogue and calendar that it holds, as its question says them. */
  readonly versions: string;
}

/** The same as plain text, for the processes that play desks. */
export interface PlainDesk extends Omit<DeskRow, 'key'> {
  readonly privateKey: string;
}

export function deskOf({ privateKey, ...row }: PlainDesk): DeskRow {
  return { ...row, key: signingKeyOf(privateKey) };
}

/** Enrols so many desks, six an office, past the front door: rows in the database, as enrolment leaves them. */
export async function enrolMany(url: string, desks: number): Promise<PlainDesk[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: reference } = await client.query<{ kind: string; version: string }>(
      'select distinct on (kind) kind, version from reference order by kind, imported_at desc',
    );
    const versions = new URLSearchParams(
      Object.fromEntries(reference.map(({ kind, version }) => [kind, version])),
    ).toString();
    const offices = Math.ceil(desks / day.countersAnOffice);
    const names = Array.from({ length: offices }, (_, n) => `do-${String(n + 1).padStart(5, '0')}`);
    await client.query(
      `insert into office (id, kind, name, short_name, authority, place, code_prefix, parent, phone, address, disabled, revision)
       select name, 'commune-centre', name, name, name, '', null, null, '', '', false, 1 from unnest($1::text[]) as name`,
      [names],
    );
    const rows = Array.from({ length: desks }, (_, n): PlainDesk => {
      const at = Math.floor(n / day.countersAnOffice);
      return {
        device: systemRandom.id(),
        log: systemRandom.id(),
        office: names[at] ?? '',
        privateKey: newSigningKey().privateKey,
        address: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
        versions,
      };
    });
    const column = (part: (row: PlainDesk) => string): string[] => rows.map(part);
    const counters = rows.map((row, n) => `${row.office}-q${(n % day.countersAnOffice) + 1}`);
    const insert = (sql: string, values: readonly unknown[]) => client.query(sql, [...values]);
    await insert(
      `insert into counter (id, office, name, disabled, revision)
       select id, office, id, false, 1 from unnest($1::text[], $2::text[]) as c (id, office)`,
      [counters, column(({ office }) => office)],
    );
    await insert(
      `insert into device (id, public_key, office, counter, name, enrolled_at)
       select id, key, office, counter, 'máy đo', 0 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as d (id, key, office, counter)`,
      [
        column(({ device }) => device),
        column(({ privateKey }) => signingKeyOf(privateKey).publicKey),
        column(({ office }) => office),
        counters,
      ],
    );
    await insert(
      `insert into log (id, device, office, head, head_hash)
       select id, device, office, 0, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as l (id, device, office)`,
      [column(({ log }) => log), column(({ device }) => device), column(({ office }) => office), GENESIS],
    );
    await client.query('analyze');
    return rows;
  } finally {
    await client.end();
  }
}
