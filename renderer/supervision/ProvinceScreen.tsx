import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardReply } from '../../contract/board.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { clockSeconds, minutes } from '../ui/format.ts';
import { HeadFigures, type HeadFigure } from './HeadFigures.tsx';
import { OfficeGrid } from './OfficeGrid.tsx';
import { ProvinceOutcome } from './ProvinceOutcome.tsx';
import styles from './Province.module.css';

/** Asked for again so often where no word of the server comes sooner, ms. */
const EVERY_MS = 5_000;

/** The province now (toàn tỉnh): every office on one screen, the worst first, those with old figures last and grey. */
export function ProvinceScreen(): ReactNode {
  const t = useTranslations('provinceBoard');
  const { data, error } = useDesk('board.province', {}, ['board', 'status'], { every: EVERY_MS });
  const [current, setCurrent] = useState<string | null>(null);
  if (data === undefined) {
    return (
      <DeskFrame rail={false}>
        {error !== null && <ProblemNotice problem={error} className={styles.problem} />}
      </DeskFrame>
    );
  }
  const chosen = data.offices.find(({ office }) => office === current) ?? data.offices[0] ?? null;
  return (
    <DeskFrame
      rail={false}
      outcomeSize="province"
      outcome={
        chosen === null ? undefined : (
          <ProvinceOutcome
            board={data}
            office={chosen}
            isWorst={chosen.office === data.offices[0]?.office}
            onNext={setCurrent}
          />
        )
      }
    >
      <h1 className={styles.spoken}>{t('title')}</h1>
      <ProvinceFigures board={data} />
      {error !== null && <ProblemNotice problem={error} className={styles.problem} />}
      <OfficeGrid offices={data.offices} current={chosen?.office ?? null} onCurrent={setCurrent} at={data.at} />
      <p className={styles.spoken} role="status">
        {error === null
          ? t('age', { n: data.counted, time: clockSeconds(data.at) })
          : t('down', { time: clockSeconds(data.at) })}
      </p>
    </DeskFrame>
  );
}

function ProvinceFigures({ board }: { readonly board: BoardReply }): ReactNode {
  const t = useTranslations('provinceBoard');
  const whole = (seconds: number | undefined): string => (seconds === undefined ? '–' : minutes(seconds / 60));
  const total = board.counted + board.stale;
  const figures: HeadFigure[] = [
    { key: 'waiting', figure: String(board.waiting), label: t('waiting') },
    {
      key: 'over',
      figure: t('units', { n: board.over }),
      label: t('over'),
      tone: board.over > 0 ? 'trouble' : null,
    },
    { key: 'near', figure: t('units', { n: board.near }), label: t('near'), tone: board.near > 0 ? 'soon' : null },
    { key: 'median', figure: whole(board.today?.median), label: t('median') },
    { key: 'p90', figure: whole(board.today?.p90), label: t('p90') },
    {
      key: 'counted',
      figure: t('counted', { n: board.counted, total }),
      label: board.stale === 0 ? t('countedAll') : t('countedSome', { stale: board.stale }),
    },
  ];
  return <HeadFigures figures={figures} small />;
}
