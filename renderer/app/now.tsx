import { use, useEffect, useState, type ReactNode } from 'react';
import { useDesk } from './queries.ts';
import { later, toNextMinute } from './local-time.ts';
import { NowContext } from './say.ts';

/** Vietnam's time by the province's clock, 'YYYY-MM-DDTHH:mm:ss', new each minute; empty until the desk has told it. */
export const useNow = (): string => use(NowContext);

/** The desk tells the time with its state; in between it is counted on. */
export function NowProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { data, dataUpdatedAt } = useDesk('status.get', {}, ['status', 'session'], { every: 15_000 });
  const told = data?.clock.now;
  const [now, setNow] = useState('');
  useEffect(() => {
    if (told === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const local = later(told, Date.now() - dataUpdatedAt);
      setNow(`${local.slice(0, 17)}00`);
      timer = setTimeout(tick, toNextMinute(local));
    };
    tick();
    return () => clearTimeout(timer);
  }, [told, dataUpdatedAt]);
  return <NowContext value={now}>{children}</NowContext>;
}
