import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment, ChecklistRow } from '../../contract/desk/receipt.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { Section } from '../ui/Section.tsx';
import { cx } from '../ui/cx.ts';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut } from '../ui/keys.ts';
import { nextUnseen, withPaper } from './content.ts';
import { useForm, useFormWork } from './form.ts';
import { goTo } from './go.ts';
import { PaperRow } from './PaperRow.tsx';
import styles from './Papers.module.css';
import { caseLabel } from './ProcedureSection.tsx';

const none: readonly ChecklistRow[] = [];
const noDemands: NonNullable<Assessment['guidance']>['demands'] = [];

export interface PapersSectionProps {
  readonly dense: boolean;
  /** Nothing is asked for any more. */
  readonly settled: boolean;
  /** The paper whose counts and note stand open. */
  readonly open: string | null;
  readonly onOpen: (paperId: string | null) => void;
}

/** Part 3: the required papers (thành phần hồ sơ), those to submit apart from those only shown. */
export function PapersSection({ dense, settled, open, onOpen: setOpen }: PapersSectionProps): ReactNode {
  const t = useTranslations('receipt');
  const assessed = useForm((state) => state.assessment?.checklist ?? none);
  const marks = useForm((state) => state.content?.papers);
  const procedure = useForm((state) => state.assessment?.procedure ?? null);
  const demands = useForm((state) => state.assessment?.guidance?.demands ?? noDemands);
  const { edit } = useFormWork();
  const wanted = useForm((state) => state.paper);
  const setWanted = useForm((state) => state.setPaper);

  // What was pressed shows at once; the desk's answer follows.
  const rows = assessed.map((row) => ({ ...row, state: marks?.[row.paperId]?.state ?? row.state }));
  const current =
    rows.find((row) => row.paperId === wanted) ?? rows.find((row) => row.state === 'unseen') ?? rows[0] ?? null;

  const focusRow = (paperId: string): void => {
    setWanted(paperId);
    document.querySelector<HTMLElement>(`[data-paper="${CSS.escape(paperId)}"]`)?.focus();
  };
  const mark = (row: ChecklistRow, state: ChecklistRow['state']): void => {
    edit((content) => withPaper(content, row, { state }));
    if (state === 'wrong') {
      // Why is the next thing to say: A to E, on the row itself.
      setOpen(row.paperId);
      focusRow(row.paperId);
    } else {
      setOpen(null);
      const next = state === 'unseen' ? row.paperId : nextUnseen(rows, row.paperId);
      setWanted(next);
      if (document.activeElement?.closest('[data-papers]') !== null) focusRow(next);
    }
  };
  const step = (event: KeyboardEvent, row: ChecklistRow): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    const at = rows.indexOf(rows.find((one) => one.paperId === row.paperId) ?? row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (next !== undefined) {
      setOpen(null);
      focusRow(next.paperId);
    } else if (event.key === ' ') mark(row, row.state === 'has' ? 'unseen' : 'has');
    else if (event.key === 'Enter') {
      setOpen(open === row.paperId ? null : row.paperId);
      if (open !== row.paperId) goTo(`detail-${row.paperId}`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const group = (name: ChecklistRow['group'], first: boolean): ReactNode => {
    const own = rows.filter((row) => row.group === name);
    if (own.length === 0) return null;
    return (
      <div role="rowgroup">
        <div role="row" className={styles.head}>
          <span role="columnheader" className={styles.headWord}>
            {t(name)}
          </span>
          {first && (
            <span role="columnheader" className={styles.headState}>
              {t('state')}
            </span>
          )}
        </div>
        {own.map((row) => (
          <PaperRow
            key={row.paperId}
            row={row}
            dense={dense}
            current={!settled && row.paperId === current?.paperId}
            open={row.paperId === open}
            line={demands.findIndex((demand) => demand.papers.includes(row.paperId)) + 1}
            onCurrent={() => setWanted(row.paperId)}
            onKey={(event) => step(event, row)}
            onMark={(state) => mark(row, state)}
            onClose={() => {
              setOpen(null);
              focusRow(row.paperId);
            }}
          />
        ))}
      </div>
    );
  };
  const hasSubmit = rows.some((row) => row.group === 'submit');
  return (
    <Section n={3} title={t('papers')} grows className={cx(dense && styles.dense)} onKey={() => goTo('papers')}>
      {rows.length === 0 ? (
        <p className={styles.nothing}>
          {procedure === null ? t('papersFirst') : procedure.caseId === null ? t('papersCase') : t('papersNone')}
        </p>
      ) : (
        <div role="grid" aria-label={t('papers')} className={styles.papers} data-papers="" data-go="papers">
          {group('submit', true)}
          {group('present', !hasSubmit)}
        </div>
      )}
      <HiddenPapers />
    </Section>
  );
}

function HiddenPapers(): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const language = useLanguage();
  const hidden = useForm((state) => state.assessment?.hidden ?? null);
  const procedure = useForm((state) => state.assessment?.procedure ?? null);
  const [open, setOpen] = useState(false);
  const n = hidden?.length ?? 0;
  useKey('hiddenRows', () => setOpen(!open), { when: n > 0 });
  if (hidden === null || n === 0 || procedure === null) return null;
  const label = caseLabel(procedure, language);
  return (
    <>
      <button
        type="button"
        className={styles.more}
        aria-expanded={open}
        aria-keyshortcuts={keyShortcut('hiddenRows')}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'down' : 'right'} />
        {label === '' ? t('hiddenPlain', { n }) : t('hidden', { n, case: label })}
        <Keycap action="hiddenRows" />
      </button>
      {open && (
        <ul className={styles.hidden}>
          {hidden.map((row) => (
            <li key={row.paperId}>
              {row.name}, <span>{say(row.why).toLowerCase()}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
