import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { dateOf, timeOf } from '../../domain/calendar/civil-date.ts';
import { dayInSentence, timeInSentence } from '../../domain/calendar/date-words.ts';
import { DeskFrame, isCounter } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DigitisedPapers } from '../digitise/index.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { SheetBody } from '../frame/SheetHead.tsx';
import { GoOn } from '../guidance/GoOn.tsx';
import { FeePart } from '../money/FeePart.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { mayGoOn } from '../receipt/scan-state.ts';
import { Button } from '../ui/Button.tsx';
import { DayStory } from '../ui/DayStory.tsx';
import { Facts, Steps } from '../ui/Facts.tsx';
import { dayMonth } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { CustodyPart } from './CustodyPart.tsx';
import styles from './Dossier.module.css';
import { namedDays } from './marks.ts';
import { PageHead } from './PageHead.tsx';
import { PrintFoot } from './PrintFoot.tsx';
import { Slips } from './Slips.tsx';
import { Stations } from './Stations.tsx';
import { Papers, Story } from './Story.tsx';

type Page = CallOutput<'dossier.get'>;

/** One dossier: how it stands, its days, its story; where it is, its slips, what comes next. */
export function DossierPage({ id, onBack }: { readonly id: string; readonly onBack: () => void }): ReactNode {
  const t = useTranslations('dossier');
  const { data, error } = useDesk('dossier.get', { id }, ['dossiers', 'status']);
  const slips = useDesk('slip.list', { dossierId: id }, ['dossiers']).data;
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const back = (
    <Button size="small" wide action="back" onPress={onBack}>
      {t('back')}
    </Button>
  );
  const mayPrint = role !== undefined && isCounter(role) && data !== undefined && slips !== undefined;
  return (
    <DeskFrame
      outcome={
        <Outcome
          action={
            !mayPrint ? undefined : mayGoOn(data.row.state) ? (
              <GoOn row={data.row} />
            ) : data.row.state === 'refused' ? undefined : (
              <PrintFoot dossierId={id} code={data.row.code} slips={slips} />
            )
          }
          second={back}
        >
          {data !== undefined && <PageOutcome page={data} slips={slips ?? []} />}
        </Outcome>
      }
    >
      {error !== null && <ProblemNotice problem={error} />}
      {data !== undefined && <Sheet page={data} />}
    </DeskFrame>
  );
}

function Sheet({ page }: { readonly page: Page }): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
  const today = useNow().slice(0, 10);
  const { row } = page;
  const due = row.dueAt === null ? null : dateOf(row.dueAt);
  const received = dateOf(row.receivedAt);
  const named = namedDays(page.days, due);
  const marks = [
    ...(named.received ? [{ from: received, words: t('markReceived', { day: dayMonth(received) }) }] : []),
    ...(named.due && due !== null ? [{ from: due, words: t('markDue', { day: dayMonth(due) }) }] : []),
  ];
  return (
    <>
      <PageHead page={page} />
      <SheetBody>
        {page.flags.length > 0 && (
          <div className={styles.flags}>
            {page.flags.map((flag) => (
              <Notice key={flag.code} tone="soon" icon="flag" title={say(flag.text)} code={flag.code}>
                {isProblemCode(flag.code) && `${say(problemText(flag.code).safe)} `}
                {say(flag.todo)}
              </Notice>
            ))}
          </div>
        )}
        {row.state !== 'done' && (page.days.length > 1 || page.dueSteps.length > 0) && (
          <div className={styles.days}>
            {page.days.length > 1 && <DayStory days={page.days} marks={marks} today={today} />}
            {page.dueSteps.length > 0 && (
              <div className={styles.why}>
                <h2>{t('why')}</h2>
                <Steps steps={page.dueSteps.map(say)} />
              </div>
            )}
          </div>
        )}
        <Story story={page.story} />
        <Papers papers={page.papers} />
        <DigitisedPapers dossierId={row.id} code={row.code} />
      </SheetBody>
    </>
  );
}

function PageOutcome({ page, slips }: { readonly page: Page; readonly slips: CallOutput<'slip.list'> }): ReactNode {
  const t = useTranslations('dossier');
  const { book } = page;
  const facts = [
    {
      label: t('book'),
      value: book === null ? t('bookLater') : t('bookNumber', { number: String(book.number), year: String(book.year) }),
    },
    ...(page.caseLabel === '' ? [] : [{ label: t('case'), value: page.caseLabel }]),
  ];
  return (
    <>
      <OutcomePart label={t('whereHead')}>
        <Stations stand={page.stand} />
      </OutcomePart>
      <CustodyPart dossierId={page.row.id} />
      <OutcomePart label={t('slips')}>
        <Slips slips={slips} row={page.row} />
      </OutcomePart>
      <OutcomePart label={t('next')}>
        <p className={styles.said}>{useNextStep(page)}</p>
      </OutcomePart>
      <FeePart dossierId={page.row.id} />
      <OutcomePart label={t('facts')}>
        <div className={styles.said}>
          <Facts facts={facts} />
        </div>
      </OutcomePart>
    </>
  );
}

/** What comes next, and whose it is. */
function useNextStep({ row, stand, flags, processingUnit }: Page): string {
  const t = useTranslations('dossier');
  const say = useSay();
  const [flag] = flags;
  if (flag !== undefined) return say(flag.todo);
  if (stand.state === 'attention') return t('nextAttention');
  if (row.state === 'done') return t('nextDone');
  if (row.state === 'guided') return t('nextGuided');
  if (row.state === 'submitted') return t('nextSubmitted');
  if (row.state === 'refused') return t('nextRefused');
  if (row.dueAt === null) return t('nextProcessOpen', { unit: processingUnit });
  return t('nextProcess', {
    unit: processingUnit,
    time: say(timeInSentence(timeOf(row.dueAt))),
    day: say(dayInSentence(dateOf(row.dueAt))),
  });
}
