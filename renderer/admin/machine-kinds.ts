import { useTranslations } from 'use-intl';
import type { MachineKind } from '../../contract/machine-kind.ts';
import type { PlaceUse } from '../../contract/place-use.ts';

/** In the order they are offered; the schema of them stays out of the page. */
export const machineKinds = ['desk', 'kiosk', 'display'] as const satisfies readonly MachineKind[];

/** What a place's machine is, in words. */
export function useMachineKinds(): Readonly<Record<MachineKind, string>> {
  const t = useTranslations('admin');
  return { desk: t('kindDesk'), kiosk: t('kindKiosk'), display: t('kindDisplay') };
}

export const placeUses = ['counter', 'unit', 'other'] as const satisfies readonly PlaceUse[];

/** What a desk's place is, in words. */
export function usePlaceUses(): Readonly<Record<PlaceUse, string>> {
  const t = useTranslations('admin');
  return { counter: t('useCounter'), unit: t('useUnit'), other: t('useOther') };
}
