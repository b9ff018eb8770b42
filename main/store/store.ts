import { sealerOf } from '../../contract/signing.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { adviceOf, type AdviceBook } from './advice.ts';
import { systemRandom } from '../random.ts';
import { backupBeforeMigration, backupNow } from './backup.ts';
import { beginningsOf, type Beginnings } from './beginnings.ts';
import { batchesOf, type Batches } from './batches.ts';
import { dossiersOf, type Dossiers } from './dossiers.ts';
import { draftsOf, type Drafts } from './drafts.ts';
import { forgetStaff } from './forget-staff.ts';
import { eventLogOf, type EventLog, type NewEvent, type Stamp } from './events.ts';
import type { DeskFolder } from './folder.ts';
import { compactOnce, followErasures, isErasedIn } from './erased-files.ts';
import { eraserOf } from './erasing.ts';
import { openJournal, readJournal } from './journal.ts';
import { hallsOf, type Halls } from './halls.ts';
import { journalBeside, unsentIn, type JournalBeside } from './journal-beside.ts';
import { leaveLog, moveFrom, type LeaveOrder, type LeaveParts } from './leaving.ts';
import { hearingOf, type Hearing } from './hearing.ts';
import { listsOf, type Lists } from './lists.ts';
import { metaOf, type Meta } from './meta.ts';
import { migrate } from './migrations.ts';
import { numbersOf, type Numbers } from './numbers.ts';
import { openBatchesOf, type OpenBatches } from './open-batches.ts';
import { outboxOf, type Outbox } from './outbox.ts';
import { peopleOf, type People } from './people.ts';
import { projectingOf } from './projecting.ts';
import { keepKnown } from './read-events.ts';
import { readBack } from './read-back.ts';
import { referenceOf, type ReferenceStore } from './reference.ts';
import type { Stumbled } from './refolding.ts';
import { rereadingOf } from './rereading.ts';
import { resultsOf, type Results } from './results.ts';
import { scanCopiesOf } from './scan-copies.ts';
import { scanFilesOf, type ScanFiles } from './scan-files.ts';
import { scansToSendOf, type ScansToSend } from './scans-to-send.ts';
import { scanVaultOf, type ScanVault } from './scan-vault.ts';
import { slipsOf, type Slips } from './slips.ts';
import type { StoreOptions } from './store-options.ts';
import { submittedViewsOf, type SubmittedViews } from './submitted-views.ts';
import { takeUpAgain } from './put-back.ts';
import { takingMuch, type TakingMuch } from './taking-much.ts';
import { toGiveOf, type ToGiveList } from './to-give.ts';
import { unheardOf, type Unheard } from './unheard.ts';
import { worklistsOf, type Worklists } from './worklists.ts';
import { asStorageProblem, makeDurable, openSqlite, type DatabaseKey, type Sqlite } from './sqlite.ts';

/** Everything one desk keeps. One writer, synchronous: no other work can slip into a transaction. */
export interface Store {
  readonly meta: Meta;
  readonly dossiers: Dossiers;
  readonly lists: Lists;
  readonly worklists: Worklists;
  readonly drafts: Drafts;
  readonly numbers: Numbers;
  readonly batches: Batches;
  readonly advice: AdviceBook;
  readonly submittedViews: SubmittedViews;
  readonly openBatches: OpenBatches;
  readonly toGive: ToGiveList;
  readonly results: Results;
  readonly unheard: Unheard;
  readonly halls: Halls;
  readonly outbox: Outbox;
  readonly hearing: Hearing;
  readonly beginnings: Beginnings;
  readonly slips: Slips;
  readonly scans: ScanFiles;
  readonly toSend: ScansToSend;
  /** The bytes of digitised papers. */
  readonly vault: ScanVault;
  readonly people: People;
  readonly reference: ReferenceStore;
  /** The log; null until the machine is enrolled. */
  readonly log: EventLog | null;
  /** Opens the log once enrolment has written its keys. */
  openLog(): EventLog;
  /** Runs `work` in one durable transaction. @throws ProblemError LT-03 disk full, LT-01 damaged */
  transact<T>(work: () => T): T;
  /** For the time in which very much is taken in; `end` it. */
  takeMuch(): TakingMuch;
  /**
   * Writes events of the own log: sealed, journaled, stored, queued and projected in one fsynced transaction, together
   * with whatever else `also` writes (a number taken, a draft removed). Saved once this returns; not at all when it throws.
   */
  record(plan: () => RecordPlan): LogEvent[];
  /**
   * Leaves the own log where events of the province contradict what stands in it (a clone, a copy put back), so that
   * nothing is lost; call inside `transact`, with all that came in one answer, before any of it is taken in.
   * @returns the own log now, which these contradict in nothing
   */
  agreeWith(events: readonly LogEvent[]): string;
  /**
   * Takes in events as the province holds them and folds the aggregates they touch; call inside `transact`. Where they
   * contradict what stands in the own log (a clone, a copy put back), that log is left first, so that nothing is lost.
   * @param agreed what `agreeWith` has answered of these: while that log is still the own one they are not compared again
   */
  takeIn(events: readonly LogEvent[], agreed?: string): number;
  /** Leaves the own log for a new one, with what it could not bring to the province. */
  leaveLog(order: LeaveOrder): void;
  /** A place of the own log that will never reach the province: nothing waits for it, and a `log.hole` tells of it. */
  giveUp(log: string, seq: number): void;
  /** Moves what the province does not know of a log left before to the end of the own one. */
  moveFromFormer(log: string, from: number | null): void;
  /** Shows what the release before this one could not read, a few rows at a time. @returns whether there is more to look at */
  rereadSome(stumbled: Stumbled): boolean;
  /** Drops the journal when nothing is unsent. */
  tidyJournal(): void;
  /**
   * Takes what an erasure by law has left beside the database: older parts of the index, files, journals, copies.
   * @returns whether there was anything to do
   * @throws Error disk full or not writable; it is due again
   */
  followErasures(stamp: string): Promise<boolean>;
  /** Told, inside its transaction, when something was erased: `followErasures` is due. */
  whenErased(told: () => void): void;
  /** Takes the staff off this machine, its copies too; once, where nobody signs in. @throws Error disk full, not writable */
  forgetStaff(): void;
  backup(stamp: string): Promise<string>;
  /** Keeps the scans beside the copy of that stamp, each file once. */
  keepScans(stamp: string): Promise<void>;
  /** Puts back scans that are known here, missing in the vault and kept beside the copies. @returns how many */
  giveBackScans(): Promise<number>;
  close(): void;
}

export interface RecordPlan {
  readonly events: readonly { readonly event: NewEvent; readonly stamp: Stamp }[];
  readonly also?: () => void;
  readonly now: number;
}

/** @throws ProblemError LT-01, LT-02, LT-03, LT-04, LT-07; the file is left as it was. */
export function openStore(folder: DeskFolder, key: DatabaseKey, options: StoreOptions): Store {
  const db = openSqlite(folder.database, key, { create: options.create });
  let beside: JournalBeside;
  let isCopy: boolean;
  try {
    makeDurable(db);
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`);
    migrate(db, (from) =>
      backupBeforeMigration(db, folder.database, folder.backups, { from, stamp: options.stamp, key }),
    );
    isCopy = metaOf(db).get('isCopy') === true;
    compactOnce(db);
    beside = journalBeside(db, folder.journal, key, { stamp: options.stamp, isCopy });
  } catch (error) {
    db.close();
    throw asStorageProblem(error);
  }
  const vault = scanVaultOf(folder.scans, key, { passing: options.passing });
  vault.tidy();
  return storeOf(db, beside, vault, folder, { ...options, key, isCopy });
}

function storeOf(
  db: Sqlite,
  { journal, lost }: JournalBeside,
  vault: ScanVault,
  folder: DeskFolder,
  options: StoreOptions & { readonly key: DatabaseKey; readonly isCopy: boolean },
): Store {
  const { passing = () => undefined, newId = () => systemRandom.id() } = options;
  const meta = metaOf(db);
  const scans = scanFilesOf(db);
  const erasures = openJournal(folder.erasures, options.key);
  const copies = scanCopiesOf(folder.scans, folder.backups);
  const people = peopleOf(db);
  const reference = referenceOf(db);
  const toGive = toGiveOf(db);
  const results = resultsOf(db);
  const batches = batchesOf(db);
  const advice = adviceOf(db);
  const unheard = unheardOf(db);
  const halls = hallsOf(db);
  let erasedNow = (): void => undefined;
  const eraser = eraserOf(db, (event) => {
    erasures.append([event]);
    erasedNow();
  });
  const dossiers = dossiersOf(
    db,
    eraser,
    (view) => {
      toGive.project(view);
      results.project(view);
      const kept = view.scans.filter((scan) => scan.removedBecause === null).map(({ fileId }) => fileId);
      scans.named(view.id, kept);
    },
    (id) => {
      toGive.remove(id);
      results.remove(id);
      scans.named(id, []);
    },
  );
  const outbox = outboxOf(db, (eventId) => {
    // The province keeps it apart, or has let it in: what it is about is folded without it, or with it, and the hall hears of it.
    const own = log ?? openLog();
    const event = own.comesAnew(eventId);
    if (event !== null) projectAll([event], own);
    hearing.grown();
  });
  const hearing = hearingOf(db, () => ({ transact, outbox, beginnings, agreeWith, project: projectAll, passing }));
  let log: EventLog | null = null;
  let much: TakingMuch | null = null;
  let isCopied = false;

  const transact = <T>(work: () => T): T => {
    try {
      const done = db.transaction(work).immediate();
      if (!db.inTransaction) journal.ended(true);
      return done;
    } catch (error) {
      if (!db.inTransaction) journal.ended(false);
      // A log begun in a transaction that came to nothing.
      if (log !== null && !db.inTransaction && meta.get('enrolment')?.log !== log.head().log) openLog();
      throw asStorageProblem(error);
    }
  };
  const openLog = (): EventLog => {
    const enrolment = meta.get('enrolment');
    const deviceKey = meta.get('deviceKey');
    if (enrolment === null || deviceKey === null) throw new Error('no log before enrolment');
    log = eventLogOf(db, { device: enrolment.device, log: enrolment.log, sealer: sealerOf(deviceKey) });
    return log;
  };
  const projectAll = projectingOf({ dossiers, unheard, batches, advice, halls, eraser });
  const rereading = rereadingOf(db, meta, (events) => projectAll(events, log ?? openLog()));
  const beginnings = beginningsOf(db);
  const giveUp: LeaveParts['giveUp'] = (of, seq) => outbox.giveUp(of, seq);
  const parts: LeaveParts = { meta, reference, journal, openLog, newId, beginnings, giveUp };
  const leave = (order: LeaveOrder): EventLog => {
    const moved = leaveLog(parts, order);
    const own = log ?? openLog();
    projectAll(moved, own);
    return own;
  };
  const agreeWith = (events: readonly LogEvent[]): EventLog => {
    const against = (log ?? openLog()).contradictionIn(events);
    return against === null ? (log ?? openLog()) : leave({ because: 'place-taken', ...against });
  };
  const takeIn = (events: readonly LogEvent[], agreed?: string): number => {
    // What is written meanwhile stands behind: no event of a page that was compared can come to contradict it.
    const own = log !== null && log.head().log === agreed ? log : agreeWith(events);
    const fresh = events.filter((event) => own.insertForeign(event));
    passing('page-inserted');
    projectAll(fresh, own);
    passing('page-projected');
    hearing.grown();
    return fresh.length;
  };
  const backup = async (stamp: string): Promise<string> => {
    isCopied = true;
    try {
      await much?.rest();
      return await backupNow(db, folder.database, folder.backups, { stamp, key: options.key });
    } finally {
      isCopied = false;
      much?.goOn();
    }
  };
  if (meta.get('enrolment') !== null) {
    openLog();
    if (options.isCopy || lost.length > 0) transact(() => takeUpAgain(leave, parts, lost, projectAll));
    const forgotten = readJournal(folder.erasures, options.key)
      .writes.flat()
      .filter(({ envelope }) => (log ?? openLog()).hashOf(envelope.id) === null);
    // Put back from a copy that is older than they are: before anybody sees what it holds.
    if (forgotten.length > 0) transact(() => takeIn(forgotten));
  }

  return {
    meta,
    dossiers,
    batches,
    advice,
    submittedViews: submittedViewsOf(db),
    openBatches: openBatchesOf(db),
    toGive,
    results,
    unheard,
    halls,
    outbox,
    hearing,
    beginnings,
    lists: listsOf(db),
    worklists: worklistsOf(db),
    drafts: draftsOf(db),
    numbers: numbersOf(db),
    slips: slipsOf(db),
    scans,
    toSend: scansToSendOf(db),
    vault,
    people,
    reference,
    get log() {
      return log;
    },
    openLog,
    transact,
    takeMuch() {
      much = takingMuch(db, { path: folder.database, key: options.key, transact, isCopied });
      return much;
    },
    record(plan) {
      const own = log ?? openLog();
      const before = own.head();
      const mark = journal.mark();
      try {
        const recorded = transact(() => {
          passing('begun');
          const { events, also, now } = plan();
          const written = events.map(({ event, stamp }) => {
            const says = readBack(event);
            const sealed = own.prepare(event, stamp);
            keepKnown(sealed, says);
            passing('sealed');
            own.insertOwn(sealed, now);
            passing('inserted');
            return sealed;
          });
          journal.append(written);
          passing('journaled');
          projectAll(written, own);
          passing('projected');
          also?.();
          passing('before-commit');
          return written;
        });
        passing('committed');
        hearing.grown();
        return recorded;
      } catch (error) {
        own.restoreHead(before);
        journal.backTo(mark);
        throw error;
      }
    },
    agreeWith: (events) => agreeWith(events).head().log,
    takeIn,
    leaveLog: (order) => transact(() => void leave(order)),
    giveUp(of, seq) {
      const { named } = (log ?? openLog()).remnantOf(of, seq);
      meta.set('holes', [...(meta.get('holes') ?? []), { log: of, seq, ...named }]);
      outbox.giveUp(of, seq);
    },
    moveFromFormer: (former, from) =>
      transact(() => {
        const own = log ?? openLog();
        projectAll(moveFrom(parts, own, former, { from, renamed: [] }), own);
      }),
    rereadSome: (stumbled) => transact(() => rereading(stumbled)),
    tidyJournal() {
      if (!journal.isEmpty && outbox.isEmpty()) journal.clear();
    },
    keepScans: (stamp) => copies.keep(vault.hashes(), stamp),
    giveBackScans: () => copies.giveBack(scans.hashes()),
    followErasures: (stamp) =>
      followErasures(
        {
          folder,
          key: options.key,
          eraser,
          journal,
          scans,
          vault,
          copies,
          transact,
          unsent: () => unsentIn(db),
          isErased: isErasedIn(db),
          backup,
        },
        stamp,
      ),
    whenErased(told) {
      erasedNow = told;
    },
    forgetStaff: () => forgetStaff({ db, meta, people, reference, backups: folder.backups, transact }),
    backup,
    close() {
      erasures.close();
      journal.close();
      compactOnce(db);
      db.close();
    },
  };
}

/** The body of an event, ready to be hashed: throws on what has no canonical form (a fraction, undefined). */
export function bodyOf(body: object): Json {
  // `canonical` is the check: it throws unless the value really is Json.
  const json = body as Json;
  canonical(json);
  return json;
}
