import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { clock, dayMonth } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Custody.module.css';

type Custody = CallOutput<'handover.custody'>;

/** Who holds the originals, since when, through which hands; what is missing and who held it last. */
export function CustodyPart({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useTranslations('custody');
  const { data } = useDesk('handover.custody', { dossierId }, ['dossiers', 'reference'], { every: 60_000 });
  if (data === undefined || data.holder === null) return null;
  return (
    <>
      <OutcomePart label={t('head')}>
        <Holding custody={data} />
        {data.missing.map((each) => (
          <Missing key={each.paper} dossierId={dossierId} paper={each.paper} lastHolder={each.lastHolder} />
        ))}
      </OutcomePart>
      {data.clocks !== null && <Clocks clocks={data.clocks} />}
    </>
  );
}

function Holding({ custody }: { readonly custody: Custody }): ReactNode {
  const t = useTranslations('custody');
  const { holder, since, originals, waiting, hands } = custody;
  if (holder === null) return null;
  const time = since === null ? '' : when(since);
  return (
    <>
      <p className={styles.holder}>
        <b>{holder.name === '' ? holder.place : holder.name}</b>
        <span className={styles.aside}>
          {originals === 0 ? t('since', { time }) : t('papers', { n: originals, time })}
        </span>
      </p>
      {holder.name !== '' && <p className={styles.small}>{holder.place}</p>}
      {waiting !== null && (
        <p className={styles.waiting}>
          <Icon name="arrowRight" />
          {t('waiting', { place: waiting.place, time: when(waiting.at) })}
        </p>
      )}
      {hands.length > 1 && (
        <details className={styles.chain}>
          <summary>{t('chain', { n: hands.length })}</summary>
          <ol>
            {hands.map((hand) => (
              <li key={`${hand.place} ${hand.at}`}>
                {t('step', {
                  place: [hand.name, hand.place].filter((part) => part !== '').join(', '),
                  time: when(hand.at),
                })}
                {hand.bySlip && <span className={styles.aside}> {t('bySlip')}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Missing({
  dossierId,
  paper,
  lastHolder,
}: {
  readonly dossierId: string;
  readonly paper: string;
  readonly lastHolder: string;
}): ReactNode {
  const t = useTranslations('custody');
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const found = useMutation({ mutationFn: () => desk('handover.paperFound', { dossierId, paper, note: note.trim() }) });
  return (
    <div className={styles.missing}>
      <p className={styles.lost}>
        <Icon name="exclaim" />
        {t('missing', { paper })}
      </p>
      {lastHolder !== '' && <p className={styles.small}>{t('missingHolder', { holder: lastHolder })}</p>}
      <Button size="small" onPress={() => setAsking(true)}>
        {t('found')}
      </Button>
      {found.isError && <ProblemNotice problem={problemOf(found.error)} />}
      {asking && (
        <QuestionBox
          title={t('foundTitle', { paper })}
          rule={t('foundRule')}
          safe={{ label: t('foundSafe'), onPress: () => setAsking(false) }}
          act={{
            label: t('foundAct'),
            onPress: () => {
              setAsking(false);
              found.mutate();
            },
          }}
        >
          <Field label={t('foundNote')} value={note} onChange={setNote} maxLength={500} first />
        </QuestionBox>
      )}
    </div>
  );
}

/** Two clocks of a dossier that travels (phi địa giới): to the office that decides, and there. */
function Clocks({ clocks }: { readonly clocks: NonNullable<Custody['clocks']> }): ReactNode {
  const t = useTranslations('custody');
  const say = useSay();
  const { transfer, processing, office } = clocks;
  return (
    <OutcomePart label={office}>
      <dl className={styles.clocks}>
        {transfer !== null && (
          <div>
            <dt>{t('transfer')}</dt>
            <dd className={cx(transfer.isLate && styles.late)}>{say(transfer.text)}</dd>
          </div>
        )}
        <div>
          <dt>{t('processing')}</dt>
          <dd className={cx(processing?.isLate === true && styles.late)}>
            {processing === null ? t('processingNotYet', { office }) : say(processing.text)}
          </dd>
        </div>
      </dl>
    </OutcomePart>
  );
}

/** "12/10 16:25". */
function when(local: string): string {
  return `${dayMonth(local)} ${clock(local)}`;
}
