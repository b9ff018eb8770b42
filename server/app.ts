import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { CHUNK_TYPE } from '../contract/scans.ts';
import { MAX_BATCH_BYTES } from '../contract/sync.ts';
import { createAtWork, roomFor } from './at-work.ts';
import { signatureCheck, signerOf } from './auth.ts';
import { closeWhenDrained } from './drain.ts';
import { answerBrokenAddress, answerBrokenRequest, answerErrors } from './errors.ts';
import { createContacts } from './contacts.ts';
import { createHints, type Hints } from './hints.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createNonces } from './nonce.ts';
import { Refusal } from './problem.ts';
import type { Clock, Randomness, ServerConfig, ServerKeys } from './ports.ts';
import { adminRoutes } from './routes/admin.ts';
import { boardRoute } from './routes/board.ts';
import { submittedFileRoute } from './routes/submitted-file.ts';
import { hallRulesRoute } from './routes/hall-rules.ts';
import { slipTemplateRoutes } from './routes/slip-templates.ts';
import { courierRoute } from './routes/courier.ts';
import { enrolRoute } from './routes/enrol.ts';
import { hintsRoute } from './routes/hints.ts';
import { importRoute } from './routes/import.ts';
import { logAdminRoutes } from './routes/logs-admin.ts';
import { logRoutes } from './routes/logs.ts';
import { restateRoute } from './routes/restate.ts';
import { openRoutes } from './routes/open.ts';
import { pullRoute } from './routes/pull.ts';
import { pushRoute } from './routes/push.ts';
import { referenceRoute } from './routes/reference.ts';
import { scanRoutes, type ScanContext } from './routes/scans.ts';
import { sessionRoutes } from './routes/session.ts';
import { uploadRoutes } from './routes/uploads.ts';
import type { RevocationList } from './revocation/list.ts';
import type { ScanStore } from './scans/store.ts';
import { tusOver } from './scans/tus.ts';
import { portalFiles, type PortalFiles } from './portal/files.ts';
import { createScrypt, type Scrypt } from './scrypt.ts';
import type { Db } from './store/pool.ts';

export interface ServerOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly keys: ServerKeys;
  readonly config: ServerConfig;
  readonly log: FastifyBaseLogger;
  /** Where digitised papers are kept. */
  readonly scans: ScanStore;
  /** The list of revoked machines outside the database. */
  readonly revocations: RevocationList;
  readonly hints?: Hints;
  readonly scrypt?: Scrypt;
  /** Told after each batch that was taken in. */
  readonly took?: () => void;
  readonly metrics?: Metrics;
  /** True from the moment the server is asked to end: it is not ready for new work any more. */
  readonly isEnding?: () => boolean;
  /** Files at the portal; without it none can be opened. */
  readonly portalFiles?: PortalFiles;
}

/** The provincial server (máy chủ của tỉnh) over a migrated database. Holds no state of its own: any number may run on one. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { db, clock, random, keys, config, log } = options;
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    // A body of exactly the largest batch still passes.
    bodyLimit: MAX_BATCH_BYTES,
    // What is worth a line, each route says itself.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => random.id(),
    // The proxy that ends the TLS; nobody else's word on where a request came from counts.
    trustProxy: [...(config.proxies ?? ['loopback'])],
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    frameworkErrors: answerBrokenAddress,
    clientErrorHandler: answerBrokenRequest,
    routerOptions: { maxParamLength: 100 },
  });
  const nonces = createNonces(keys.server, clock, random);
  const hints = options.hints ?? createHints();
  const metrics = options.metrics ?? createMetrics({ process: false });

  app.decorateRequest('signedBy', null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/json', CHUNK_TYPE], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-next-nonce', nonces.next()).header('cache-control', 'no-store');
    done();
  });
  answerErrors(app);
  closeWhenDrained(app);
  metrics.watch(app);
  metrics.readFrom({ db, clock, hintLines: () => hints.lines() });

  void app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  void app.register(rateLimit, {
    max: config.limits.address,
    timeWindow: 60_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) => new Refusal(429, 'DT-04', { retryAfter: Math.ceil(ttl / 1000) }),
  });
  void app.register((routes, _options, done) => {
    const limited = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
      const check = routes.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
      return async (request: FastifyRequest): Promise<void> => {
        const limit = await check(request);
        if (!limit.isAllowed && limit.isExceeded) throw new Refusal(429, 'DT-04', { retryAfter: limit.ttlInSeconds });
      };
    };
    const ofDevice = limited(config.limits.device, (request) => signerOf(request).id);
    const signed = [signatureCheck(db, nonces, { revokedToo: false }), ofDevice];
    const context: ScanContext = {
      app: routes,
      db,
      clock,
      random,
      keys,
      config,
      nonces,
      hints,
      scans: options.scans,
      revocations: options.revocations,
      tus: tusOver(options.scans),
      scrypt: options.scrypt ?? createScrypt(),
      took: options.took ?? (() => undefined),
      metrics,
      contacts: createContacts(db, clock),
      atWork: createAtWork(config.limits),
      room: roomFor(config.limits.chunks),
      isEnding: options.isEnding ?? (() => false),
      portalFiles: options.portalFiles ?? portalFiles([], false),
      signed,
      signedOrRevoked: [signatureCheck(db, nonces, { revokedToo: true }), ofDevice],
      guessingAnywhere: [limited(config.limits.guesses, (request) => request.ip)],
      guessingSigned: [...signed, limited(config.limits.guesses, (request) => signerOf(request).id)],
    };
    openRoutes(context);
    enrolRoute(context);
    pushRoute(context);
    logRoutes(context);
    restateRoute(context);
    courierRoute(context);
    importRoute(context);
    submittedFileRoute(context);
    pullRoute(context);
    hintsRoute(context);
    referenceRoute(context);
    sessionRoutes(context);
    boardRoute(context);
    adminRoutes(context);
    logAdminRoutes(context);
    slipTemplateRoutes(context);
    hallRulesRoute(context);
    uploadRoutes(context);
    scanRoutes(context);
    done();
  });
  return app;
}
