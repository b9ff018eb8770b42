import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isCounter } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { dossierViews, usePlace } from '../stores/place.ts';
import { Segments } from '../ui/Segments.tsx';

const actions = { list: 'part1', check: 'part2', drafts: 'part3', advice: 'part4' } as const;

/** Which list of the workspace: a processing unit has but one. */
export function ViewChoice(): ReactNode {
  const t = useTranslations('dossierViews');
  const { view, show } = usePlace();
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const isAtCounter = role !== undefined && isCounter(role);
  const toCheck = useDesk('submitted.list', {}, ['dossiers', 'drafts'], { when: isAtCounter }).data?.rows.length ?? 0;
  const drafts = useDesk('draft.list', {}, ['drafts', 'dossiers'], { when: isAtCounter }).data?.length ?? 0;
  if (!isAtCounter) return null;
  const counts = { list: 0, check: toCheck, drafts, advice: 0 };
  return (
    <Segments
      label={t('label')}
      value={view}
      options={dossierViews.map((value) => ({
        value,
        label: counts[value] === 0 ? t(value) : t('counted', { name: t(value), n: counts[value] }),
        action: actions[value],
      }))}
      onChange={show}
    />
  );
}
