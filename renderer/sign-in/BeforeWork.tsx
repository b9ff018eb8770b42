import type { ReactNode } from 'react';
import { DeskStatus } from '../app/DeskStatus.tsx';
import { useDesk } from '../app/queries.ts';
import { Frame } from '../frame/Frame.tsx';
import { TitleBar } from '../frame/TitleBar.tsx';
import { HallLost } from '../hall/HallLost.tsx';

/** The frame of the screens where nobody is at work: no workspaces, no search, no name. */
export function BeforeWork({ children }: { readonly children: ReactNode }): ReactNode {
  const demo = useDesk('session.get', {}, ['session']).data?.demo ?? null;
  return (
    <Frame title={<TitleBar demo={demo?.banner} />} notice={<HallLost />} status={<DeskStatus />}>
      {children}
    </Frame>
  );
}
