import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { cx } from '../ui/cx.ts';
import styles from './SidesTable.module.css';
import type { Choice, Matter } from './use-matter.ts';

type Row = Matter['rows'][number];

/** Two sides in the words of the form: each row its left, its right, or both; left and right choose, up and down go on. */
export function SidesTable({
  matter,
  choices,
  onChoose,
}: {
  readonly matter: Matter;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly onChoose: (key: string, choice: Choice) => void;
}): ReactNode {
  const t = useTranslations('settle');
  const now = useNow();
  const table = useRef<HTMLTableElement>(null);
  const { heads, rows } = matter;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const groups = [...(table.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
    const at = groups.findIndex((group) => group.contains(document.activeElement));
    event.preventDefault();
    groups[at + (event.key === 'ArrowDown' ? 1 : -1)]?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  return (
    <table ref={table} className={styles.table} aria-label={t('sides')} onKeyDown={onKeyDown}>
      {heads !== null && (
        <thead>
          <tr>
            <td className={styles.label} />
            {[heads.left, heads.right].map((head, place) => (
              <th key={place === 0 ? 'left' : 'right'} scope="col" className={styles.side}>
                {head.place}, {since(head.at, now)}
                {head.name !== head.place && <span className={styles.small}>{head.name}</span>}
              </th>
            ))}
            <th scope="col" className={styles.both}>
              {t('both')}
              <span className={styles.small}>{t('bothWhen')}</span>
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <SideRow
            key={row.key}
            row={row}
            isPair={heads !== null}
            choice={choices[row.key] ?? row.choice}
            onChoose={(choice) => onChoose(row.key, choice)}
          />
        ))}
      </tbody>
    </table>
  );
}

function SideRow({
  row,
  isPair,
  choice,
  onChoose,
}: {
  readonly row: Row;
  readonly isPair: boolean;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}): ReactNode {
  const t = useTranslations('settle');
  const say = useSay();
  const id = useId();
  const cell = (side: Choice, words: string, detail: string | null): ReactNode => {
    const isDefault = side === row.choice && row.reason !== null;
    return (
      <td className={cx(side === choice && styles.chosen)}>
        <label className={styles.option}>
          <input
            type="radio"
            name={id}
            className={styles.mark}
            checked={side === choice}
            aria-label={`${say(row.label)}: ${words}`}
            aria-describedby={isDefault ? `${id}-why` : undefined}
            data-first={side === choice ? '' : undefined}
            onChange={() => onChoose(side)}
          />
          <span className={styles.words}>{words}</span>
          {detail !== null && <span className={styles.detail}>{detail}</span>}
          {isDefault && row.reason !== null && (
            <span id={`${id}-why`} className={styles.detail}>
              {say(row.reason)}
            </span>
          )}
        </label>
      </td>
    );
  };
  const { left, right } = row;
  const onlyLeft = say(right.text) === '';
  return (
    <tr>
      <th scope="row" className={styles.label}>
        {say(row.label)}
      </th>
      {cell('left', say(left.text), left.detail === null ? null : say(left.detail))}
      {onlyLeft
        ? isPair && <td className={styles.cannot}>{t('nothing')}</td>
        : cell('right', say(right.text), right.detail === null ? null : say(right.detail))}
      {isPair && (row.mayBoth ? cell('both', t('keepBoth'), null) : <td className={styles.cannot}>{t('cannot')}</td>)}
    </tr>
  );
}
