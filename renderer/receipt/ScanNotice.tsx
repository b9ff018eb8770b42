import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { VoidSlipNotice } from '../correction/VoidSlipNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Notice } from '../ui/Notice.tsx';
import { personalId } from '../ui/format.ts';
import { turnOnBehalf, writtenDate } from './content.ts';
import { goTo, goToWork } from './go.ts';
import styles from './Receipt.module.css';
import { mayGoOn, takeScan, withReadApplicant, withReadSubmitter, type ScanQuestion } from './scan-state.ts';
import { edit, openReturned } from './work.ts';

export interface ScanNoticeProps {
  readonly user: string;
  readonly question: ScanQuestion;
  readonly onDone: () => void;
  readonly onNew: () => Promise<void>;
}

/** What a scan could not settle by itself. Nothing was filled in yet; the cursor stands on the safe answer. */
export function ScanNotice(props: ScanNoticeProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [props.question]);
  return (
    <div
      ref={box}
      className={styles.scan}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onDone();
        goTo('person', 'procedure');
      }}
    >
      <Question {...props} />
    </div>
  );
}

function Question({ user, question, onDone, onNew }: ScanNoticeProps): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const openDossier = usePlace((place) => place.openDossier);
  const drop = (label: string, first = false): ReactNode => (
    <Button
      size="small"
      first={first}
      onPress={() => {
        onDone();
        goTo('person', 'procedure');
      }}
    >
      {label}
    </Button>
  );
  switch (question.kind) {
    case 'confirm': {
      const { person, repairs } = question.reading;
      const use = (): void => {
        const { content } = useReceipt.getState();
        if (content === null) return;
        const taken = takeScan(content, question.reading, true);
        if ('content' in taken) {
          edit(() => taken.content);
          goToWork(useReceipt.getState().content?.procedureCode ?? null);
        }
        onDone();
      };
      return (
        <Notice
          tone="soon"
          icon="card"
          title={t('scanConfirmTitle')}
          actions={
            <>
              <Button size="small" first onPress={use}>
                {t('scanConfirmUse')}
              </Button>
              {drop(t('scanConfirmDrop'))}
            </>
          }
        >
          <Facts
            facts={[
              { label: t('name'), value: <b>{person.name}</b> },
              { label: t('personalId'), value: personalId(person.personalId ?? '') },
              {
                label: t('birth'),
                value: [
                  person.birthDate === null ? '' : writtenDate(person.birthDate),
                  person.sex === null ? '' : t(person.sex),
                ]
                  .filter((part) => part !== '')
                  .join(', '),
              },
              { label: t('address'), value: person.address },
            ]}
          />
          {repairs.map((repair) => (
            <p key={repair.vi}>{say(repair)}</p>
          ))}
        </Notice>
      );
    }
    case 'other':
      return <OtherPerson user={user} question={question} onDone={onDone} onNew={onNew} />;
    case 'ask':
      return (
        <Notice tone="soon" title={say(question.text)} code={question.code} actions={drop(t('scanDrop'), true)}>
          {question.found !== '' &&
            !say(question.text).includes(question.found) &&
            `${t('scanFound', { found: question.found })} `}
          {say(question.todo)}
        </Notice>
      );
    case 'dossier': {
      const goesOn = mayGoOn(question.state);
      const goOn = (): void => {
        onDone();
        void openReturned(user, question.dossierId);
      };
      return (
        <>
          {question.voidSlip !== null && <VoidSlipNotice voidSlip={question.voidSlip} />}
          <Notice
            tone="soon"
            icon="scan"
            title={t('scanDossierTitle', { code: question.code })}
            actions={
              <>
                {goesOn && (
                  <Button size="small" onPress={goOn}>
                    {t('scanDossierGoOn')}
                  </Button>
                )}
                <Button size="small" onPress={() => openDossier(question.dossierId)}>
                  {t('scanDossierOpen')}
                </Button>
                {drop(t('scanDrop'), true)}
              </>
            }
          >
            {goesOn ? t('scanDossierWaits') : t('scanDossier')}
          </Notice>
        </>
      );
    }
    case 'unknown':
      return (
        <Notice tone="soon" icon="scan" title={t('scanUnknownTitle')} actions={drop(t('scanDrop'), true)}>
          {question.found !== '' && `${t('scanFound', { found: question.found })} `}
          {t('scanUnknown')}
        </Notice>
      );
  }
}

/** Somebody else's card while a person is there already: nobody is replaced in silence. */
function OtherPerson({
  question,
  onDone,
  onNew,
}: ScanNoticeProps & { readonly question: Extract<ScanQuestion, { kind: 'other' }> }): ReactNode {
  const t = useTranslations('receipt');
  const { reading, current } = question;
  const name = reading.person.name;
  const behalf = (): void => {
    const { content, setAside } = useReceipt.getState();
    if (content === null) return;
    const applicant = content.applicant;
    // Who was there stays the applicant; who was read now stands here for them.
    const turned = content.submitter === null ? turnOnBehalf(content, applicant).content : content;
    edit(() => withReadSubmitter(turned, reading));
    setAside(null);
    onDone();
    goTo('authority');
  };
  const replace = (): void => {
    edit((content) => withReadApplicant({ ...content, applicant: null }, reading));
    onDone();
    goToWork(useReceipt.getState().content?.procedureCode ?? null);
  };
  const begin = async (): Promise<void> => {
    await onNew();
    edit((content) => withReadApplicant(content, reading));
    onDone();
    goTo('procedure');
  };
  return (
    <Notice
      tone="soon"
      icon="card"
      title={t('scanOtherTitle', { name })}
      actions={
        <>
          <Button size="small" first onPress={() => void begin()}>
            {t('scanOtherNew')}
          </Button>
          <Button size="small" onPress={behalf}>
            {t('scanOtherBehalf', { name })}
          </Button>
          <Button size="small" onPress={replace}>
            {t('scanOtherReplace')}
          </Button>
          <Button size="small" onPress={onDone}>
            {t('scanDrop')}
          </Button>
        </>
      }
    >
      {t('scanOther', { current })}
    </Notice>
  );
}
