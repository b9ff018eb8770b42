import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AdminUser } from '../../contract/desk/admin.ts';
import type { Role } from '../../contract/roles.ts';
import type { Office } from '../../contract/sync.ts';
import { useCall } from '../sign-in/use-call.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Select } from '../ui/Select.tsx';
import { isLogin, PASSWORD_LENGTH, userInput, userLack, type UserDraft } from './drafts.ts';
import { FormPanel } from './FormPanel.tsx';
import { OfficeSelect } from './OfficeSelect.tsx';
import styles from './forms.module.css';
import type { RowFormProps } from './row-form.ts';

export interface UserFormProps extends RowFormProps<UserDraft, AdminUser> {
  readonly offices: readonly Office[];
  /** May move people to other offices, and say who reads the whole province. */
  readonly provincial: boolean;
  /** The account of whoever sits here: it cannot lock itself out. */
  readonly own: boolean;
}

const roles: readonly Role[] = ['officer', 'supervisor', 'unitOfficer', 'administrator', 'provincialViewer'];

export function UserForm(props: UserFormProps): ReactNode {
  const { draft, saved, provincial, own, onDraft } = props;
  const t = useTranslations('admin');
  const roleWord = useTranslations('role');
  const save = useCall('admin.saveUser');
  const set = (part: Partial<UserDraft>): void => onDraft({ ...draft, ...part });
  const lack = userLack(draft, saved);
  const submit = (): void => {
    if (lack === null) save.run(userInput(draft), props.onSaved);
  };
  const offered = roles.filter((role) => role !== 'provincialViewer' || provincial || draft.role === role);
  const { password } = draft;
  const short = password === null || password === '' ? 0 : PASSWORD_LENGTH - password.length;
  return (
    <FormPanel
      title={saved?.name ?? t('newUser')}
      act={saved === null ? t('createUser') : t('save')}
      missing={lack === null ? null : t(lack)}
      onSave={submit}
      onDiscard={props.onDiscard}
      problem={save.problem}
      waiting={save.late ? t('saving') : null}
      done={props.done}
      onReopen={props.onReopen}
    >
      <Field label={t('name')} value={draft.name} onChange={(name) => set({ name })} maxLength={120} />
      <Field
        label={t('login')}
        value={draft.login}
        onChange={(login) => set({ login })}
        hint={saved === null ? t('loginHint') : undefined}
        sentence={draft.login !== '' && !isLogin(draft.login) ? t('loginWrong') : null}
        maxLength={64}
      />
      {own ? (
        <FormRow label={t('role')}>{roleWord(draft.role)}</FormRow>
      ) : (
        <Select
          label={t('role')}
          value={draft.role}
          options={offered.map((role) => ({ value: role, label: roleWord(role) }))}
          onChange={(role) => set({ role })}
        />
      )}
      <OfficeSelect
        value={draft.office}
        offices={props.offices}
        fixed={!provincial}
        onChange={(office) => set({ office })}
      />
      {draft.role === 'unitOfficer' && (
        <Field label={t('unit')} value={draft.unit} onChange={(unit) => set({ unit })} maxLength={200} />
      )}
      {(draft.role === 'officer' || draft.role === 'unitOfficer') && (
        <Field
          label={t('fields')}
          value={draft.fields}
          onChange={(fields) => set({ fields })}
          hint={t('fieldsHint')}
          maxLength={400}
        />
      )}
      <Field label={t('position')} value={draft.position} onChange={(position) => set({ position })} maxLength={120} />
      {password === null ? (
        <FormRow label={t('password')}>
          <Button size="small" onPress={() => set({ password: '' })}>
            {t('resetPassword')}
          </Button>
        </FormRow>
      ) : (
        <>
          <Field
            label={saved === null ? t('password') : t('newPassword')}
            value={password}
            onChange={(text) => set({ password: text })}
            hint={t('passwordHint')}
            sentence={short > 0 ? t('passwordShort', { n: short }) : null}
            maxLength={200}
          />
          {saved !== null && (
            <FormRow label="">
              <Button size="small" onPress={() => set({ password: null })}>
                {t('keepPassword')}
              </Button>
            </FormRow>
          )}
        </>
      )}
      {own && <p className={styles.note}>{t('self')}</p>}
      {saved !== null && !own && (
        <div className={styles.stop}>
          <Checkbox
            label={t('stopUser')}
            hint={t('stopUserHint')}
            checked={draft.disabled}
            onChange={(disabled) => set({ disabled })}
          />
        </div>
      )}
    </FormPanel>
  );
}
