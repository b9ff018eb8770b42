import type { ServerConfig } from './ports.ts';
import { Refusal } from './problem.ts';

/** What takes events in is at work for so many at once, and for no device more than its share, by whatever route. */
export interface AtWork {
  /** @throws Refusal 503 DT-04 where all places are taken, 429 DT-04 where this device has its own */
  as<T>(device: string, work: () => Promise<T>): Promise<T>;
}

export function createAtWork({
  pushes,
  devicePushes,
}: Pick<ServerConfig['limits'], 'pushes' | 'devicePushes'>): AtWork {
  let all = 0;
  const perDevice = new Map<string, number>();
  return {
    async as(device, work) {
      if (all >= pushes) throw new Refusal(503, 'DT-04', { retryAfter: 2 });
      const own = perDevice.get(device) ?? 0;
      if (own >= devicePushes) throw new Refusal(429, 'DT-04', { retryAfter: 2 });
      all += 1;
      perDevice.set(device, own + 1);
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (perDevice.get(device) ?? 1) - 1;
        if (left === 0) perDevice.delete(device);
        else perDevice.set(device, left);
      }
    },
  };
}

/** Room for so many at once in this instance. @throws Refusal 503 DT-04 where it is taken: told to come back */
export function roomFor(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0;
  return async (work) => {
    if (inside >= most) throw new Refusal(503, 'DT-04', { retryAfter: 2 });
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
    }
  };
}
