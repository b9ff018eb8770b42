import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { PushReply } from '../contract/sync.ts';
import { databaseGauges, type DatabaseFigures } from './metrics-gauges.ts';

/**
 * What the server counts, for Prometheus. Labels are routes, statuses, ends and offices: nothing a person typed, no
 * address and no device.
 */
export interface Metrics {
  /** Counts and times every request of this server. */
  watch(app: FastifyInstance): void;
  pushed(events: number, reply: PushReply): void;
  /** Where the figures that stand in the database, and those of this instance's pool, are read. */
  readFrom(source: DatabaseFigures): void;
  /** All of it, in the text form Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; 0.35 is what a push may take at the 99th of a hundred (docs/scale). */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 1, 2.5, 5, 10, 30];

/** @param process also tells of the process itself: memory, event loop, garbage */
export function createMetrics({ process }: { readonly process: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'qmc_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'qmc_request_seconds',
    help: 'From the first byte of a request to the last of its answer; streams of hints are left out',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers,
  });
  const batches = new Counter({
    name: 'qmc_push_batches_total',
    help: 'Pushed batches: all of it has a verdict, a gap was found, or an event was refused',
    labelNames: ['outcome'],
    registers,
  });
  const events = new Counter({ name: 'qmc_push_events_total', help: 'Events that were pushed', registers });
  const verdicts = new Counter({
    name: 'qmc_push_verdicts_total',
    help: 'Verdicts answered, repeats among them',
    labelNames: ['end'],
    registers,
  });
  let refresh = (): Promise<void> => Promise.resolve();
  return {
    watch(app) {
      app.addHook('onResponse', (request, reply, done) => {
        const { method } = request;
        const route = request.routeOptions.url ?? 'none';
        requests.inc({ method, route, status: reply.statusCode });
        if (route !== '/v1/hints') durations.observe({ method, route }, reply.elapsedTime / 1000);
        done();
      });
    },
    pushed(count, reply) {
      const refused = reply.verdicts.some((verdict) => verdict.end === 'refused');
      batches.inc({ outcome: refused ? 'refused' : reply.expected === null ? 'whole' : 'gap' });
      events.inc(count);
      for (const { end } of reply.verdicts) verdicts.inc({ end });
    },
    readFrom(source) {
      refresh = databaseGauges(registry, source);
    },
    async text() {
      await refresh();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
