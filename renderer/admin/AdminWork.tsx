import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DeskFrame } from '../app/DeskFrame.tsx';
import type { DeskProblem } from '../app/desk-client.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { useLate } from '../sign-in/use-call.ts';
import { HallRules } from '../supervision/HallRules.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './AdminWork.module.css';
import { useDesks } from './DeskList.tsx';
import { goToForm, goToList, NothingChosen } from './FormPanel.tsx';
import { NotNow } from './NotNow.tsx';
import { officesInOrder } from './rows.ts';
import { useCounters, useOffices, useUsers, type Part } from './use-parts.tsx';

/** With what draws slips; loaded when it is first looked at. */
const TemplatesWork = lazy(() =>
  import('./templates/TemplatesWork.tsx').then(({ TemplatesWork: work }) => ({ default: work })),
);

type Kind = 'users' | 'counters' | 'offices' | 'templates' | 'desks' | 'hall';

const EVERY = '-';

/** Three lists, each with the form of its current row on the right. What was changed and not saved is kept until saved. */
export function AdminWork({ user, office }: { readonly user: string; readonly office: string }): ReactNode {
  const t = useTranslations('admin');
  const [kind, setKind] = useState<Kind>('users');
  const [filter, setFilter] = useState('');
  const [asked, setAsked] = useState(office);
  const offices = useOffices({ filter, office });
  const provincial = offices.rows.some((row) => row.id === office && row.kind === 'provincial-centre');
  const common = { filter, office: asked === EVERY ? office : asked, offices: offices.rows, provincial };
  const users = useUsers({ ...common, every: asked === EVERY, user, when: kind === 'users' });
  const counters = useCounters({ ...common, when: kind === 'counters' });
  const desks = useDesks({ ...common, every: asked === EVERY, when: kind === 'desks' });
  const part: Part | null = kind === 'templates' || kind === 'hall' ? null : { users, counters, offices, desks }[kind];
  // Rows stand under their offices: without those there is nothing to go to.
  const there = part !== null && part.count !== null && offices.count !== null;
  useEffect(() => {
    // The first thing to do, unless the person is somewhere already.
    if (there && document.activeElement === document.body) goToList();
  }, [there, kind]);
  const kinds = (
    <Segments
      label={t('title')}
      value={kind}
      options={[
        { value: 'users', label: t('users'), action: 'part1' },
        { value: 'counters', label: t('counters'), action: 'part2' },
        { value: 'offices', label: t('offices'), action: 'part3' },
        { value: 'templates', label: t('templates'), action: 'part4' },
        { value: 'desks', label: t('desks'), action: 'part5' },
        { value: 'hall', label: t('hall'), action: 'part6' },
      ]}
      onChange={(next) => {
        setKind(next);
        setFilter('');
      }}
      first
      className={styles.kinds}
    />
  );
  if (kind === 'hall') {
    return (
      <DeskFrame rail={false}>
        <SheetHead title={t('title')} aside={kinds} />
        <SheetBody>
          <div className={styles.hall}>
            <p>{t('hallHow')}</p>
            <HallRules />
          </div>
        </SheetBody>
      </DeskFrame>
    );
  }
  if (kind === 'templates' || part === null) {
    return (
      <Suspense fallback={null}>
        <TemplatesWork office={provincial ? null : office} kinds={kinds} />
      </Suspense>
    );
  }
  const add = { users: t('addUser'), counters: t('addCounter'), offices: t('addOffice'), desks: null }[kind];

  return (
    <DeskFrame rail={false} outcome={part.form ?? <NothingChosen desks={kind === 'desks'} />}>
      <SheetHead
        title={t('title')}
        fact={part.count === null ? undefined : t('count', { n: part.count })}
        aside={kinds}
      />
      <div className={styles.tools}>
        {provincial && kind !== 'offices' && (
          <Select
            label={t('office')}
            labelHidden
            value={asked}
            options={[
              ...(kind === 'users' || kind === 'desks' ? [{ value: EVERY, label: t('everyOffice') }] : []),
              ...officesInOrder(offices.rows).map((row) => ({ value: row.id, label: row.shortName })),
            ]}
            onChange={setAsked}
            className={styles.office}
          />
        )}
        <Filter value={filter} onChange={setFilter} />
        {add !== null && (kind !== 'offices' || provincial) && (
          <Button
            icon="plus"
            className={styles.add}
            onPress={() => {
              part.add();
              // The form is there after this press is dealt with.
              requestAnimationFrame(goToForm);
            }}
          >
            {add}
          </Button>
        )}
      </div>
      <SheetBody>
        <Body part={part} problem={part.problem ?? offices.problem} />
      </SheetBody>
    </DeskFrame>
  );
}

function Filter({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }): ReactNode {
  const t = useTranslations('admin');
  return (
    <div className={styles.filter}>
      <Field label={t('filter')} value={value} onChange={onChange} maxLength={60} />
    </div>
  );
}

function Body({ part, problem }: { readonly part: Part; readonly problem: DeskProblem | null }): ReactNode {
  const t = useTranslations('admin');
  const late = useLate(part.count === null && problem === null);
  if (problem !== null && part.count === null) return <NotNow problem={problem} onRetry={part.retry} />;
  if (part.count === null) return <p className={styles.loading}>{late ? t('loading') : ''}</p>;
  return (
    <>
      {problem !== null && <NotNow problem={problem} onRetry={part.retry} />}
      {part.list}
    </>
  );
}
