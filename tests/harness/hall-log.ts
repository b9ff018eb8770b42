import type { Host } from '../../domain/ticket/example.ts';
import { systemRandom } from '../../server/random.ts';
import { json, type TestWriter } from './writer.ts';

/** Seals what a host of the hall has decided into its log, each event after its parents; what stands there already stays. */
export interface HallLog {
  /** The events that were new. */
  seal(): readonly ReturnType<TestWriter['write']>[];
}

export function hallLog(writer: TestWriter, host: Host): HallLog {
  const hall = systemRandom.id();
  const ids = new Map<string, string>();
  return {
    seal() {
      return host.written.slice(ids.size).map(({ envelope, write }) => {
        const { type, version, body } = write.event;
        const after = envelope.after.map((id) => ids.get(id) ?? '').toSorted();
        const aggregateId = write.aggregate === 'ticket' ? write.id : hall;
        const { actor } = envelope;
        const over = { aggregate: write.aggregate, aggregateId, after, type, version, actor };
        const event = writer.write(json(body), over);
        ids.set(envelope.id, event.envelope.id);
        return event;
      });
    },
  };
}
