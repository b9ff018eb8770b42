import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { clock, dayNumber } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import type { InDetail } from './BatchRows.tsx';
import styles from './Handover.module.css';
import { NotScanned } from './OutPanel.tsx';

type Row = InDetail['rows'][number];

export interface InPanelProps {
  readonly detail: InDetail;
  readonly scan: ReactNode;
  readonly problem: ReactNode;
  readonly chosen: string | null;
  readonly onDrop: (dossierId: string) => void;
  readonly onTick: (dossierId: string, missing: string[]) => void;
  readonly onAccept: () => void;
  readonly other: ReactNode;
}

/** The batch that comes: gone through paper by paper, then signed for. */
export function InPanel(props: InPanelProps): ReactNode {
  const { detail, scan, problem, chosen, onDrop, onTick, onAccept, other } = props;
  const t = useTranslations('handover');
  const [asking, setAsking] = useState(false);
  const there = detail.rows.filter((row) => row.scannedAt !== null);
  const left = detail.rows.filter((row) => row.scannedAt === null);
  const all = Math.max(detail.count ?? 0, detail.rows.length);
  const short = Math.max(left.length, (detail.count ?? 0) - there.length);
  const isDone = detail.acceptedAt !== null && left.length === 0;
  const fresh = there.filter((row) => !row.isSigned);
  const missing = fresh.length === 0 ? t('closeNothing') : short > 0 ? t('closeLeft', { n: short }) : null;
  const row = there.find((each) => each.dossierId === chosen) ?? fresh[0] ?? there[0];
  const label = detail.number === null ? t('accept') : t('acceptBatch', { number: detail.number });
  return (
    <>
      <Outcome
        action={
          isDone ? undefined : (
            <Button kind="main" wide action="main" missing={missing} onPress={onAccept}>
              {label}
            </Button>
          )
        }
        second={
          <>
            {fresh.length > 0 && short > 0 && (
              <Button size="small" wide action="closeShort" onPress={() => setAsking(true)}>
                {t('acceptShort')}
              </Button>
            )}
            {other}
          </>
        }
      >
        {problem}
        {isDone ? <p className={styles.code}>{t('acceptedHead', { time: clock(detail.acceptedAt ?? '') })}</p> : scan}
        <OutcomePart>
          <p className={styles.figure}>
            {t.rich('count', { scanned: there.length, all, b: (words) => <b>{words}</b> })} {t('countIn')}
          </p>
          <Whole detail={detail} there={there.length} />
        </OutcomePart>
        {row !== undefined && <Papers row={row} isDone={row.isSigned} onTick={onTick} onDrop={onDrop} />}
        {left.length > 0 && (there.length > 0 || detail.acceptedAt !== null) && (
          <NotScanned rows={left} label={detail.acceptedAt === null ? t('lateNotScanned') : t('missingHead')} />
        )}
      </Outcome>
      {asking && (
        <QuestionBox
          title={t('acceptShortTitle', { n: short })}
          rule={t('acceptShortRule')}
          safe={{ label: t('acceptShortSafe'), onPress: () => setAsking(false) }}
          act={{
            label: t('acceptShortAct'),
            onPress: () => {
              setAsking(false);
              onAccept();
            },
          }}
        >
          <NotScanned rows={left} />
        </QuestionBox>
      )}
    </>
  );
}

function Whole({ detail, there }: { readonly detail: InDetail; readonly there: number }): ReactNode {
  const t = useTranslations('handover');
  const isSame = detail.count !== null && there >= detail.count;
  return (
    <>
      {detail.whole === true && <p className={styles.line}>{t('whole')}</p>}
      {detail.whole === false && (
        <p className={styles.line}>{isSame && detail.list === 'scanned' ? t('otherThanList') : t('notWhole')}</p>
      )}
      {detail.list === 'scanned' && <p className={styles.small}>{t('listScanned')}</p>}
    </>
  );
}

/** The papers of the dossier chosen; what is not ticked was not in the bundle. */
function Papers({
  row,
  isDone,
  onTick,
  onDrop,
}: {
  readonly row: Row;
  readonly isDone: boolean;
  readonly onTick: InPanelProps['onTick'];
  readonly onDrop: InPanelProps['onDrop'];
}): ReactNode {
  const t = useTranslations('handover');
  const d = useTranslations('dossier');
  const c = useTranslations('custody');
  const gone = row.papers.filter((paper) => !paper.isThere).map((paper) => paper.name);
  const amount = (paper: Row['papers'][number]): string =>
    [
      paper.originals > 0 ? d('originals', { n: paper.originals }) : '',
      paper.copies > 0 ? d('copies', { n: paper.copies }) : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <OutcomePart label={t('papers', { number: dayNumber(row.code) })}>
      <div data-part="papers" className={styles.papers}>
        {row.papers.length === 0 && <p className={styles.small}>{t('papersNone')}</p>}
        {isDone
          ? row.papers.map((paper) => (
              <p key={paper.name} className={paper.isThere ? undefined : styles.soon}>
                {paper.isThere ? paper.name : c('missing', { paper: paper.name })}
              </p>
            ))
          : row.papers.map((paper) => (
              <Checkbox
                key={paper.name}
                label={paper.name}
                hint={amount(paper)}
                checked={paper.isThere}
                onChange={(checked) =>
                  onTick(row.dossierId, checked ? gone.filter((name) => name !== paper.name) : [...gone, paper.name])
                }
              />
            ))}
      </div>
      {!isDone && (
        <div className={styles.buttons}>
          <Button size="small" action="takeOut" onPress={() => onDrop(row.dossierId)}>
            {t('drop')}
          </Button>
        </div>
      )}
    </OutcomePart>
  );
}
