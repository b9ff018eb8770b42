import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { Notice } from '../ui/Notice.tsx';

type VoidSlip = NonNullable<Extract<CallOutput<'scan.read'>, { kind: 'dossier' }>['voidSlip']>;

/** The slip that was scanned does not hold any more: which one replaced it, when and why. */
export function VoidSlipNotice({
  voidSlip,
  className,
}: {
  readonly voidSlip: VoidSlip;
  readonly className?: string | undefined;
}): ReactNode {
  const t = useTranslations('voidSlip');
  const say = useSay();
  return (
    <Notice tone="soon" icon="document" title={t('title', { name: say(voidSlip.name) })} className={className}>
      {say(voidSlip.text)}. {t(voidSlip.replacedBy === null ? 'printNew' : 'useNew')}
    </Notice>
  );
}
