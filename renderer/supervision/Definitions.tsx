import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { definitions, figures } from '../../domain/indicator/definitions.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Board.module.css';

/** All of them, where no answer of the desk brings them along. */
export const explained: OfficeBoard['definitions'] = figures.map((figure) => ({ figure, ...definitions[figure] }));

/** How each figure is counted (cách tính từng số). */
export function Definitions({
  definitions: shown,
  onClose,
  children,
}: {
  readonly definitions: OfficeBoard['definitions'];
  readonly onClose: () => void;
  /** The limits they are counted against, where this desk sets them. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  return (
    <>
      {children}
      <OutcomePart label={t('definitions')}>
        <dl className={styles.definitions}>
          {shown.map(({ figure, name, how }) => (
            <div key={figure}>
              <dt>{say(name)}</dt>
              <dd>{say(how)}</dd>
            </div>
          ))}
        </dl>
        <Button size="small" onPress={onClose}>
          {t('showFigures')}
        </Button>
      </OutcomePart>
    </>
  );
}
