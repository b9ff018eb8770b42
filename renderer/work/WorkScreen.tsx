import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { fits } from '../dossier/rows.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { useWork } from '../stores/work.ts';
import { Field } from '../ui/Field.tsx';
import { Reminders } from './Reminders.tsx';
import { WorkList } from './WorkList.tsx';
import { WorkOutcome } from './WorkOutcome.tsx';
import styles from './Work.module.css';

/** The processing unit's own work: its lists by due date; right, what the chosen dossier allows. */
export function WorkScreen(): ReactNode {
  const t = useTranslations('work');
  const { list, current, choose } = useWork();
  const openDossier = usePlace((place) => place.openDossier);
  // What was typed filters its own list only.
  const [filter, setFilter] = useState<{ readonly list: string; readonly text: string }>({ list, text: '' });
  const typed = filter.list === list ? filter.text : '';
  const sheet = useRef<HTMLDivElement>(null);
  const { data, error } = useDesk('processing.list', { list }, ['dossiers'], { every: 60_000 });
  const isThis = data?.list === list;
  const groups = (data?.groups ?? [])
    .map((group) => ({ ...group, rows: group.rows.filter((row) => fits(row, typed)) }))
    .filter((group) => group.rows.length > 0 || (group.kind === 'holiday' && typed === ''));
  const rows = groups.flatMap((group) => group.rows);
  const chosen = rows.find((row) => row.id === current) ?? rows[0] ?? null;

  const hasRows = isThis && data.groups.some((group) => group.rows.length > 0);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    // Once a list, when its rows are there: the work begins in them.
    if (!hasRows || begun.current === list) return;
    begun.current = list;
    sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  }, [hasRows, list]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const inField = event.target instanceof HTMLInputElement;
    if (inField && (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter')) {
      sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
      event.preventDefault();
    } else if (!inField && /^\p{L}$/u.test(event.key)) {
      // The letter goes on into the field; digits are the steps on the right.
      sheet.current?.querySelector<HTMLElement>('input')?.focus();
    }
  };
  return (
    <DeskFrame
      outcome={
        chosen === null ? undefined : (
          <WorkOutcome key={chosen.id} id={chosen.id} list={list} colleagues={data?.colleagues ?? []} />
        )
      }
    >
      <div ref={sheet} className={styles.sheet} onKeyDown={onKeyDown} role="presentation">
        <SheetHead
          title={list === 'unit' ? t('titleUnit') : t(`list.${list}`)}
          fact={data === undefined || !isThis ? undefined : t(`fact.${list}`, { n: data.counts[list] ?? 0 })}
          aside={
            <Field
              label={t('filter')}
              labelHidden
              placeholder={t('filterHint')}
              value={typed}
              onChange={(text) => setFilter({ list, text })}
              maxLength={100}
              className={styles.filter}
            />
          }
        />
        <SheetBody>
          {error !== null && <ProblemNotice problem={error} />}
          {isThis && <Reminders reminders={data.reminders} onOpen={choose} />}
          {isThis && rows.length === 0 && (
            <p className={styles.none} role="status">
              {typed === '' ? t(`none.${list}`) : t('filterNone')}
            </p>
          )}
          {rows.length > 0 && (
            <WorkList
              label={t(`list.${list}`)}
              groups={groups}
              withAssignee={list === 'unit' || list === 'notHandedOver'}
              current={chosen?.id ?? null}
              onCurrent={choose}
              onOpen={openDossier}
            />
          )}
          {data !== undefined && data.more > 0 && <p className={styles.none}>{t('more', { n: data.more })}</p>}
        </SheetBody>
      </div>
    </DeskFrame>
  );
}
