import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { personalId } from '../ui/format.ts';
import { useKey } from '../ui/keyboard.tsx';
import { ApplicantForm } from './ApplicantForm.tsx';
import { turnOnBehalf, writtenDate, type TypedPerson } from './content.ts';
import { Folded } from './Folded.tsx';
import { useForm, useFormWork } from './form.ts';
import { goTo } from './go.ts';
import styles from './Person.module.css';
import { SubmitterForm } from './SubmitterForm.tsx';

/** Part 1: who hands it in, and for whom. */
export function PersonSection({
  folded,
  onUnfold,
}: {
  readonly folded: boolean;
  readonly onUnfold: () => void;
}): ReactNode {
  const t = useTranslations('receipt');
  const applicant = useForm((state) => state.content?.applicant ?? null);
  const submitter = useForm((state) => state.content?.submitter ?? null);
  const { edit, now } = useFormWork();
  const unfold = (): void => {
    onUnfold();
    goTo('phone', 'person');
  };
  const turn = (): void => {
    const { content, aside, setAside } = now();
    if (content === null) return;
    const turned = turnOnBehalf(content, aside);
    edit(() => turned.content);
    setAside(turned.aside);
    onUnfold();
    goTo(
      turned.content.submitter === null ? 'phone' : turned.content.submitter.name === '' ? 'submitter' : 'authority',
    );
  };
  useKey('onBehalf', turn, { when: folded, name: submitter === null ? t('onBehalf') : t('notOnBehalf') });
  if (folded) {
    return (
      <Folded n={1} title={t('person')} onUnfold={unfold}>
        <b>{applicant?.name ?? submitter?.name}</b>
        {applicant !== null && submitter === null && <FoldedFacts person={applicant} />}
        {applicant !== null && submitter !== null && <span>{`${t('submitter')} ${submitter.name}`}</span>}
      </Folded>
    );
  }
  const behalf = (
    <Button size="small" action="onBehalf" onPress={turn}>
      {submitter === null ? t('onBehalf') : t('notOnBehalf')}
    </Button>
  );
  return (
    <Section
      n={1}
      title={t('person')}
      level={!isKnown(applicant) && submitter === null}
      onKey={() => goTo('phone', 'person')}
    >
      {submitter !== null && <SubmitterForm submitter={submitter} />}
      <div data-go="person" className={submitter === null ? undefined : styles.owner}>
        {submitter !== null && (
          <div className={styles.ownerHead}>
            <h3>{t('owner')}</h3>
            {behalf}
          </div>
        )}
        <ApplicantForm applicant={applicant} alone={submitter === null} behalf={submitter === null ? behalf : null} />
      </div>
    </Section>
  );
}

function FoldedFacts({ person }: { readonly person: TypedPerson }): ReactNode {
  const t = useTranslations('receipt');
  const facts = [
    personalId(person.personalId === '' ? person.oldId : person.personalId),
    writtenDate(person.birthDate),
    person.sex === null ? '' : t(person.sex),
    person.phone,
  ].filter((fact) => fact !== '');
  return <span>{facts.join(', ')}</span>;
}

/** Read from a card or known here: shown as words. What is typed stays in fields. */
export function isKnown(person: { readonly name: string; readonly source: TypedPerson['source'] } | null): boolean {
  return person !== null && person.name !== '' && person.source !== null && person.source.kind !== 'typed';
}
