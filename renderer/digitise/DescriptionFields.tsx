import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { documentTypes } from '../../domain/digitise/document-types.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Digitise.module.css';
import { dateIn, withPaper, type DescriptionForm } from './form-state.ts';

export interface DescriptionFieldsProps {
  readonly form: DescriptionForm;
  readonly onForm: (form: DescriptionForm) => void;
  readonly prepared: CallOutput<'digitise.prepare'>;
  readonly forbidden: boolean;
}

/** What must be known of the paper (rules §1.2 C), and the word that it matches. */
export function DescriptionFields({ form, onForm, prepared, forbidden }: DescriptionFieldsProps): ReactNode {
  const t = useTranslations('digitise');
  const say = useSay();
  const set = (part: Partial<DescriptionForm>): void => onForm({ ...form, ...part });
  const bareOwner = form.ownerId.replace(/[\s.-]/g, '');
  const ownerWrong = bareOwner !== '' && !/^(?:\d{12}|\d{10}(?:\d{3})?)$/.test(bareOwner);
  const [from, to] = [dateIn(form.validFrom), dateIn(form.validTo)];
  const backwards = typeof from === 'string' && typeof to === 'string' && to < from;
  return (
    <div className={styles.form}>
      <Select
        label={t('paper')}
        value={form.paperId}
        options={[
          ...prepared.papers.map(({ paperId, name, may }) => ({
            value: paperId,
            label: may ? name : t('paperForbidden', { name }),
          })),
          { value: '', label: t('paperNone') },
        ]}
        onChange={(paperId) => onForm(withPaper(form, paperId, prepared))}
      />
      {forbidden && <ProblemNotice problem={{ code: 'SH-06', params: {} }} />}
      <Select
        label={t('documentType')}
        value={form.documentType}
        empty={t('choose')}
        options={documentTypes.map(({ code, name }) => ({ value: code as string, label: say(name) }))}
        onChange={(documentType) => set({ documentType })}
      />
      <Field label={t('name')} value={form.title} onChange={(title) => set({ title })} lines={2} maxLength={500} />
      <Field
        label={t('summary')}
        value={form.summary}
        onChange={(summary) => set({ summary })}
        lines={2}
        maxLength={1000}
        hint={t('summaryHint')}
      />
      <Field
        label={t('owner')}
        value={form.ownerId}
        onChange={(ownerId) => set({ ownerId })}
        maxLength={40}
        sentence={ownerWrong ? t('ownerWrong') : null}
        hint={t('ownerHint')}
      />
      <div className={styles.dates}>
        <Field
          label={t('validFrom')}
          value={form.validFrom}
          onChange={(validFrom) => set({ validFrom })}
          maxLength={10}
          sentence={from === undefined ? t('dateWrong') : null}
        />
        <Field
          label={t('validTo')}
          value={form.validTo}
          onChange={(validTo) => set({ validTo })}
          maxLength={10}
          sentence={to === undefined ? t('dateWrong') : backwards ? t('validityWrong') : null}
          hint={t('dateHint')}
        />
      </div>
      <RadioRow
        label={t('scope')}
        value={form.scope}
        options={[
          { value: 'dossier', label: t('scopeDossier') },
          { value: 'owner', label: t('scopeOwner') },
        ]}
        onChange={(scope) => set({ scope })}
      />
      <Checkbox
        label={t('matched')}
        hint={t('matchedHint')}
        checked={form.matched}
        onChange={(matched) => set({ matched })}
      />
    </div>
  );
}
