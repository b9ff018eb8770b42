import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PublishedEdition } from '../../../contract/slip-template.ts';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { parseTypedDate } from '../../../domain/citizen/typed-date.ts';
import { templateFaults } from '../../../domain/form/template-faults.ts';
import type { SlipTemplate } from '../../../domain/form/template.ts';
import { useSay } from '../../app/say.ts';
import { useCall } from '../../sign-in/use-call.ts';
import { plainDate } from '../../ui/format.ts';
import { Field } from '../../ui/Field.tsx';
import { FormPanel } from '../FormPanel.tsx';
import { hasBadMeasure } from './editions.ts';
import styles from './TemplateEditor.module.css';

/** What a new edition still lacks, the day it holds from, and its publishing (ban hành). */
export function PublishPanel(props: {
  readonly title: string;
  readonly template: SlipTemplate;
  readonly basedOn: string;
  readonly isChanged: boolean;
  /** Null: for every office of the province. */
  readonly office: string | null;
  readonly today: CivilDate;
  readonly onBlock: (at: number) => void;
  readonly onBack: () => void;
  readonly onDiscard: () => void;
  readonly onPublished: (edition: PublishedEdition) => void;
  readonly onReopen: () => void;
}): ReactNode {
  const { template, today } = props;
  const t = useTranslations('template');
  const say = useSay();
  const publish = useCall('admin.publishSlipEdition');
  const [typed, setTyped] = useState(plainDate(today));
  const validFrom = parseTypedDate(typed);
  const dateWrong = validFrom === null ? t('dateWrong') : validFrom < today ? t('datePast') : null;
  const faults = templateFaults(template);
  const bad = hasBadMeasure(template);
  const missing = !props.isChanged
    ? t('lackChange')
    : faults.length > 0
      ? t('lackFaults', { n: faults.length })
      : bad
        ? t('lackMeasure')
        : dateWrong === null
          ? null
          : t('lackDate');
  return (
    <FormPanel
      title={props.title}
      act={t('publish')}
      missing={missing}
      onSave={() => {
        if (missing !== null || validFrom === null) return;
        const { office, basedOn } = props;
        publish.run({ office, basedOn, template, validFrom }, props.onPublished);
      }}
      onDiscard={props.isChanged ? props.onDiscard : null}
      problem={publish.problem}
      waiting={publish.late ? t('publishing') : null}
      done={null}
      onReopen={props.onReopen}
      onBack={props.onBack}
    >
      <Field
        label={t('validFrom')}
        kind="number"
        value={typed}
        onChange={setTyped}
        onDone={() => {
          if (validFrom !== null) setTyped(plainDate(validFrom));
        }}
        sentence={dateWrong}
        hint={t('validFromHint')}
      />
      <p className={styles.scope}>{t(props.office === null ? 'forProvince' : 'forOffice')}</p>
      {faults.length > 0 && (
        <section role="status">
          <h3 className={styles.faultsTitle}>{t('faults')}</h3>
          <ul className={styles.faults}>
            {faults.map(({ block, words }, at) => (
              <li key={at}>
                {block === null ? (
                  say(words)
                ) : (
                  <button type="button" className={styles.fault} onClick={() => props.onBlock(block)}>
                    {t('faultAt', { n: block + 1, words: say(words) })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormPanel>
  );
}
