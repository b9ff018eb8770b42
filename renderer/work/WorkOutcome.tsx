import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { DossierForm } from '../../domain/dossier/events/slip.ts';
import type { WorkList } from '../../domain/processing/lists.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DayLine } from '../dossier/DayLine.tsx';
import { PrintSaid } from '../dossier/PrintSaid.tsx';
import { Outcome } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { DayStrip } from '../ui/DayStrip.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/Icon.tsx';
import { StandReasons } from '../dossier/StandReasons.tsx';
import { StandMark } from '../ui/StandMark.tsx';
import { columnsOf } from '../ui/day-groups.ts';
import { dayNumber, sentenceDay } from '../ui/format.ts';
import type { Did } from './act.tsx';
import { StepDialog, type Opened } from './StepDialog.tsx';
import { StepList } from './StepList.tsx';
import styles from './WorkOutcome.module.css';

/** A strip of more cells is drawn as one line: the steps below keep their place. */
const CELLS = 7;
/** The outcome panel at 1366, px. */
const PANEL_LINE = 335;

type Sheet = CallOutput<'processing.get'>;

export interface WorkOutcomeProps {
  readonly id: string;
  readonly list: WorkList;
  readonly colleagues: CallOutput<'processing.list'>['colleagues'];
}

/** The chosen dossier: its days, each legal step with its last day, and the one next action. */
export function WorkOutcome({ id, list, colleagues }: WorkOutcomeProps): ReactNode {
  const { data: sheet, error } = useDesk('processing.get', { id }, ['dossiers', 'status'], { every: 60_000 });
  if (error !== null) return <ProblemNotice problem={error} />;
  // What was shown before stays until the answer is there: not for another dossier.
  if (sheet === undefined || sheet.id !== id) return null;
  return <Panel sheet={sheet} list={list} colleagues={colleagues} />;
}

function Panel({
  sheet,
  list,
  colleagues,
}: Omit<WorkOutcomeProps, 'id'> & {
  readonly sheet: Sheet;
}): ReactNode {
  const t = useTranslations('work');
  const openDossier = usePlace((place) => place.openDossier);
  const opinionWords = useAwaited(sheet);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [did, setDid] = useState<Did | null>(null);
  const { id } = sheet;
  const print = useMutation({
    mutationFn: (form: DossierForm) => desk('slip.print', { dossierId: id, form, about: null }),
  });
  const onDone = (what: Did): void => {
    setOpened(null);
    setDid(what);
    print.reset();
    if (what.print !== undefined) print.mutate(what.print);
  };
  return (
    <>
      <Outcome
        action={<MainAction sheet={sheet} list={list} onOpen={setOpened} onDone={onDone} />}
        second={
          <>
            <Button size="small" wide enterKey onPress={() => openDossier(id)}>
              {t('open')}
            </Button>
            <Button size="small" wide action="assign" onPress={() => setOpened('assign')}>
              {t('assign.open')}
            </Button>
          </>
        }
      >
        <Head sheet={sheet} />
        <div aria-live="polite">
          {did !== null && (
            <p className={styles.did}>
              <Icon name="check" />
              <span>{did.words}</span>
            </p>
          )}
          {print.isPending && <p className={styles.did}>{t('making')}</p>}
          {print.isError && <ProblemNotice problem={problemOf(print.error)} />}
          {print.isSuccess && <PrintSaid reply={print.data} code={sheet.code} />}
        </div>
        {sheet.cells.length > 1 && (
          <div className={styles.days}>
            {columnsOf(sheet.cells).length <= CELLS ? (
              <DayStrip cells={sheet.cells} />
            ) : (
              <DayLine days={sheet.days} marks={sheet.marks} width={PANEL_LINE} />
            )}
          </div>
        )}
        <StepList steps={sheet.steps} opinionWords={opinionWords} onStep={setOpened} />
        <SheetFacts sheet={sheet} onStep={() => setOpened('step')} />
      </Outcome>
      {opened !== null && (
        <StepDialog
          opened={opened}
          sheet={sheet}
          colleagues={colleagues}
          onClose={() => setOpened(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}

function Head({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const t = useTranslations('work');
  const language = useLanguage();
  const day = sentenceDay(sheet.receivedAt.slice(0, 10), language);
  return (
    <>
      <p className={styles.number}>
        {t('head', { number: dayNumber(sheet.code), day, channel: t(`channel.${sheet.channel}`) })}
      </p>
      <h2 className={styles.name}>{sheet.name === '' ? t('unnamed') : sheet.name}</h2>
      <p className={styles.procedure}>{sheet.procedure}</p>
    </>
  );
}

/** "Chi nhánh VPĐK, quá hạn từ thứ Sáu 20/11": who is waited for, the latest first. */
function useAwaited(sheet: Sheet): string | null {
  const t = useTranslations('work');
  const language = useLanguage();
  const [first] = sheet.opinions;
  if (first === undefined) return null;
  const day = sentenceDay(first.answerBy, language);
  return t(first.late ? 'opinion.lateBrief' : 'opinion.awaitedBrief', { agency: first.agency, day });
}

function SheetFacts({ sheet, onStep }: { readonly sheet: Sheet; readonly onStep: () => void }): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  const mayStep = sheet.steps.some((step) => step.kind === 'step' && step.may === 'allowed');
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          {
            label: t('step'),
            value: (
              <span className={styles.step}>
                {say(sheet.step)}
                {mayStep && (
                  <Button size="small" action="workStep" onPress={onStep}>
                    {t('stepForm.open')}
                  </Button>
                )}
              </span>
            ),
          },
          { label: t('papersAt'), value: say(sheet.papersAt) },
          { label: t('where'), value: <StandMark stand={sheet.stand.state} /> },
        ]}
      />
      <StandReasons reasons={sheet.stand.reasons} />
    </div>
  );
}

/** The one next action: take it, finish it, or end the wait it is in. */
function MainAction({
  sheet,
  list,
  onOpen,
  onDone,
}: {
  readonly sheet: Sheet;
  readonly list: WorkList;
  readonly onOpen: (opened: Opened) => void;
  readonly onDone: (did: Did) => void;
}): ReactNode {
  const t = useTranslations('work');
  const me = useDesk('session.get', {}, ['session']).data?.user?.id ?? '';
  const take = useMutation({
    mutationFn: () => desk('processing.assign', { id: sheet.id, to: me }),
    onSuccess: () => onDone({ words: t('take.done') }),
  });
  const button = (word: string, press: () => void, missing: string | null = null): ReactNode => (
    <>
      {take.isError && <ProblemNotice problem={problemOf(take.error)} />}
      <Button kind="main" wide action="main" missing={missing} onPress={press}>
        {word}
      </Button>
    </>
  );
  switch (sheet.state) {
    case 'received':
    case 'processing':
      if (sheet.assignee === '') {
        const away = list === 'notHandedOver' ? t('take.away') : null;
        return button(t('take.act'), () => take.mutate(), away);
      }
      return button(t('result.granted.open'), () => onOpen('finish'));
    case 'supplement':
      return button(t('brought.open'), () => onOpen('brought'));
    case 'financial':
      return button(t('paid.open'), () => onOpen('paid'));
    case 'withdrawing':
      return button(t('stop.open'), () => onOpen('stop'));
    case 'submitted':
    case 'guided':
    case 'refused':
    case 'finished':
    case 'returned':
    case 'archived':
    case 'stopped':
    case 'cancelled':
    case 'done':
      return undefined;
  }
}
