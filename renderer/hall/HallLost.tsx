import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useHallStatus } from './hall-status.ts';
import { useStakeWords, useTakeOver } from './take-over.ts';

/**
 * The host is gone: what is at stake in words, and one key to take the hall over (nhận giữ sảnh). A person's act, no
 * election. It stands over the status bar of every desk, whoever sits there and whatever lies on the sheet.
 */
export function HallLost(): ReactNode {
  const t = useTranslations('hall');
  const session = useDesk('session.get', {}, ['session']).data;
  const stake = useHallStatus()?.stake ?? null;
  const words = useStakeWords(stake);
  const take = useTakeOver();
  // A viewer of the province belongs to no office.
  if (session === undefined || stake === null || session.user?.role === 'provincialViewer') return null;
  const isAtWork = session.user !== null && !session.locked;
  return (
    <section data-region="notice" tabIndex={-1} aria-label={t('lostTitle', { host: stake.host })}>
      <Notice
        strip
        tone="soon"
        title={t('lostTitle', { host: stake.host })}
        {...(isAtWork
          ? {
              actions: (
                <Button size="small" action="takeOverHall" onPress={take.press}>
                  {t('takeOver')}
                </Button>
              ),
            }
          : {})}
      >
        {isAtWork ? words : `${words} ${t('lostSignIn')}`}
      </Notice>
      {take.error !== null && <ProblemNotice problem={problemOf(take.error)} />}
    </section>
  );
}
