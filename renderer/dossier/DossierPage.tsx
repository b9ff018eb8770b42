import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import { DeskFrame, isCounter } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DigitisedPapers } from '../digitise/index.ts';
import { Outcome } from '../frame/Outcome.tsx';
import { SheetBody } from '../frame/SheetHead.tsx';
import { GoOn } from '../guidance/GoOn.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { mayGoOn } from '../receipt/scan-state.ts';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { Steps } from '../ui/Facts.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CounterStep, hasCounterStep } from '../work/CounterSteps.tsx';
import styles from './Dossier.module.css';
import { CorrectButton } from './CorrectButton.tsx';
import { DayLine } from './DayLine.tsx';
import { SHEET_LINE } from './marks.ts';
import { PageHead } from './PageHead.tsx';
import { PageOutcome } from './PageOutcome.tsx';
import { PrintFoot } from './PrintFoot.tsx';
import { Papers, Story } from './Story.tsx';

type Page = CallOutput<'dossier.get'>;

/** One dossier: how it stands, its days, its story; where it is, its slips, what comes next. */
export function DossierPage({ id, onBack }: { readonly id: string; readonly onBack: () => void }): ReactNode {
  const t = useTranslations('dossier');
  const { data, error } = useDesk('dossier.get', { id }, ['dossiers', 'status']);
  const slips = useDesk('slip.list', { dossierId: id }, ['dossiers']).data;
  const cameFrom = usePlace((place) => place.cameFrom);
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const back = (
    <>
      <Button size="small" wide action="back" onPress={onBack}>
        {cameFrom === 'dossiers' ? t('back') : t('backThere')}
      </Button>
      {role !== undefined && isCounter(role) && data !== undefined && data.erased.length === 0 && (
        <CorrectButton row={data.row} onProblem={setProblem} />
      )}
    </>
  );
  // Of what was erased nothing can be printed any more, nor put right.
  const mayPrint =
    role !== undefined && isCounter(role) && data !== undefined && data.erased.length === 0 && slips !== undefined;
  return (
    <DeskFrame
      outcome={
        <Outcome
          action={
            !mayPrint ? undefined : mayGoOn(data.row.state) ? (
              <GoOn row={data.row} />
            ) : data.row.state === 'refused' ? undefined : (
              <>
                {hasCounterStep(data.row.state) && <CounterStep row={data.row} />}
                <PrintFoot
                  dossierId={id}
                  code={data.row.code}
                  slips={slips}
                  isSecond={hasCounterStep(data.row.state)}
                />
              </>
            )
          }
          second={back}
        >
          {data !== undefined && (
            <PageOutcome page={data} slips={slips ?? []} isCounter={role !== undefined && isCounter(role)} />
          )}
        </Outcome>
      }
    >
      {error !== null && <ProblemNotice problem={error} />}
      {problem !== null && <ProblemNotice problem={problem} />}
      {data !== undefined && <Sheet page={data} />}
    </DeskFrame>
  );
}

function Sheet({ page }: { readonly page: Page }): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
  const settle = useTranslations('settle');
  const openMatter = usePlace((place) => place.openMatter);
  const { row } = page;
  return (
    <>
      <PageHead page={page} />
      <SheetBody>
        {page.flags.length > 0 && (
          <div className={styles.flags}>
            {page.flags.map((flag) => (
              <Notice
                key={flag.code}
                tone="soon"
                icon="flag"
                title={say(flag.text)}
                code={flag.code}
                actions={
                  <Button size="small" onPress={() => openMatter(row.id)}>
                    {settle('see')}
                  </Button>
                }
              >
                {isProblemCode(flag.code) && `${say(problemText(flag.code).safe)} `}
                {say(flag.todo)}
              </Notice>
            ))}
          </div>
        )}
        {row.state !== 'done' && (page.days.length > 1 || page.dueSteps.length > 0) && (
          <div className={styles.days}>
            {page.days.length > 1 && <DayLine days={page.days} marks={page.marks} width={SHEET_LINE} />}
            {page.dueSteps.length > 0 && (
              <div className={styles.why}>
                <h2>{t('why')}</h2>
                <Steps steps={page.dueSteps.map(say)} />
              </div>
            )}
          </div>
        )}
        <Story story={page.story} />
        <Papers papers={page.papers} supplements={page.supplements} />
        <DigitisedPapers dossierId={row.id} code={row.code} />
      </SheetBody>
    </>
  );
}
