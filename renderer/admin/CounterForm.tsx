import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { machineKinds, placeUses, useMachineKinds, usePlaceUses } from './machine-kinds.ts';
import type { Counter, Office } from '../../contract/sync.ts';
import { useCall } from '../sign-in/use-call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { counterInput, counterLack, type CounterDraft } from './drafts.ts';
import { EnrolmentCode } from './EnrolmentCode.tsx';
import { FormPanel } from './FormPanel.tsx';
import styles from './forms.module.css';
import type { RowFormProps } from './row-form.ts';

export interface CounterFormProps extends RowFormProps<CounterDraft, Counter> {
  readonly offices: readonly Office[];
}

export function CounterForm(props: CounterFormProps): ReactNode {
  const { draft, saved, offices, onDraft } = props;
  const t = useTranslations('admin');
  const kinds = useMachineKinds();
  const uses = usePlaceUses();
  const save = useCall('admin.saveCounter');
  const give = useCall('admin.enrolmentCode');
  const lack = counterLack(draft, saved);
  const submit = (): void => {
    if (lack === null) save.run(counterInput(draft, saved), props.onSaved);
  };
  const giveMissing =
    saved?.disabled === true ? t('giveCodeStopped') : lack === 'lackChange' ? null : t('giveCodeMissing');
  return (
    <FormPanel
      title={saved?.name ?? t('newCounter')}
      act={saved === null ? t('createCounter') : t('save')}
      missing={lack === null ? null : t(lack)}
      onSave={submit}
      onDiscard={props.onDiscard}
      problem={save.problem ?? give.problem}
      waiting={save.late ? t('saving') : give.late ? t('giving') : null}
      done={props.done}
      onReopen={props.onReopen}
    >
      <Field
        label={t('counterName')}
        value={draft.name}
        onChange={(name) => onDraft({ ...draft, name })}
        maxLength={60}
      />
      <FormRow label={t('office')}>
        {offices.find((office) => office.id === draft.office)?.shortName ?? draft.office}
      </FormRow>
      {saved === null ? (
        <RadioRow
          label={t('counterKind')}
          value={draft.kind ?? 'desk'}
          options={machineKinds.map((value) => ({ value, label: kinds[value] }))}
          onChange={(kind) => onDraft({ ...draft, kind })}
        />
      ) : (
        <FormRow label={t('counterKind')}>{kinds[saved.kind]}</FormRow>
      )}
      {(draft.kind ?? 'desk') === 'desk' && (
        <RadioRow
          label={t('counterUse')}
          value={draft.use}
          options={placeUses.map((value) => ({ value, label: uses[value] }))}
          onChange={(use) => onDraft({ ...draft, use })}
        />
      )}
      {saved !== null && (
        <>
          <div className={styles.stop}>
            <Checkbox
              label={t('stopCounter')}
              hint={t('stopCounterHint')}
              checked={draft.disabled}
              onChange={(disabled) => onDraft({ ...draft, disabled })}
            />
          </div>
          <div className={styles.stop}>
            <EnrolmentCode
              name={saved.name}
              given={give.pending ? null : give.value}
              button={
                <Button missing={giveMissing} onPress={() => give.run({ office: saved.office, counter: saved.id })}>
                  {t('giveCode')}
                </Button>
              }
            />
          </div>
        </>
      )}
    </FormPanel>
  );
}
