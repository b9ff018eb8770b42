import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../app/desk-client.ts';
import { Select } from '../../ui/Select.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';

export interface AssignFormProps extends StepFormProps {
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly assignee: string;
}

/** Back to the unit, for anybody to take. */
const NOBODY = '-';

/** Gives a dossier to somebody else of the unit (phân công). */
export function AssignForm({ id, colleagues, assignee, onClose, onDone }: AssignFormProps): ReactNode {
  const t = useTranslations('work');
  const [to, setTo] = useState<string | null>(null);
  const others = colleagues.filter((person) => person.id !== assignee);
  const options = [
    ...others.map(({ id: value, name: label }) => ({ value, label })),
    ...(assignee === '' ? [] : [{ value: NOBODY, label: t('assign.back') }]),
  ];
  const name = others.find((person) => person.id === to)?.name;
  return (
    <ActBox
      title={t('assign.title')}
      rule={t('assign.rule')}
      act={t('assign.act')}
      missing={to === null ? t('assign.missing') : null}
      write={() => desk('processing.assign', { id, to: to === null || to === NOBODY ? '' : to })}
      onClose={onClose}
      onDone={() => onDone({ words: name === undefined ? t('assign.doneBack') : t('assign.done', { name }) })}
    >
      <Select label={t('assign.who')} value={to} options={options} onChange={setTo} empty={t('assign.choose')} first />
    </ActBox>
  );
}
