import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { KnownValue } from '../ui/KnownValue.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Select } from '../ui/Select.tsx';
import { clock, personalId } from '../ui/format.ts';
import { blankPerson, typedFrom, withApplicant, writtenDate, type TypedPerson } from './content.ts';
import { Duplicates } from './Duplicates.tsx';
import { useForm, useFormWork } from './form.ts';
import { goToWork } from './go.ts';
import { KnownName } from './KnownName.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import styles from './Person.module.css';
import { RemarkField } from './RemarkField.tsx';
import { useRemark } from './remarks.ts';

function useApplicant(): (part: Partial<TypedPerson>) => void {
  const { edit } = useFormWork();
  return (part) => edit((content) => withApplicant(content, part));
}

export interface ApplicantFormProps {
  readonly applicant: TypedPerson | null;
  /** The applicant hands it in themselves. */
  readonly alone: boolean;
  readonly behalf: ReactNode;
}

/** The applicant (chủ hồ sơ): words where they are known, fields where they must be typed. */
export function ApplicantForm(props: ApplicantFormProps): ReactNode {
  const { applicant } = props;
  const known =
    applicant !== null && applicant.name !== '' && applicant.source !== null && applicant.source.kind !== 'typed';
  return known ? <KnownApplicant {...props} applicant={applicant} /> : <TypedApplicant {...props} />;
}

function KnownApplicant({
  applicant,
  alone,
  behalf,
}: ApplicantFormProps & { readonly applicant: TypedPerson }): ReactNode {
  const t = useTranslations('receipt');
  const change = useApplicant();
  const idRemark = useRemark('applicant.personalId');
  const birthRemark = useRemark('applicant.birthDate');
  const isCitizen = applicant.kind === 'citizen';
  const number = applicant.personalId === '' ? applicant.oldId : applicant.personalId;
  const birth = [writtenDate(applicant.birthDate), applicant.sex === null ? '' : t(applicant.sex)].filter(Boolean);
  return (
    <>
      <div className={styles.name}>
        <KnownName name={applicant.name} onChange={(name) => change({ name })} />
        {alone && <span className={styles.small}>{t('forSelf')}</span>}
        <Source source={applicant.source} />
      </div>
      <Duplicates />
      <div className={styles.rows}>
        <div className={styles.pair}>
          {isCitizen ? (
            <KnownValue
              label={t('personalId')}
              value={number}
              shown={personalId(number)}
              onChange={(id) => change({ personalId: id, oldId: '' })}
              sentence={idRemark}
            />
          ) : (
            <KnownValue label={t('taxCode')} value={applicant.taxCode} onChange={(taxCode) => change({ taxCode })} />
          )}
          {isCitizen && (
            <KnownValue
              label={t('birth')}
              value={writtenDate(applicant.birthDate)}
              shown={birth.join(', ')}
              onChange={(birthDate) => change({ birthDate })}
              sentence={birthRemark}
            />
          )}
        </div>
        {applicant.address === '' ? (
          <Field label={t('address')} value="" maxLength={500} onChange={(address) => change({ address })} />
        ) : (
          <KnownValue
            label={isCitizen ? t('address') : t('addressOrganisation')}
            value={applicant.address}
            onChange={(address) => change({ address })}
          />
        )}
        <Reach applicant={applicant} behalf={behalf} />
      </div>
    </>
  );
}

function TypedApplicant({ applicant, alone, behalf }: ApplicantFormProps): ReactNode {
  const t = useTranslations('receipt');
  const change = useApplicant();
  const { now } = useFormWork();
  const person = applicant ?? blankPerson;
  const isCitizen = person.kind === 'citizen';
  const nameLabel = isCitizen ? t('name') : person.kind === 'organisation' ? t('nameOrganisation') : t('nameHousehold');
  return (
    <div className={styles.fields}>
      <div className={styles.nameField}>
        <PersonFinder
          label={nameLabel}
          value={person.name}
          first={alone}
          hint={applicant === null ? (alone ? t('nameHint') : t('nameHintBehalf')) : undefined}
          onChange={(name) => change({ name })}
          onPick={(found) => {
            change(typedFrom(found));
            goToWork(now().content?.procedureCode ?? null);
          }}
        />
        <Select
          label={t('kind')}
          labelHidden
          value={person.kind}
          options={[
            { value: 'citizen', label: t('kindCitizen') },
            { value: 'organisation', label: t('kindOrganisation') },
            { value: 'household-business', label: t('kindHousehold') },
          ]}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <Duplicates />
      {isCitizen ? (
        <div className={styles.identity}>
          <RemarkField
            about="applicant.personalId"
            label={t('personalId')}
            kind="number"
            value={person.personalId}
            maxLength={40}
            onChange={(id) => change({ personalId: id })}
          />
          <RemarkField
            about="applicant.birthDate"
            label={t('birth')}
            kind="number"
            value={person.birthDate}
            maxLength={20}
            onChange={(birthDate) => change({ birthDate })}
            onDone={(birthDate) =>
              birthDate !== writtenBirth(birthDate) && change({ birthDate: writtenBirth(birthDate) })
            }
          />
          <Segments
            label={t('sex')}
            value={person.sex}
            options={[
              { value: 'female', label: t('femaleLong') },
              { value: 'male', label: t('maleLong') },
            ]}
            onChange={(sex) => change({ sex })}
          />
        </div>
      ) : (
        <Field
          label={t('taxCode')}
          kind="number"
          value={person.taxCode}
          maxLength={40}
          className={styles.short}
          onChange={(taxCode) => change({ taxCode })}
        />
      )}
      <Field
        label={isCitizen ? t('address') : t('addressOrganisation')}
        value={person.address}
        maxLength={500}
        onChange={(address) => change({ address })}
      />
      <Reach applicant={person} behalf={behalf} />
    </div>
  );
}

/** 14081996 → 14/08/1996 once the field is left; what cannot be read stays as it was typed. */
function writtenBirth(typed: string): string {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  return parts === null ? typed : `${parts[1]}/${parts[2]}/${parts[3]}`;
}

function Reach({ applicant, behalf }: { readonly applicant: TypedPerson; readonly behalf: ReactNode }): ReactNode {
  const t = useTranslations('receipt');
  const change = useApplicant();
  const wantsEmail = useForm((state) => state.content?.resultWay === 'electronic');
  return (
    <div className={styles.reach} data-go="phone">
      <RemarkField
        about="applicant.phone"
        label={t('phone')}
        kind="phone"
        value={applicant.phone}
        maxLength={40}
        onChange={(phone) => change({ phone })}
        className={styles.short}
      />
      {(wantsEmail || applicant.email !== '') && (
        <Field
          label={t('email')}
          value={applicant.email}
          maxLength={200}
          onChange={(email) => change({ email })}
          className={styles.email}
        />
      )}
      {behalf}
    </div>
  );
}

export function Source({ source }: { readonly source: TypedPerson['source'] }): ReactNode {
  const t = useTranslations('receipt');
  if (source === null || source.kind === 'typed') return null;
  return (
    <span className={styles.source}>
      {source.kind === 'card' && <Icon name="card" />}
      {source.kind === 'card' ? t('sourceCard', { time: clock(source.at) }) : t('sourceKnown')}
    </span>
  );
}
