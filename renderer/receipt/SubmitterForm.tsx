import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import { KnownValue } from '../ui/KnownValue.tsx';
import { Select } from '../ui/Select.tsx';
import { personalId } from '../ui/format.ts';
import { Source } from './ApplicantForm.tsx';
import { withSubmitter, type TypedSubmitter } from './content.ts';
import { useFormWork } from './form.ts';
import { goTo } from './go.ts';
import { KnownName } from './KnownName.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import styles from './Person.module.css';
import { RemarkField } from './RemarkField.tsx';
import { useRemark } from './remarks.ts';

const authorities = ['power-of-attorney', 'legal-representative', 'relative', 'staff', 'other'] as const;

/** Nộp thay: who stands here, and by what right they act for the applicant. */
export function SubmitterForm({ submitter }: { readonly submitter: TypedSubmitter }): ReactNode {
  const t = useTranslations('receipt');
  const { edit } = useFormWork();
  const change = (part: Partial<TypedSubmitter>): void => edit((content) => withSubmitter(content, part));
  const idRemark = useRemark('submitter.personalId');
  const known = submitter.name !== '' && submitter.source !== null && submitter.source.kind !== 'typed';
  return (
    <div className={styles.submitter}>
      {known ? (
        <div className={styles.name}>
          <KnownName name={submitter.name} onChange={(name) => change({ name })} />
          <span className={styles.small}>{t('forOther')}</span>
          <Source source={submitter.source} />
        </div>
      ) : (
        <div data-go="submitter">
          <PersonFinder
            label={t('submitter')}
            value={submitter.name}
            first
            hint={submitter.name === '' ? t('nameHint') : undefined}
            onChange={(name) => change({ name })}
            onPick={(person) => {
              change({
                name: person.name,
                personalId: person.personalId ?? person.oldId ?? '',
                phone: person.phone,
                address: person.address,
                source: person.source,
              });
              goTo('authority');
            }}
          />
        </div>
      )}
      <div className={styles.pair}>
        {known ? (
          <KnownValue
            label={t('personalId')}
            value={submitter.personalId}
            shown={personalId(submitter.personalId)}
            onChange={(id) => change({ personalId: id })}
            sentence={idRemark}
          />
        ) : (
          <RemarkField
            about="submitter.personalId"
            label={t('personalId')}
            kind="number"
            value={submitter.personalId}
            maxLength={40}
            onChange={(id) => change({ personalId: id })}
            className={styles.short}
          />
        )}
        <RemarkField
          about="submitter.phone"
          label={t('phone')}
          kind="phone"
          value={submitter.phone}
          maxLength={40}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <div className={styles.authority} data-go="authority">
        <Select
          label={t('authority')}
          value={submitter.authorityKind}
          empty={t('authorityNone')}
          options={authorities.map((kind) => ({ value: kind, label: t(`authorityKind.${kind}`) }))}
          onChange={(authorityKind) => change({ authorityKind })}
        />
        <Field
          label={t('reference')}
          value={submitter.reference}
          maxLength={500}
          onChange={(reference) => change({ reference })}
        />
      </div>
    </div>
  );
}
