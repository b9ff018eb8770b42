import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Bilingual } from '../../domain/text.ts';
import { useSay } from '../app/say.ts';
import { ToldRow } from '../correction/ToldRow.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { keyShortcut } from '../ui/keys.ts';
import type { MatterRow } from './matter-row.ts';
import styles from './MatterSheet.module.css';
import { SidesTable } from './SidesTable.tsx';
import { TellPart } from './TellPart.tsx';
import type { MatterInHand } from './use-matter.ts';

/** The chosen matter under the list: both sides in the words of the form, the reason, how the citizen is told. */
export function MatterSheet({
  inHand,
  mayTell,
}: {
  readonly inHand: MatterInHand;
  readonly mayTell: boolean;
}): ReactNode {
  const t = useTranslations('settle');
  const say = useSay();
  const { matter, preview, work, change } = inHand;
  if (matter === null) return null;
  const { row, rows } = matter;
  return (
    <section className={styles.matter} aria-label={t('matter')} data-go="matter">
      <h2 className={styles.title}>{titleOf(row, say)}</h2>
      <p className={styles.small}>
        {say(matter.what)} {say(matter.safe)}
      </p>
      {rows.length > 0 && (
        <SidesTable
          matter={matter}
          choices={work.choices}
          onChoose={(key, choice) => change({ choices: { ...work.choices, [key]: choice } })}
        />
      )}
      {matter.same.length > 0 && <Same same={matter.same} />}
      {row.kind === 'call-back' && mayTell && <TellPart matter={matter} work={work} onChange={change} />}
      {matter.mayNot === null && row.thing === null && (
        <div className={styles.fields}>
          <Field
            label={t('reason')}
            value={work.reason}
            maxLength={2000}
            hint={work.reason === '' ? t('reasonHint') : undefined}
            onChange={(reason) => change({ reason })}
          />
          {preview?.callBack === true && (
            <ToldRow value={work.told} mayMessage={matter.mayMessage} onChange={(told) => change({ told })} />
          )}
        </div>
      )}
    </section>
  );
}

function titleOf({ thing, code, name }: MatterRow, say: (text: Bilingual) => string): string {
  const known = [code, name].filter((part) => part !== '').join(', ');
  if (thing === null) return known;
  return known === '' ? say(thing) : `${known}. ${say(thing)}`;
}

/** Lines of the form both sides agree on, folded. */
function Same({ same }: { readonly same: NonNullable<MatterInHand['matter']>['same'] }): ReactNode {
  const t = useTranslations('settle');
  const say = useSay();
  const [open, setOpen] = useState(false);
  useKey('hiddenRows', () => setOpen(!open));
  return (
    <>
      <div className={styles.under}>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-keyshortcuts={keyShortcut('hiddenRows')}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          {t('same', { n: same.length })}
          <Keycap action="hiddenRows" />
        </button>
        <span className={styles.keys} aria-hidden="true">
          {t('keySide')} <Icon name="arrowLeft" /> <Icon name="arrowRight" /> {t('keyRow')} <Icon name="arrowDown" />
        </span>
      </div>
      {open && (
        <dl className={styles.same}>
          {same.map((line) => (
            <div key={line.label.vi}>
              <dt>{say(line.label)}</dt>
              <dd>{say(line.text)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
