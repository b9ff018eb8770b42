import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardOffice, BoardReply } from '../../contract/board.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { clockSeconds, minutes } from '../ui/format.ts';
import { HeadFigures, type HeadFigure } from './HeadFigures.tsx';
import { OfficeGrid } from './OfficeGrid.tsx';
import { ProvinceOutcome } from './ProvinceOutcome.tsx';
import { ProvinceTickets, type ProvinceAsked } from './ProvinceTickets.tsx';
import styles from './Province.module.css';

/** Asked for again so often where no word of the server comes sooner, ms. */
const EVERY_MS = 5_000;

/** The province now (toàn tỉnh): every office on one screen, the worst first, those with old figures last and grey. */
export function ProvinceScreen(): ReactNode {
  const t = useTranslations('provinceBoard');
  const { data, error } = useDesk('board.province', {}, ['board', 'status'], { every: EVERY_MS });
  const [current, setCurrent] = useState<string | null>(null);
  const [asked, setAsked] = useState<ProvinceAsked | null>(null);
  if (data === undefined) {
    return (
      <DeskFrame rail={false}>
        {error !== null && <ProblemNotice problem={error} className={styles.problem} />}
      </DeskFrame>
    );
  }
  if (asked !== null) {
    return <ProvinceTickets board={data} asked={asked} onAsk={setAsked} onBack={() => setAsked(null)} />;
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
            onTickets={setAsked}
          />
        )
      }
    >
      <h1 className={styles.spoken}>{t('title')}</h1>
      <ProvinceFigures board={data} onCurrent={setCurrent} onTickets={setAsked} />
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

/** Each figure opens what is behind it: the tickets, or the first office it counts. */
function ProvinceFigures({
  board,
  onCurrent,
  onTickets,
}: {
  readonly board: BoardReply;
  readonly onCurrent: (office: string) => void;
  readonly onTickets: (asked: ProvinceAsked) => void;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const whole = (seconds: number | undefined): string => (seconds === undefined ? '–' : minutes(seconds / 60));
  const total = board.counted + board.stale;
  const of = (which: ProvinceAsked['which']) => ({ onOpen: () => onTickets({ which, office: null }) });
  const firstOf = (standing: BoardOffice['standing']): Pick<HeadFigure, 'onOpen'> => {
    const first = board.offices.find((office) => office.standing === standing);
    return first === undefined ? {} : { onOpen: () => onCurrent(first.office) };
  };
  const figures: HeadFigure[] = [
    { key: 'waiting', figure: String(board.waiting), label: t('waiting'), ...of('waiting') },
    {
      key: 'over',
      figure: t('units', { n: board.over }),
      label: t('over'),
      tone: board.over > 0 ? 'trouble' : null,
      ...of('over'),
    },
    {
      key: 'near',
      figure: t('units', { n: board.near }),
      label: t('near'),
      tone: board.near > 0 ? 'soon' : null,
      ...firstOf('near'),
    },
    { key: 'median', figure: whole(board.today?.median), label: t('median'), ...of('all') },
    { key: 'p90', figure: whole(board.today?.p90), label: t('p90'), ...of('all') },
    {
      key: 'counted',
      figure: t('counted', { n: board.counted, total }),
      label: board.stale === 0 ? t('countedAll') : t('countedSome', { stale: board.stale }),
      ...firstOf('stale'),
    },
  ];
  return <HeadFigures figures={figures} small />;
}
