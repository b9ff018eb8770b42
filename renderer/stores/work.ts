import { create } from 'zustand';
import type { WorkList } from '../../domain/processing/lists.ts';

/** Where a unit's officer is in their lists; nothing of any citizen but the id of the row. */
interface Work {
  readonly list: WorkList;
  readonly current: string | null;
  readonly show: (list: WorkList) => void;
  readonly choose: (id: string) => void;
  readonly reset: () => void;
}

export const useWork = create<Work>((set) => ({
  list: 'working',
  current: null,
  show: (list) => set({ list, current: null }),
  choose: (current) => set({ current }),
  reset: () => set({ list: 'working', current: null }),
}));
