import { useDesk } from '../app/queries.ts';

/** Whether this machine belongs to the waiting room and is being set up: nobody receives dossiers at it. */
export function useWaitingRoom(): boolean {
  return useDesk('screen.get', {}, ['session', 'hall']).data?.screen === 'setUp';
}
