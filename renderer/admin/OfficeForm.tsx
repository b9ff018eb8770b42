import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Office } from '../../contract/sync.ts';
import { useCall } from '../sign-in/use-call.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Select } from '../ui/Select.tsx';
import { bankLack, isPrefix, officeInput, officeLack, type OfficeDraft } from './drafts.ts';
import { FormPanel } from './FormPanel.tsx';
import styles from './forms.module.css';
import { officeKinds, useKindWord } from './office-kinds.ts';
import type { RowFormProps } from './row-form.ts';
import { officesInOrder } from './rows.ts';

export interface OfficeFormProps extends RowFormProps<OfficeDraft, Office> {
  readonly offices: readonly Office[];
  /** Kind, prefix, parent and disabling are the province's. */
  readonly provincial: boolean;
}

export function OfficeForm(props: OfficeFormProps): ReactNode {
  const { draft, saved, provincial, onDraft } = props;
  const t = useTranslations('admin');
  const save = useCall('admin.saveOffice');
  const set = (part: Partial<OfficeDraft>): void => onDraft({ ...draft, ...part });
  const lack = officeLack(draft, saved);
  const submit = (): void => {
    if (lack === null) save.run(officeInput(draft), props.onSaved);
  };
  return (
    <FormPanel
      title={saved?.shortName ?? t('newOffice')}
      act={saved === null ? t('createOffice') : t('save')}
      missing={lack === null ? null : t(lack)}
      onSave={submit}
      onDiscard={props.onDiscard}
      problem={save.problem}
      waiting={save.late ? t('saving') : null}
      done={props.done}
      onReopen={props.onReopen}
    >
      <Field label={t('officeName')} value={draft.name} onChange={(name) => set({ name })} lines={2} maxLength={200} />
      <Field
        label={t('shortName')}
        value={draft.shortName}
        onChange={(shortName) => set({ shortName })}
        maxLength={120}
      />
      <Field
        label={t('authority')}
        value={draft.authority}
        onChange={(authority) => set({ authority })}
        hint={t('authorityHint')}
        maxLength={200}
      />
      <Field
        label={t('place')}
        value={draft.place}
        onChange={(place) => set({ place })}
        hint={t('placeHint')}
        maxLength={80}
      />
      <Field label={t('phone')} kind="phone" value={draft.phone} onChange={(phone) => set({ phone })} maxLength={60} />
      <Field
        label={t('address')}
        value={draft.address}
        onChange={(address) => set({ address })}
        lines={2}
        maxLength={300}
      />
      <Bank draft={draft} set={set} />
      <div className={styles.stop} />
      <ProvincesOwn {...props} set={set} />
      {saved !== null && provincial && (
        <div className={styles.stop}>
          <Checkbox
            label={t('stopOffice')}
            hint={t('stopOfficeHint')}
            checked={draft.disabled}
            onChange={(disabled) => set({ disabled })}
          />
        </div>
      )}
    </FormPanel>
  );
}

/** Where fees are transferred to; all four or none. */
function Bank({
  draft,
  set,
}: {
  readonly draft: OfficeDraft;
  readonly set: (part: Partial<OfficeDraft>) => void;
}): ReactNode {
  const t = useTranslations('admin');
  const { bank } = draft;
  const put = (part: Partial<OfficeDraft['bank']>): void => set({ bank: { ...bank, ...part } });
  const lack = bankLack(bank);
  return (
    <>
      <div className={styles.stop} />
      <Field
        label={t('bankBin')}
        value={bank.bin}
        onChange={(bin) => put({ bin })}
        hint={t('bankBinHint')}
        sentence={lack === 'lackBankBin' && bank.bin.trim() !== '' ? t('bankBinWrong') : null}
        maxLength={6}
      />
      <Field label={t('bankName')} value={bank.bankName} onChange={(bankName) => put({ bankName })} maxLength={80} />
      <Field
        label={t('bankAccount')}
        value={bank.account}
        onChange={(account) => put({ account })}
        sentence={lack === 'lackBankAccount' && bank.account.trim() !== '' ? t('bankAccountWrong') : null}
        maxLength={30}
      />
      <Field label={t('bankHolder')} value={bank.holder} onChange={(holder) => put({ holder })} maxLength={120} />
    </>
  );
}

function ProvincesOwn(props: OfficeFormProps & { readonly set: (part: Partial<OfficeDraft>) => void }): ReactNode {
  const { draft, offices, provincial, set } = props;
  const t = useTranslations('admin');
  const kindWord = useKindWord();
  const parent = offices.find((office) => office.id === draft.parent);
  if (!provincial) {
    return (
      <>
        <FormRow label={t('codePrefix')}>{draft.codePrefix === '' ? t('noPrefix') : draft.codePrefix}</FormRow>
        <FormRow label={t('kind')}>{kindWord(draft.kind)}</FormRow>
        <FormRow label={t('parent')}>{parent?.shortName ?? t('noParent')}</FormRow>
        <p className={styles.note}>{t('byProvince')}</p>
      </>
    );
  }
  const wrong = draft.codePrefix.trim() !== '' && !isPrefix(draft.codePrefix);
  const above = offices.filter((office) => office.id !== draft.id && office.kind !== 'processing-unit');
  return (
    <>
      <Field
        label={t('codePrefix')}
        value={draft.codePrefix}
        onChange={(codePrefix) => set({ codePrefix })}
        hint={t('codePrefixHint')}
        sentence={wrong ? t('codePrefixWrong') : null}
        maxLength={20}
      />
      <Select
        label={t('kind')}
        value={draft.kind}
        options={officeKinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={t('parent')}
        value={draft.parent ?? NONE}
        options={[
          { value: NONE, label: t('noParent') },
          ...officesInOrder(above).map((office) => ({ value: office.id, label: office.shortName })),
        ]}
        onChange={(id) => set({ parent: id === NONE ? null : id })}
      />
    </>
  );
}

/** No office's id: ids begin with a letter or a digit. */
const NONE = '-';
