import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { settingKeys } from '../../domain/ticket/rules.ts';
import { problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { plainDate } from '../ui/format.ts';
import { HallRulesDialog } from './HallRulesDialog.tsx';
import styles from './Board.module.css';

/** The limits the hall works by (mức chờ và cách gọi của Trung tâm): today's, and every change, with who, why, from when. */
export function HallRules(): ReactNode {
  const t = useTranslations('hallRules');
  const { data, error } = useDesk('board.hallRules', {}, ['reference', 'session']);
  const [changes, setChanges] = useState(false);
  if (data === undefined) return error === null ? null : <ProblemNotice problem={problemOf(error)} />;
  return (
    <OutcomePart label={t('title')}>
      <div className={styles.rules}>
        <Facts
          facts={settingKeys.map((key) => ({
            label: t(`${key}.name`),
            value: t(`${key}.value`, { n: data.inForce[key] }),
          }))}
        />
      </div>
      <p className={styles.rulesOf}>
        {data.held === null ? t('ofProvince') : t('since', { date: plainDate(data.held.from) })}
      </p>
      {data.changes.length > 0 && (
        <dl className={styles.definitions}>
          {data.changes.map((change) => (
            <Change key={change.number} change={change} today={data.today} />
          ))}
        </dl>
      )}
      <Button size="small" onPress={() => setChanges(true)}>
        {t('change')}
      </Button>
      {changes && <HallRulesDialog rules={data} onClose={() => setChanges(false)} />}
    </OutcomePart>
  );
}

type Rules = CallOutput<'board.hallRules'>;

function Change({ change, today }: { readonly change: Rules['changes'][number]; readonly today: string }): ReactNode {
  const t = useTranslations('hallRules');
  const set = settingKeys.flatMap((key) => {
    const n = change.settings[key];
    return n === undefined ? [] : [t('pair', { name: t(`${key}.name`), value: t(`${key}.value`, { n }) })];
  });
  const date = plainDate(change.from);
  return (
    <div>
      <dt>{change.from > today ? t('willHold', { date }) : t('held', { date })}</dt>
      <dd>{set.length === 0 ? t('asProvince') : set.join('; ')}</dd>
      <dd>{t('because', { by: change.by, reason: change.reason })}</dd>
    </div>
  );
}
