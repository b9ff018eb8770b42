import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultPage } from '../../contract/desk/results.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { personalId } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { authorityFault, cardFits, type AuthorityKind, type CollectorKind, type ReturnForm } from './form.ts';
import styles from './Results.module.css';

export interface PartProps {
  readonly form: ReturnForm;
  readonly page: ResultPage;
  readonly onChange: (change: Partial<ReturnForm>) => void;
}

const authorities: readonly AuthorityKind[] = [
  'power-of-attorney',
  'relative',
  'legal-representative',
  'staff',
  'none',
];

/** 1: who collects, how they were made sure of, and by what right. */
export function CollectorSection({ form, page, onChange }: PartProps): ReactNode {
  const t = useTranslations('results');
  const kinds: readonly CollectorKind[] =
    page.submitter === null ? ['applicant', 'authorised', 'post'] : ['applicant', 'submitter', 'authorised', 'post'];
  const known =
    form.collector === 'applicant'
      ? page.applicant
      : form.collector === 'submitter'
        ? (page.submitter?.person ?? null)
        : null;
  const id = known?.personalId ?? known?.oldId ?? known?.taxCode ?? '';
  return (
    <Section n={1} title={t('collector')} level>
      <div className={styles.inner}>
        <RadioRow
          label={t('who1')}
          labelHidden
          value={form.collector}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          first
          onChange={(collector) => onChange({ collector, seen: false })}
        />
        {known !== null && (
          <Facts
            facts={[
              { label: t('name'), value: <b>{known.name}</b> },
              ...(id === '' ? [] : [{ label: t('personalId'), value: personalId(id) }]),
              ...(form.collector === 'submitter' && page.submitter !== null && page.submitter.reference !== ''
                ? [{ label: t('authority'), value: page.submitter.reference }]
                : []),
            ]}
          />
        )}
        {form.collector === 'authorised' && <Authorised form={form} page={page} onChange={onChange} />}
        {form.collector === 'post' ? (
          <>
            <Field
              label={t('postNumber')}
              value={form.postNumber}
              maxLength={80}
              onChange={(postNumber) => onChange({ postNumber })}
            />
            {page.resultAddress !== '' && <Facts facts={[{ label: t('postTo'), value: page.resultAddress }]} />}
          </>
        ) : (
          <div className={styles.checks}>
            <Identity form={form} page={page} onChange={onChange} />
            <Checkbox
              label={t('slipShown')}
              checked={form.slipShown}
              onChange={(slipShown) => onChange({ slipShown })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}

/** A card that fits says it by itself; else the officer says that they looked. */
function Identity({ form, page, onChange }: PartProps): ReactNode {
  const t = useTranslations('results');
  const fits = cardFits(form, page);
  if (fits && form.cardCertain) {
    return (
      <p className={styles.line}>
        <Icon name="card" />
        {t('cardRead')}
      </p>
    );
  }
  return (
    <>
      {form.card !== null && (
        <p className={styles.weak}>
          <Icon name="exclaim" />
          {fits ? t('cardUnsure') : t('cardOther', { name: form.card.name })}
        </p>
      )}
      <Checkbox label={t('seen')} checked={form.seen} onChange={(seen) => onChange({ seen })} />
    </>
  );
}

function Authorised({ form, page, onChange }: PartProps): ReactNode {
  const t = useTranslations('results');
  const fault = authorityFault(form, page);
  const kind = form.authority;
  const hasRelation = kind === 'relative' || kind === 'staff' || kind === 'legal-representative';
  const hasPaper = kind === 'relative' || kind === 'legal-representative';
  const hasNumber = kind !== null && kind !== 'none';
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('name')} value={form.name} maxLength={200} onChange={(name) => onChange({ name })} />
        <Field
          label={t('personalId')}
          kind="number"
          value={form.personalId}
          maxLength={20}
          onChange={(typed) => onChange({ personalId: typed })}
        />
      </div>
      <Select
        label={t('authority')}
        value={kind}
        empty={t('authorityChoose')}
        options={authorities.map((each) => ({ value: each, label: t(`authorityKind.${each}`) }))}
        onChange={(authority) => onChange({ authority })}
      />
      {(hasRelation || hasPaper) && (
        <div className={styles.pair}>
          {hasRelation && (
            <Field
              label={t('relation')}
              value={form.relation}
              maxLength={120}
              onChange={(relation) => onChange({ relation })}
            />
          )}
          {hasPaper && (
            <Field label={t('paper')} value={form.paper} maxLength={200} onChange={(paper) => onChange({ paper })} />
          )}
        </div>
      )}
      {hasNumber && (
        <div className={styles.pair}>
          <Field
            label={t('docNumber')}
            value={form.number}
            maxLength={80}
            onChange={(number) => onChange({ number })}
          />
          <Field label={t('docDate')} value={form.date} maxLength={20} onChange={(date) => onChange({ date })} />
        </div>
      )}
      {fault !== null && (
        <p className={styles.weak} role="status">
          <Icon name="exclaim" />
          {t(`fault.${fault}`)}
        </p>
      )}
    </>
  );
}
