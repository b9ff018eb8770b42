import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useReceipt } from '../stores/receipt.ts';
import { useKey } from '../ui/keyboard.tsx';
import { Segments } from '../ui/Segments.tsx';
import { outcomeOf, withOutcome } from './content.ts';
import { goTo } from './go.ts';
import { edit } from './work.ts';

/** Tiếp nhận, yêu cầu bổ sung, từ chối: set by the checklist; the officer may turn it (Ctrl 5, then left and right). */
export function Verdict(): ReactNode {
  const t = useTranslations('verdict');
  const outcome = useReceipt((state) => outcomeOf(state.content, state.assessment));
  const set = useReceipt((state) => state.assessment?.outcome ?? 'receive');
  useKey('part5', () => goTo('verdict'), { name: t('name') });
  return (
    <div data-go="verdict">
      <Segments
        label={t('name')}
        value={outcome}
        onChange={(next) => {
          edit((content) => withOutcome(content, next, set));
          // Another panel stands there now; the arrows go on in it.
          goTo('verdict');
        }}
        options={[
          { value: 'receive', label: t('receive') },
          { value: 'supplement', label: t('supplement') },
          { value: 'refuse', label: t('refuse') },
        ]}
      />
    </div>
  );
}
