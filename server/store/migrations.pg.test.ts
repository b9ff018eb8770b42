import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushReplySchema } from '../../contract/sync.ts';
import { OFFICE, testProvince, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { placeUses } from './migrations/019-place-uses.ts';
import { migrate, steps } from './migrations.ts';

/** Two releases beside each other on one database, while one after the other is updated. */
let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

/** What a step may do to tables that were there before it. */
const adding = [
  /^create table /,
  /^create (or replace )?function /,
  /^create trigger /,
  /^create index /,
  /^insert into /,
  // A new column the release before knows nothing of must be empty, or have a value by itself.
  /^alter table \w+ add column (?!.* not null)/,
  /^alter table \w+ add column .* not null default /,
  // How values lie on the disk is seen by no statement.
  /^alter table \w+ set \(toast_tuple_target = \d+\)$/,
  /^alter table \w+ alter column \w+ set storage \w+$/,
];

function isAdding(statement: string, own: readonly string[]): boolean {
  const text = statement.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const filled = /^update (\w+) set (\w+) = '\w+' where /.exec(text);
  if (filled !== null) {
    // What the release before does not read may be given its first value.
    const [, table = '', column = ''] = filled;
    return own.some((one) => one.includes(`alter table ${table} add column ${column} `));
  }
  const unique = /^create unique index \w+ on (\w+) \(([^)]*)\)/.exec(text);
  if (unique === null) return adding.some((allowed) => allowed.test(text));
  const [, table = '', column = ''] = unique;
  // Rows the release before writes cannot break a rule about what it does not know.
  return own.some((one) => one.includes(`create table ${table} `) || one.includes(`add column ${column} `));
}

test.each(steps.slice(1).map(([name, statements]) => ({ name, statements })))(
  '$name only adds: the release before runs on',
  ({ statements }) => {
    expect(statements.filter((statement) => !isAdding(statement, statements))).toEqual([]);
  },
);

test.each([
  'drop table feed',
  'alter table event drop column salt',
  'alter table event rename column body to content',
  'alter table event alter column body type jsonb',
  'alter table event add column note text not null',
  'alter table event alter column body set not null',
  'create unique index once on event (aggregate_id)',
  'update event set body = null',
  "update event set body = '' where true",
  "update counter set use = 'unit', name = '' where true",
  'delete from feed',
])('"%s" is no step', (statement) => {
  expect(isAdding(statement, [statement])).toBe(false);
});

test('places there were before are what their names said, once; those an instance of the release before makes are counters', async () => {
  const add = (id: string, name: string, kind = 'desk') =>
    sql`insert into counter (id, office, name, kind, disabled, revision)
      values (${id}, ${OFFICE}, ${name}, ${kind}, false, 1)`.execute(province.db);
  await sql`alter table counter drop column use`.execute(province.db);
  for (const [id, name] of [
    ['ten-1', 'Quầy 12'],
    ['ten-2', 'QUẦY TRẢ KẾT QUẢ'],
    ['ten-3', 'Quầy'],
    ['ten-4', 'Phòng Kinh tế'],
    ['ten-5', 'Quầyhàng'],
  ] as const) {
    await add(id, name);
  }
  await add('ten-6', 'Quầy lấy số', 'kiosk');
  for (const statement of placeUses) await sql.raw(statement).execute(province.db);
  await add('ten-7', 'Phòng Văn hóa - Xã hội');
  const rows = await province.db
    .selectFrom('counter')
    .select(['id', 'use'])
    .where('id', 'like', 'ten-%')
    .orderBy('id')
    .execute();
  expect(rows.map(({ use }) => use)).toEqual(['counter', 'counter', 'counter', 'other', 'other', 'other', 'counter']);
});

test('an instance of this release starts, pushes and pulls on a schema the next one has added to', async () => {
  await sql`alter table event add column channel text`.execute(province.db);
  await sql`alter table desk_contact add column battery integer not null default 100`.execute(province.db);
  await sql`create table lantern (id uuid primary key)`.execute(province.db);
  await sql`insert into kysely_migration (name, timestamp) values ('999-lanterns', '2027-01-01')`.execute(province.db);
  await migrate(province.db);
  const older = province.another();
  const desk = await province.enrol(OFFICE);
  const writer = testWriter(desk.place, desk.key);
  for (let n = 0; n < 3; n++) writer.receive();
  const pushed = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: writer.events }, {}, older);
  expect(pushed.as(pushReplySchema).verdicts.map(({ end }) => end)).toEqual(['applied', 'applied', 'applied']);
  expect((await desk.ask('GET', '/v1/pull', undefined, {}, older)).status).toBe(200);
});

test('where the next release has taken away what this one needs, it does not start', async () => {
  await sql`update schema_floor set steps = 999`.execute(province.db);
  await expect(migrate(province.db)).rejects.toThrow('newer release');
});
