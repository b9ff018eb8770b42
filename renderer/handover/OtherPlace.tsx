import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';

/** A batch for a place that is not among today's. */
export function OtherPlace({
  onOpen,
  onLeave,
}: {
  readonly onOpen: (key: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const t = useTranslations('handover');
  const [key, setKey] = useState<string | null>(null);
  const places = useDesk('handover.places', {}, ['reference']).data ?? [];
  return (
    <QuestionBox
      title={t('otherPlaceTitle')}
      rule={t('otherPlaceRule')}
      safe={{ label: t('otherPlaceSafe'), onPress: onLeave }}
      act={{
        label: t('otherPlaceAct'),
        missing: key === null ? t('otherPlaceMissing') : null,
        onPress: () => {
          if (key !== null) onOpen(key);
        },
      }}
    >
      <Select
        label={t('otherPlaceField')}
        value={key}
        options={places.map((place) => ({ value: place.key, label: place.name }))}
        onChange={setKey}
        empty={t('otherPlaceEmpty')}
        first
      />
    </QuestionBox>
  );
}
