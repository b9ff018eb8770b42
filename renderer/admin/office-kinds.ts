import { useTranslations } from 'use-intl';
import type { Office } from '../../contract/sync.ts';

export const officeKinds = [
  'commune-centre',
  'provincial-centre',
  'processing-unit',
  'provincial-agency',
] as const satisfies readonly Office['kind'][];

export function useKindWord(): (kind: Office['kind']) => string {
  const t = useTranslations('admin');
  return (kind) => {
    switch (kind) {
      case 'commune-centre':
        return t('communeCentre');
      case 'provincial-centre':
        return t('provincialCentre');
      case 'processing-unit':
        return t('processingUnit');
      case 'provincial-agency':
        return t('provincialAgency');
    }
  };
}
