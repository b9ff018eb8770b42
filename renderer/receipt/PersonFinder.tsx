import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useDesk } from '../app/queries.ts';
import { personalId } from '../ui/format.ts';
import { writtenDate } from './content.ts';
import { FindField } from './FindField.tsx';

type Known = CallOutput<'person.find'>[number];

export interface PersonFinderProps {
  readonly label: string;
  readonly value: string;
  readonly first?: boolean;
  readonly hint?: string | undefined;
  readonly onChange: (name: string) => void;
  readonly onPick: (person: Known) => void;
}

/** The name of somebody; people known here are offered while it is typed. */
export function PersonFinder(props: PersonFinderProps): ReactNode {
  const t = useTranslations('receipt');
  // Only what is typed is looked for: a name that stands there already offers nobody.
  const [typed, setTyped] = useState('');
  const asks = typed.trim().length >= 2;
  const { data } = useDesk('person.find', { text: typed, limit: 6 }, ['dossiers'], { when: asks });
  const people = asks ? (data ?? []) : [];
  return (
    <FindField
      label={props.label}
      value={props.value}
      free
      strong
      first={props.first === true}
      hint={props.hint}
      head={t('knownPeople')}
      found={people.map((person, index) => ({
        key: String(index),
        title: person.name,
        detail: [
          person.personalId === null ? (person.oldId ?? '') : personalId(person.personalId),
          person.birthDate === null ? '' : writtenDate(person.birthDate),
          person.address,
        ]
          .filter((part) => part !== '')
          .join(', '),
      }))}
      onChange={(name) => {
        setTyped(name);
        props.onChange(name);
      }}
      onPick={(key) => {
        const person = people[Number(key)];
        if (person !== undefined) props.onPick(person);
        setTyped('');
      }}
      onLeave={() => setTyped('')}
    />
  );
}
