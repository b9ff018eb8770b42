import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HallStatus } from '../../contract/desk/hall.ts';
import { desk } from '../app/desk-client.ts';

/** What taking the hall over means now, sentence by sentence; empty where there is nothing to take over. */
export function useStakeWords(stake: HallStatus['stake']): string {
  const t = useTranslations('hall');
  if (stake === null) return '';
  return [
    t('lostSafe'),
    ...(stake.waiting === 0 ? [] : [t('lostWaiting', { n: stake.waiting })]),
    stake.missing === 0 ? t('lostNothing') : t('lostMissing', { n: stake.missing }),
    stake.reachable.length === 0 ? t('lostAlone') : t('lostReachable', { names: stake.reachable.join(', ') }),
  ].join(' ');
}

/** One press takes it over; a second one on its way is one too many. */
export function useTakeOver(): { readonly press: () => void; readonly error: Error | null } {
  const { mutate, isPending, error } = useMutation({ mutationFn: () => desk('hall.takeOver', {}) });
  const press = (): void => {
    if (!isPending) mutate();
  };
  return { press, error };
}
