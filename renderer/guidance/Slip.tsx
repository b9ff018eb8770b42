import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment } from '../../contract/desk/receipt.ts';
import { cx } from '../ui/cx.ts';
import '../print/slip-fonts.css';
import styles from './Guidance.module.css';

type Demand = NonNullable<Assessment['guidance']>['demands'][number];

/** The supplement slip (Mẫu 02) as it grows while papers are looked at; the line of the current paper is lit. */
export function Slip({
  name,
  demands,
  paper,
}: {
  readonly name: string;
  readonly demands: readonly Demand[];
  /** The paper the officer stands on. */
  readonly paper: string | null;
}): ReactNode {
  const t = useTranslations('guidance');
  const box = useRef<HTMLDivElement>(null);
  const lit = paper === null ? -1 : demands.findIndex((demand) => demand.papers.includes(paper));
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [lit, demands.length]);
  return (
    <div ref={box} className={styles.slip}>
      {/* The form's own words, on paper always Vietnamese. */}
      <div lang="vi">
        <h2 className={styles.slipTitle}>
          Phiếu yêu cầu bổ sung,
          <br />
          hoàn thiện hồ sơ
        </h2>
        {name !== '' && (
          <p className={styles.slipLine}>
            Hồ sơ của: <b>{name}</b>
          </p>
        )}
        <p className={styles.slipLine}>Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:</p>
        {demands.length === 0 ? (
          <p className={styles.slipNone}>{t('noDemands')}</p>
        ) : (
          <ol className={styles.demands}>
            {demands.map((demand, index) => (
              <li
                // Lines have no other name than their place and what they ask for.
                key={`${demand.name} ${demand.papers.join(' ')}`}
                className={cx(styles.demand, index === lit && styles.lit)}
                aria-current={index === lit ? 'true' : undefined}
              >
                <span className={styles.n}>{index + 1}.</span>
                <span>
                  <b>{demand.name}.</b>
                  {demand.bring !== '' && ` Cần\u00a0mang:\u00a0${demand.bring}.`}
                  {demand.reason !== '' && ` Lý\u00a0do: ${demand.reason}.`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
