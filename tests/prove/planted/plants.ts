/** Texts of a source file, and what stands there instead. */
interface Broken {
  readonly file: string;
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** One way the program could be broken. */
export interface Plant extends Broken {
  readonly name: string;
  /** Other files that have to be wrong as well: a guard behind the guard. */
  readonly also?: readonly Broken[];
}

/** Mistakes a tired engineer makes. Each text must stand in its file exactly once: a plant that no longer fits is told. */
export const plants: readonly Plant[] = [
  {
    name: 'places that are held already are not looked for',
    file: 'server/push/push.ts',
    changes: [{ from: 'if (place.seq <= head.seq) {', to: 'if (place.seq < 0) {' }],
  },
  {
    name: 'the cursor is kept before the page',
    file: 'main/sync/pages.ts',
    changes: [
      {
        from: '      fresh += await takePage(page, { store, by: much ?? store, turns, stopped, whenAll });',
        to: '      store.transact(() => keep(reply));\n      fresh += await takePage(page, { store, by: much ?? store, turns, stopped, whenAll });',
      },
    ],
  },
  {
    name: 'a province put back from a copy trusts revoked desks again',
    file: 'server/revocation/revoke.ts',
    changes: [
      {
        from: 'for (const one of list.read()) {\n    again.push',
        to: 'for (const one of list.read().slice(0, 0)) {\n    again.push',
      },
    ],
  },
  {
    name: 'a batch is acknowledged before its commit',
    file: 'server/store/transaction.ts',
    changes: [
      {
        from: '      return await db.transaction().execute(async (tx) => {\n        const done = await work(tx);\n        await sql`set local statement_timeout = 0`.execute(tx);\n        return done;\n      });',
        to: `      return await new Promise<T>((told, failed) => {
        db.transaction()
          .execute(async (tx) => {
            const done = await work(tx);
            told(done);
            return done;
          })
          .catch(failed);
      });`,
      },
    ],
  },
  {
    name: 'what an act comes after is dropped',
    file: 'main/desk/acting.ts',
    changes: [{ from: '            after,\n', to: '            after: [],\n' }],
  },
  {
    name: 'the wall clock decides the order',
    file: 'domain/log/order.ts',
    changes: [
      {
        from: 'function byPlace(a: Place, b: Place): number {',
        to: 'function byPlace(a: Place, b: Place): number {\n  const at = (place: Place): number => (place as Envelope).at.device;\n  if (at(a) !== at(b)) return at(a) - at(b);',
      },
    ],
  },
  {
    name: 'events are folded in the order they arrived in',
    file: 'domain/log/order.ts',
    changes: [{ from: 'const rest = [...events].sort(byPlace);', to: 'const rest = [...events];' }],
  },
  {
    name: 'events are folded before what they come after',
    file: 'domain/log/order.ts',
    changes: [
      {
        from: '!event.after.every((parent) => done.has(parent))',
        to: '(event.after.length > 3 && !event.after.every((parent) => done.has(parent)))',
      },
    ],
  },
  {
    name: 'a number is printed again',
    file: 'main/store/numbers.ts',
    changes: [
      {
        from: '      take.run(kind, prefix, date, number, dossierId);',
        to: '      if (number % 5 !== 0) take.run(kind, prefix, date, number, dossierId);',
      },
    ],
  },
  {
    name: 'a range of numbers is given to two logs',
    file: 'server/store/grants.ts',
    changes: [{ from: 'freeRange(given.map(grantOf), {', to: 'freeRange([], {' }],
    also: [
      {
        file: 'server/store/migrations/001-first-tables.ts',
        changes: [
          { from: 'before insert or update on number_grant', to: 'before truncate on number_grant' },
          {
            from: 'for each row execute function grant_does_not_overlap()',
            to: 'for each statement execute function grant_does_not_overlap()',
          },
        ],
      },
    ],
  },
  {
    name: 'what is kept apart comes into the feed all the same',
    file: 'server/store/feed.ts',
    changes: [{ from: 'fitting.filter((row) => !row.quarantined).map(eventText)', to: 'fitting.map(eventText)' }],
  },
  {
    name: 'one poisonous event stops the batch',
    file: 'server/push/take-in.ts',
    changes: [{ from: "return apart ?? 'XV-03';", to: "throw new Error('cannot be read');" }],
  },
  {
    name: 'a failed push empties the outbox',
    file: 'main/sync/push.ts',
    changes: [
      {
        from: "      if (outcome.kind === 'failed' || said === null) {\n",
        to: "      if (outcome.kind === 'failed' || said === null) {\n        store.transact(() => batch.forEach(({ seq }) => store.outbox.giveUp(log, seq)));\n",
      },
    ],
  },
  {
    name: 'places in a feed are given without its lock',
    file: 'server/store/feed.ts',
    changes: [
      { from: "  await lockInOrder(tx, 'office', locked);\n", to: '' },
      {
        from: 'named.filter((office) => !locked.has(office)),',
        to: 'named.filter(() => false),',
      },
    ],
  },
  {
    name: 'the head of a log is not moved on',
    file: 'server/store/logs.ts',
    changes: [{ from: '.set({ head, head_hash: hash })', to: '.set({ head_hash: hash })' }],
  },
  {
    name: 'an office that becomes concerned does not get what went before',
    file: 'server/push/history.ts',
    changes: [
      {
        from: 'flatMap((office) => members.flatMap((member) => feed(office, member)))',
        to: 'flatMap((office) => members.slice(-1).flatMap((member) => feed(office, member)))',
      },
    ],
  },
  {
    name: 'what was written stays in memory when the write failed',
    file: 'main/store/store.ts',
    changes: [{ from: '        own.restoreHead(before);\n', to: '' }],
  },
  {
    name: 'an event is told saved without its commit',
    file: 'main/store/store.ts',
    changes: [
      {
        from: '        journal.backTo(mark);\n        throw error;',
        to: "        journal.backTo(mark);\n        if (error instanceof Error && 'code' in error && error.code === 'LT-03') return [];\n        throw error;",
      },
    ],
  },
  {
    name: 'a desk that failed never tries again',
    file: 'main/sync/sync.ts',
    changes: [
      {
        from: '(error: unknown) => (stopped ? 0 : failed(error)),',
        to: '(error: unknown) => (stopped ? 0 : failed(error) * 1e6),',
      },
    ],
  },
  {
    name: 'what the host writes of the hall comes after nothing',
    file: 'main/desk/hall/deciding.ts',
    changes: [{ from: 'after: before === undefined ? each.after : [before],', to: 'after: [],' }],
  },
  {
    name: 'what the province has judged is not told on through the hall',
    file: 'main/store/hearing.ts',
    changes: [{ from: "seq > 0 && ending !== 'refused' && (about", to: 'seq > 0 && ending === null && (about' }],
  },
  {
    name: 'a body erased by law is stored when it is sent again',
    file: 'server/push/silenced.ts',
    changes: [{ from: '    bodyText: null,\n    salt: null,\n', to: '' }],
  },
  {
    name: 'a desk keeps the body that an erasure names',
    file: 'main/store/erasing.ts',
    changes: [{ from: '        clear.run(event.envelope.id, thing);\n', to: '' }],
  },
  {
    name: 'a paper is told as sent with its last byte',
    file: 'main/sync/scan-lane.ts',
    changes: [
      {
        from: '    if (progress.offset === bytes) return confirm(hash, bytes);',
        to: '    if (progress.offset === bytes) return store.transact(() => store.toSend.sent(hash, clock.now()));',
      },
    ],
  },
  {
    name: 'papers are not asked for again after a restore',
    file: 'main/sync/pages.ts',
    changes: [
      {
        from: 'if (before !== null && before !== epoch) toSend',
        to: 'if (before === epoch && before !== epoch) toSend',
      },
    ],
  },
  {
    name: 'the province keeps a paper whatever its bytes are',
    file: 'server/scans/keep.ts',
    changes: [{ from: '(await hashOf(store, upload)) !== hash', to: "(await hashOf(store, upload)) === ''" }],
  },
  {
    name: 'an update folds nothing again',
    file: 'main/store/dossiers.ts',
    changes: [
      { from: 'stale({ version: FOLD_VERSION, limit,', to: 'stale({ version: FOLD_VERSION, limit: limit * 0,' },
    ],
  },
  {
    name: 'what an older release could not read is not read again',
    file: 'main/store/rereading.ts',
    changes: [{ from: 'if (isSame && before.isDone) return false;', to: 'if (isSame || db.open) return false;' }],
  },
  {
    name: 'after a restore nothing is compared',
    file: 'main/sync/comparing.ts',
    changes: [{ from: "let isWhole = store.meta.get('compared') === null;", to: 'let isWhole = true;' }],
  },
  {
    name: 'what the province had confirmed and has forgotten is not looked for',
    file: 'main/sync/forgotten.ts',
    changes: [{ from: '  if (log === null) return [];\n', to: '  if (log === null || meta) return [];\n' }],
  },
  {
    name: 'what a desk says the province had confirmed is not believed',
    file: 'server/push/verdict.ts',
    changes: [{ from: 'isConfirming(key, verdict)) confirmed.add', to: 'verdict.eventId === null) confirmed.add' }],
  },
  {
    name: 'what moves from a log left before loses its last event',
    file: 'main/store/store.ts',
    changes: [
      {
        from: 'moveFrom(parts, own, former, {',
        to: 'moveFrom(parts, { ...own, toMove: (...of) => own.toMove(...of).slice(0, -1) }, former, {',
      },
    ],
  },
  {
    name: 'what waited until its office was concerned is not let in',
    file: 'server/push/push.ts',
    changes: [{ from: '    await letInConcerned(work, [...work.kinds.keys()]);\n', to: '' }],
  },
];
