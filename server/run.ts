import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { runAfterUpdate } from './after-update.ts';
import { createServer } from './app.ts';
import { systemClock } from './clock.ts';
import { demoConfig, fillDemo } from './demo.ts';
import { createHints, hintTopics, type Hints } from './hints.ts';
import { importOffices, importReference } from './import-reference.ts';
import { openSender } from './messages/open-sender.ts';
import { createMetrics } from './metrics.ts';
import { serveMetrics } from './metrics-server.ts';
import { runMessages, type MessageRun } from './messages/run.ts';
import type { ListenOptions } from './options.ts';
import { openPlace } from './place.ts';
import { portalFiles } from './portal/files.ts';
import { usualLimits, type Clock } from './ports.ts';
import { systemRandom } from './random.ts';
import { revocationListIn } from './revocation/list.ts';
import { completeList, revokedAgain } from './revocation/revoke.ts';
import { runSweep } from './scans/sweep.ts';
import { openScanStore } from './scans/store.ts';
import { createScrypt } from './scrypt.ts';
import { assertSame, setUpProvince } from './set-up.ts';
import { listenForNotices, notify } from './store/notices.ts';
import { provinceOf } from './store/province.ts';

export interface RunningServer {
  readonly url: string;
  /** Finishes what is under way, then ends; with a PostgreSQL of our own, that too. */
  stop(): Promise<void>;
}

/**
 * Opens the province and listens. The demonstration sets itself up; a real one must have been (`cli.ts init`).
 * @throws Error with the reason, in Vietnamese and English where a person can act on it
 */
export async function runServer(
  options: ListenOptions,
  log: FastifyBaseLogger,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  const place = await openPlace(options, (error) => log.warn({ fault: error.name }, 'a database connection broke'));
  const { db, key } = place;
  try {
    const scrypt = createScrypt();
    const province = options.demo
      ? await setUpProvince(db, { name: 'Tỉnh Đồng Tháp (bản thử)', key, demo: true, random: systemRandom })
      : await provinceOf(db);
    if (province === null) {
      throw new Error(
        'Tỉnh chưa được thiết lập: chạy cli.ts init trước.\nThe province is not set up: run cli.ts init first.',
      );
    }
    assertSame(province, { key, demo: options.demo });
    const { put, offices } = await importReference(db, options.catalogue, clock, true);
    if (put.length > 0) log.info({ put }, 'reference data in force');
    if (options.demo) {
      await importOffices(db, offices, true);
      await fillDemo(db, scrypt);
    }
    const revocations = revocationListIn(place.folder);
    // A database that somebody put back without `cli.ts restored` trusts no stolen machine for that.
    const again = await revokedAgain(db, revocations, clock.now());
    if (again.length > 0) log.warn({ devices: again }, 'revoked again by the list: the database had forgotten it');
    await completeList(db, revocations);
    /** What another instance or the command line has revoked is in this one's list too. */
    let listing = Promise.resolve();
    const list = (): void => {
      listing = listing
        .then(() => completeList(db, revocations))
        .then(
          () => undefined,
          (error: unknown) =>
            log.error({ err: error }, 'the list of revoked machines lags; the next start completes it'),
        );
    };
    const hints: Hints = createHints((topic, office, by = '') => {
      notify(db, `${topic} ${office} ${by}`.trim()).catch(() => hints.tell(topic, office, by));
    });
    const notices = await listenForNotices(place.databaseUrl, (text) => {
      const [name, office, by] = text.split(' ');
      const topic = hintTopics.find((each) => each === name);
      if (topic !== undefined && office !== undefined) hints.tell(topic, office, by);
      if (topic === 'reference' && office === '*') list();
    });
    const limits = { ...usualLimits, address: options.addressLimit };
    const config = { demo: options.demo ? demoConfig : null, limits, proxies: options.proxies };
    const keys = { server: key };
    const opened = await openSender(options.messages, clock);
    if (opened === null) log.warn('no sender of messages to citizens is set: they wait');
    let messages: MessageRun | null = null;
    const took = (): void => messages?.wake();
    const scans = await openScanStore(options.scans, key);
    let stopping: Promise<void> | null = null;
    const isEnding = (): boolean => stopping !== null;
    const metrics = createMetrics({ process: true });
    const files = portalFiles(options.portalFiles, options.demo);
    const app = createServer({
      db,
      clock,
      random: systemRandom,
      keys,
      config,
      log,
      scans,
      revocations,
      hints,
      scrypt,
      took,
      portalFiles: files,
      metrics,
      isEnding,
    });
    const figures = options.metrics === null ? null : await serveMetrics(metrics, options.metrics);
    if (figures !== null) log.info({ at: figures.url }, 'figures for Prometheus');
    const url = await app.listen({ host: options.host, port: options.port });
    if (opened !== null) {
      messages = runMessages({ db, clock, random: systemRandom, sender: opened.sender }, log);
    }
    const sweep = runSweep({ db, clock, store: scans }, log);
    const afterUpdate = runAfterUpdate(
      {
        db,
        clock,
        key,
        grown: (offices) => {
          hints.publish('feed', offices);
          took();
        },
        poisoned: (error) =>
          log.error({ kind: error instanceof Error ? error.name : typeof error }, 'what was kept apart stays so'),
      },
      log,
    );
    return {
      url,
      stop: () =>
        (stopping ??= (async () => {
          // A balancer that asks /ready sends no more here; only then are new connections refused.
          await pause(options.leaveAfterMs);
          await app.close();
          await figures?.close();
          await messages?.stop();
          await opened?.close();
          await sweep.stop();
          scans.close();
          await afterUpdate.stop();
          await notices.close();
          await listing;
          await place.close(true);
        })()),
    };
  } catch (error) {
    await place.close(place.embedded?.wasRunning === false);
    throw error;
  }
}
