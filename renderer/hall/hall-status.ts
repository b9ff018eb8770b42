import type { HallStatus } from '../../contract/desk/hall.ts';
import { useDesk } from '../app/queries.ts';

/** How it stands with the hall, for what stands on every screen; before the machine is ready there is none. */
export function useHallStatus(): HallStatus | undefined {
  const isReady = useDesk('session.get', {}, ['session']).data?.machine === 'ready';
  return useDesk('hall.status', {}, ['hall', 'session'], { every: 5000, when: isReady }).data;
}
