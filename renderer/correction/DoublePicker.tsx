import { useId, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { stateFacts } from '../../domain/dossier/states.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { rowDay } from '../ui/format.ts';
import styles from './Cancel.module.css';

export type Double = CallOutput<'dossier.cancellation'>['doubles'][number];

/** So many found by number or name are offered. */
const SHOWN = 5;

/** Which dossier goes on in its place: its likely doubles, or one found by number, code or name. */
export function DoublePicker({
  own,
  likely,
  chosen,
  onChoose,
}: {
  /** The dossier that is merged. */
  readonly own: string;
  readonly likely: readonly Double[];
  readonly chosen: Double | null;
  readonly onChoose: (double: Double) => void;
}): ReactNode {
  const t = useTranslations('cancel');
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data } = useDesk('search.all', { text, limit: SHOWN + 1 }, ['dossiers'], { when: text !== '' });
  const found = text === '' ? [] : (data?.dossiers ?? []).filter((row) => row.id !== own && stateFacts[row.state].open);
  const shown: readonly Double[] =
    text === ''
      ? likely
      : found.slice(0, SHOWN).map((row) => ({
          dossierId: row.id,
          code: row.code,
          name: row.name,
          procedure: row.procedure,
          receivedAt: row.receivedAt,
          state: stateFacts[row.state].name,
          isLikely: false,
        }));
  const rows = chosen === null || shown.some((row) => row.dossierId === chosen.dossierId) ? shown : [chosen, ...shown];
  return (
    <>
      <Field
        label={t('find')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        hint={likely.length === 0 ? t('findHint') : t('findHintLikely')}
      />
      <FormRow label={t('into')} id={`${id}-label`}>
        <div className={styles.doubles} role="radiogroup" aria-labelledby={`${id}-label`}>
          {rows.map((row) => (
            <label key={row.dossierId} className={styles.double}>
              <input
                type="radio"
                name={id}
                className={styles.mark}
                checked={row.dossierId === chosen?.dossierId}
                onChange={() => onChoose(row)}
              />
              <span className={styles.words}>
                <b>{row.code}</b> {row.name}
                <span className={styles.small}>
                  {row.procedure}, {t('received', { day: rowDay(row.receivedAt.slice(0, 10), language) })},{' '}
                  {say(row.state).toLowerCase()}
                </span>
              </span>
            </label>
          ))}
          {rows.length === 0 && (
            <p className={styles.small}>{text === '' ? t('noneLikely') : t('noneFound', { text })}</p>
          )}
        </div>
      </FormRow>
    </>
  );
}
