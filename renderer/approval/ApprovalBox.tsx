import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Approval } from '../../contract/desk/approval.ts';
import { problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { useLate } from '../sign-in/use-call.ts';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './ApprovalBox.module.css';

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;

export interface ApprovalBoxProps {
  /** The question: "Yêu cầu bổ sung lần 2?" */
  readonly title: string;
  /** What the rules say against it, a sentence each. */
  readonly rules: readonly string[];
  /** The answer on the left: what happens instead ("Giữ ngày hẹn cũ"). */
  readonly safe: string;
  /** The answer on the right, a verb that names the result. */
  readonly act: string;
  readonly onSafe: () => void;
  /** Does it with the approval; what the desk refuses is said in the box, and the password is typed anew. */
  readonly onApprove: (approval: Approval) => Promise<unknown>;
  /** Further fields, above those of the approval. */
  readonly children?: ReactNode;
}

/**
 * A second person allows what the rules forbid (vượt quy định có người duyệt, decision 13): the rule first, then who of
 * the office's supervisors, their password, and the reason that is kept with it.
 */
export function ApprovalBox(props: ApprovalBoxProps): ReactNode {
  const { title, rules, safe, act, onSafe, onApprove } = props;
  const t = useTranslations('approval');
  const session = useDesk('session.get', {}, ['session']).data;
  const supervisors = (session?.roster ?? []).filter((person) => person.role === 'supervisor');
  const [named, setNamed] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const approve = useMutation({ mutationFn: onApprove, onError: () => setPassword('') });
  const late = useLate(approve.isPending);
  const only = supervisors.length === 1 ? supervisors[0] : undefined;
  const login = (named ?? only?.login ?? '').trim();
  const missing =
    reason.trim().length < SHORTEST_REASON
      ? t('reasonMissing')
      : login === ''
        ? t('whoMissing')
        : password === ''
          ? t('passwordMissing')
          : null;
  const press = (): void => {
    if (missing !== null || approve.isPending) return;
    approve.mutate({ login, password, reason: reason.trim() });
  };
  return (
    <QuestionBox
      title={title}
      rule={
        <>
          {rules.map((rule) => (
            <p key={rule}>{rule}.</p>
          ))}
          <p className={styles.more}>{t('rule')}</p>
        </>
      }
      safe={{ label: safe, onPress: onSafe }}
      act={{ label: act, onPress: press, missing }}
    >
      {props.children}
      <Field
        label={t('reason')}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={500}
        first
        className={styles.row}
      />
      {supervisors.length === 0 ? (
        <Field label={t('who')} value={named ?? ''} onChange={setNamed} maxLength={64} className={styles.row} />
      ) : (
        <Select
          label={t('who')}
          value={login === '' ? null : login}
          options={supervisors.map(({ login: value, name, position }) => ({
            value,
            label: position === '' ? name : `${name}, ${position}`,
          }))}
          onChange={setNamed}
          empty={t('whoChoose')}
          className={styles.row}
        />
      )}
      <Field
        label={t('password')}
        kind="password"
        value={password}
        onChange={setPassword}
        maxLength={200}
        className={styles.row}
      />
      <ProblemLine
        problem={approve.error === null ? null : problemOf(approve.error)}
        waiting={late ? t('waiting') : null}
      />
    </QuestionBox>
  );
}
