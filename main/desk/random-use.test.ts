import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { completeReceipt } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, passwordOf, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

/**
 * Two people at two windows do anything in any order, and the program is closed and opened in between. Beside the desk
 * runs a model of a few lines; after every step they agree, and no call ever fails for a reason without a name.
 */

const windows = ['one', 'two'] as const;
const people = ['ngan', 'tam'] as const;
type Window = (typeof windows)[number];
type Who = (typeof people)[number];

const step = fc.record({
  window: fc.constantFrom(...windows),
  what: fc.constantFrom(
    'create',
    'save',
    'save',
    'save',
    'saveStale',
    'open',
    'takeOver',
    'discard',
    'assess',
    'receive',
    'receive',
    'receiveTwice',
    'receiveIncomplete',
    'search',
    'print',
    'lock',
    'unlock',
    'signIn',
    'signOut',
    'reopen',
    'wait',
  ),
  which: fc.nat({ max: 5 }),
  who: fc.constantFrom(...people),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Draft {
  owner: Who;
  revision: number;
  content: ReceiptContent;
}

interface Model {
  readonly drafts: Map<string, Draft>;
  readonly received: Map<string, { code: string; name: string }>;
  readonly signedIn: Map<Window, Who>;
  readonly locked: Set<Window>;
}

interface Running {
  desk: TestDesk;
  readonly folder: EnrolledFolder;
  readonly model: Model;
  readonly complete: ReceiptContent;
}

const same = (have: unknown, want: unknown): void => expect(have).toEqual(want);
const alike = (have: unknown, want: object): void => expect(have).toMatchObject(want);

/** The reply's value, or its code. A fault of the program is the test's failure. */
async function ask(run: Running, window: Window, name: string, input: unknown): Promise<{ value: unknown } | string> {
  const reply = await run.desk.desk.call({ session: window, trusted: true }, name, input);
  if (reply.ok) return { value: reply.value };
  expect([name, reply.error.code]).not.toEqual([name, 'GN-03']);
  return reply.error.code;
}

const signIn = (run: Running, window: Window, who: Who) =>
  ask(run, window, 'session.signIn', { login: who, password: passwordOf(who) });

async function reopen(run: Running): Promise<void> {
  await run.desk.desk.close();
  run.desk = await openTestDesk(run.folder.path);
  run.model.locked.clear();
  for (const window of windows) {
    const who = run.model.signedIn.get(window);
    if (who !== undefined) await signIn(run, window, who);
  }
}

async function take(run: Running, { window, what, which, who, name }: Step): Promise<void> {
  const { model } = run;
  const { drafts, received, signedIn, locked } = model;
  const me = signedIn.get(window);
  const id = [...drafts.keys()][which] ?? `019ab000-0000-7000-a000-00000000000${which}`;
  const draft = drafts.get(id);
  const applicant = run.complete.applicant === null ? null : { ...run.complete.applicant, name };
  const content: ReceiptContent = { ...run.complete, applicant };
  /** What anybody is answered who may not ask at all. */
  const barred = me === undefined ? 'DN-03' : locked.has(window) ? 'DN-04' : null;
  const call = async (call: string, input: unknown, expected: string | null): Promise<unknown> => {
    const answer = await ask(run, window, call, input);
    expect([call, typeof answer === 'string' ? answer : null]).toEqual([call, barred ?? expected]);
    return typeof answer === 'string' ? null : answer.value;
  };
  /** Why a draft is not this person's to touch. */
  const notMine = draft !== undefined && draft.owner !== me ? 'TN-03' : null;

  switch (what) {
    case 'create': {
      const made = await call('draft.create', { from: null }, null);
      if (made === null || me === undefined) return;
      const { id: fresh } = made as { id: string };
      await call('draft.save', { id: fresh, revision: 0, content }, null);
      drafts.set(fresh, { owner: me, revision: 1, content });
      return;
    }
    case 'save': {
      const gone = received.has(id) ? 'TN-02' : null;
      const revision = draft?.revision ?? 0;
      const saved = await call('draft.save', { id, revision, content }, gone ?? notMine);
      if (saved !== null && me !== undefined) drafts.set(id, { owner: me, revision: revision + 1, content });
      return;
    }
    case 'saveStale':
      if (draft !== undefined) {
        await call('draft.save', { id, revision: draft.revision - 1, content }, notMine ?? 'TN-06');
      }
      return;
    case 'open': {
      const opened = await call('draft.open', { id }, draft === undefined ? 'TN-02' : notMine);
      if (opened !== null) alike(opened, { revision: draft?.revision });
      return;
    }
    case 'takeOver': {
      const taken = await call('draft.takeOver', { id }, draft === undefined ? 'TN-02' : null);
      if (taken !== null && draft !== undefined && me !== undefined && draft.owner !== me) {
        drafts.set(id, { ...draft, owner: me, revision: draft.revision + 1 });
      }
      return;
    }
    case 'discard': {
      const done = await call('draft.discard', { id }, draft === undefined ? 'TN-02' : notMine);
      if (done !== null) drafts.delete(id);
      return;
    }
    case 'assess':
      await call('receipt.assess', { content }, null);
      return;
    case 'receiveIncomplete': {
      const answer = await ask(run, window, 'receipt.receive', {
        draftId: id,
        revision: draft?.revision ?? 0,
        content: { ...content, procedureCode: null },
      });
      if (received.has(id) && barred === null) alike(answer, { value: { code: received.get(id)?.code } });
      else same(answer, barred ?? notMine ?? 'TN-01');
      return;
    }
    case 'receive':
    case 'receiveTwice': {
      const input = { draftId: id, revision: draft?.revision ?? 0, content };
      const before = received.get(id);
      const answer = await ask(run, window, 'receipt.receive', input);
      if (barred !== null) {
        same(answer, barred);
        return;
      }
      if (before === undefined && (notMine !== null || typeof answer === 'string')) {
        // A name of nothing but invisible signs names nobody.
        same(answer, notMine ?? 'TN-01');
        return;
      }
      const { code } = (answer as { value: { code: string } }).value;
      if (before !== undefined) same(code, before.code);
      else received.set(id, { code, name });
      drafts.delete(id);
      if (what === 'receiveTwice') alike(await ask(run, window, 'receipt.receive', input), { value: { code } });
      return;
    }
    case 'search':
      await call('search.all', { text: name, limit: 10 }, null);
      return;
    case 'print': {
      const [dossierId] = [...received.keys()].slice(which);
      if (dossierId !== undefined) await call('slip.print', { dossierId, form: '01', about: null }, null);
      return;
    }
    case 'lock':
      await ask(run, window, 'session.lock', {});
      if (me !== undefined) locked.add(window);
      return;
    case 'unlock':
      if (me !== undefined && (await ask(run, window, 'session.unlock', { secret: passwordOf(me) })) !== 'DN-02') {
        locked.delete(window);
      }
      return;
    case 'signIn':
      await signIn(run, window, who);
      signedIn.set(window, who);
      locked.delete(window);
      return;
    case 'signOut':
      await ask(run, window, 'session.signOut', {});
      signedIn.delete(window);
      locked.delete(window);
      return;
    case 'reopen':
      await reopen(run);
      return;
    case 'wait':
      run.desk.clock.advance(10_000);
      return;
  }
}

/** What a third person sees is what the model holds. */
async function compare(run: Running): Promise<void> {
  const { desk, model } = run;
  await desk.signIn('phuoc');
  const rows = await desk.call('dossier.recent', { limit: 200 });
  const known = (of: Iterable<readonly [string, string]>) => [...of].sort(([a], [b]) => a.localeCompare(b));
  expect(known(rows.map(({ id, code }) => [id, code]))).toEqual(
    known([...model.received].map(([id, { code }]) => [id, code])),
  );
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  const drafts = await desk.call('draft.list', {});
  expect(known(drafts.map(({ id, owner }) => [id, owner]))).toEqual(
    known([...model.drafts].map(([id, { owner }]) => [id, `u-${owner}`])),
  );
  expect(await desk.call('attention.list', {})).toEqual([]);
  const { waiting } = await desk.call('status.get', {});
  expect(waiting.events).toBeGreaterThanOrEqual(model.received.size);
}

test('whatever two people do, in any order and over restarts, the desk holds what the model holds', async () => {
  const outcome = await fc.check(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const folder = await enrolledFolder({ numbers: { from: 251, to: 254 } });
      const desk = await openTestDesk(folder.path);
      await desk.signIn('phuoc');
      const complete = await completeReceipt(desk);
      const model: Model = { drafts: new Map(), received: new Map(), signedIn: new Map(), locked: new Set() };
      const run: Running = { desk, folder, model, complete };
      try {
        for (const [at, window] of windows.entries()) {
          const who = people[at] ?? 'ngan';
          await signIn(run, window, who);
          model.signedIn.set(window, who);
        }
        for (const one of steps) await take(run, one);
        await compare(run);
        await reopen(run);
        await compare(run);
      } finally {
        await run.desk.desk.close();
        folder.remove();
      }
    }),
    { numRuns: Number(process.env['QMC_USE_RUNS'] ?? 12) },
  );
  expect(outcome.failed ? fc.defaultReportMessage(outcome) : '').toBe('');
}, 300_000);
