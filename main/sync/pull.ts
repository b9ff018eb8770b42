import { pullPageSchema } from '../../contract/sync.ts';
import { hearEpoch, takePages, type PagesOptions } from './pages.ts';
import type { Province } from './province.ts';

/** Rows of the feed in one request: as many as a server gives. A device has a number of requests a minute, not of rows. */
export const PAGE = 500;

export interface PullOptions extends PagesOptions {
  readonly province: Province;
}

/**
 * Takes in what the office's feed has after the cursor, and the cursor with the last of each page (S6).
 * @returns whether anything new came
 * @throws what `takePages` throws
 */
export async function pullFeed({ province, ...options }: PullOptions): Promise<boolean> {
  const { meta } = options.store;
  return takePages(
    {
      ask: (cursor) => {
        const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        return province.witnessed('GET', `/v1/pull?limit=${PAGE}${from}`, null, pullPageSchema);
      },
      nextOf: ({ more, cursor }) => (more ? cursor : null),
      keep({ epoch, cursor }) {
        hearEpoch(options.store, meta.get('feed')?.epoch ?? null, epoch);
        meta.set('feed', { epoch, cursor });
      },
    },
    meta.get('feed')?.cursor ?? null,
    options,
  );
}
