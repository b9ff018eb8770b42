import { useTranslations } from 'use-intl';
import type { MachineKind } from '../../contract/machine-kind.ts';

/** What a place's machine is, in words. */
export function useMachineKinds(): Readonly<Record<MachineKind, string>> {
  const t = useTranslations('admin');
  return { desk: t('kindDesk'), kiosk: t('kindKiosk'), display: t('kindDisplay') };
}
