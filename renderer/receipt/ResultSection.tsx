import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Field } from '../ui/Field.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { cx } from '../ui/cx.ts';
import { money } from '../ui/format.ts';
import { CountField } from './CountField.tsx';
import { useChange, useForm } from './form.ts';
import { goTo } from './go.ts';
import styles from './Result.module.css';

const MOST_MONEY = 1_000_000_000_000;

/** Part 4: how the result comes back, how many sets, what it costs. */
export function ResultSection({ dense }: { readonly dense: boolean }): ReactNode {
  const t = useTranslations('receipt');
  const change = useChange();
  const content = useForm((state) => state.content);
  const assessment = useForm((state) => state.assessment);
  if (content === null) return null;
  const byPage = assessment?.procedure?.feeByPage === true;
  const fastLane = assessment?.procedure?.fastLane === true;
  return (
    <Section
      n={4}
      title={t('result')}
      level
      className={cx(styles.section, dense && styles.dense)}
      onKey={() => goTo('result')}
    >
      <div className={styles.line} data-go="result">
        {/* Done at once, the result is handed over here. */}
        {!fastLane && (
          <RadioRow
            label={t('way')}
            labelHidden
            value={content.resultWay}
            onChange={(resultWay) => change({ resultWay })}
            options={[
              { value: 'counter', label: t('wayCounter') },
              { value: 'post', label: t('wayPost') },
              { value: 'electronic', label: t('wayElectronic') },
            ]}
          />
        )}
        <span className={cx(styles.figures, fastLane && styles.only)}>
          {!fastLane && (
            <CountField
              label={t('sets')}
              className={styles.sets}
              value={content.sets}
              least={1}
              most={99}
              onChange={(sets) => change({ sets })}
            />
          )}
          {fastLane && (
            <CountField
              label={t('quantity')}
              className={styles.quantity}
              value={content.quantity}
              least={1}
              most={10_000}
              onChange={(quantity) => change({ quantity })}
            />
          )}
          {byPage && (
            <CountField
              label={t('pages')}
              className={styles.quantity}
              value={content.pages}
              least={1}
              most={10_000}
              onChange={(pages) => change({ pages })}
            />
          )}
          <Fee />
        </span>
      </div>
      {content.resultWay === 'post' && (
        <div className={styles.under}>
          <Field
            label={t('resultAddress')}
            value={content.resultAddress}
            maxLength={500}
            onChange={(resultAddress) => change({ resultAddress })}
          />
        </div>
      )}
      <Paid />
    </Section>
  );
}

/** What it costs: words where the data know it, a field where the amount is the council's to set. */
function Fee(): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const change = useChange();
  const [opened, setOpened] = useState(false);
  const amount = useForm((state) => state.assessment?.fee.amount ?? null);
  const entered = useForm((state) => state.content?.feeAmount ?? null);
  const chosen = useForm((state) => (state.assessment?.procedure?.caseId ?? null) !== null);
  if (!chosen) return null;
  if (opened || amount === null || entered !== null) {
    return (
      <span data-go="fee">
        <CountField
          label={t('fee')}
          className={styles.fee}
          value={entered ?? (opened ? amount : null)}
          least={0}
          most={MOST_MONEY}
          onChange={(feeAmount) => change({ feeAmount })}
        />
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.known}
      onClick={() => {
        setOpened(true);
        goTo('fee');
      }}
    >
      <span className={styles.label}>{t('fee')}</span>
      <b>{money(amount, language)}</b>
    </button>
  );
}

/** No office's words: an exemption has at least one. */
const NOT_EXEMPT = '';

/** Whom the rules free from the fee (đối tượng miễn): said by the officer, and kept with the receipt. */
function Exemption({ wide }: { readonly wide: boolean }): ReactNode {
  const t = useTranslations('receipt');
  const change = useChange();
  const exemptions = useForm((state) => state.assessment?.fee.exemptions) ?? [];
  const claimed = useForm((state) => state.content?.feeExemption ?? null);
  return (
    <Select
      label={t('exemption')}
      className={cx(styles.exemption, wide && styles.wide)}
      value={claimed !== null && exemptions.includes(claimed) ? claimed : NOT_EXEMPT}
      options={[
        { value: NOT_EXEMPT, label: t('noExemption') },
        ...exemptions.map((words) => ({ value: words, label: words })),
      ]}
      onChange={(words) =>
        change({ feeExemption: words === NOT_EXEMPT ? null : words, feeAmount: null, feePaid: null, feeReceipt: '' })
      }
    />
  );
}

/** Recorded only (decision 9): the finance receipt is another program's. */
function Paid(): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const amount = useForm((state) => state.assessment?.fee.amount ?? null);
  const change = useChange();
  const lines = useForm((state) => state.assessment?.fee.lines) ?? [];
  const paid = useForm((state) => state.content?.feePaid ?? null);
  const entered = useForm((state) => state.content?.feeAmount ?? null);
  const receipt = useForm((state) => state.content?.feeReceipt ?? '');
  const chosen = useForm((state) => (state.assessment?.procedure?.caseId ?? null) !== null);
  const exemptions = useForm((state) => state.assessment?.fee.exemptions.length ?? 0);
  const isExempt = useForm((state) => (state.assessment?.fee.exemption ?? null) !== null);
  if (!chosen) return null;
  const isDue = amount !== 0;
  if (!isDue && !isExempt) return null;
  const how = paid === null || paid === 'nothing-due' ? 'unpaid' : paid;
  // An amount entered by hand needs no explanation of why it had to be, nor does one already taken.
  const isExplained = !isExempt && entered === null && (how === 'unpaid' || exemptions === 0);
  return (
    <div className={styles.paid}>
      {(isExplained || exemptions === 0) && (
        <span className={styles.why}>{isExplained ? lines.map(say).join('. ') : ''}</span>
      )}
      {exemptions > 0 && <Exemption wide={!isExplained} />}
      {isDue && amount !== null && (
        <Select
          label={t('paid')}
          className={styles.how}
          value={how}
          options={(['unpaid', 'cash', 'transfer', 'online'] as const).map((value) => ({
            value,
            label: t(`paidHow.${value}`),
          }))}
          onChange={(feePaid) => change({ feePaid })}
        />
      )}
      {isDue && amount !== null && how !== 'unpaid' && (
        <Field
          label={t('feeReceipt')}
          className={styles.receipt}
          value={receipt}
          maxLength={60}
          onChange={(feeReceipt) => change({ feeReceipt })}
        />
      )}
    </div>
  );
}
