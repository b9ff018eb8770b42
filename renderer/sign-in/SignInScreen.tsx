import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import type { Status } from '../../contract/desk/status.ts';
import { useDesk } from '../app/queries.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { MachineFacts } from './MachineFacts.tsx';
import { NameAndPassword } from './NameAndPassword.tsx';
import { Roster, type Choice } from './Roster.tsx';
import styles from './SignInScreen.module.css';
import { PlaceHead, SideTitle, TwoSides } from './TwoSides.tsx';
import { centreTitle } from './words.ts';

/** Own name, password; what today is and what tomorrow is. Works with no line, and says so (decision 12). */
export function SignInScreen(): ReactNode {
  const session = useDesk('session.get', {}, ['session']).data;
  const status = useDesk('status.get', {}, ['status']).data;
  if (session === undefined || status === undefined) return null;
  return <SignIn session={session} status={status} />;
}

function SignIn({ session, status }: { readonly session: Session; readonly status: Status }): ReactNode {
  const { office, roster, demo } = session;
  const only = roster.length === 1 ? roster[0] : undefined;
  const [choice, setChoice] = useState<Choice | null>(only === undefined ? null : { login: only.login });
  const [fills, setFills] = useState(0);
  const fill = (login: string, password: string): void => {
    setFills((n) => n + 1);
    setChoice({ login, password, typed: !roster.some((person) => person.login === login) });
  };
  return (
    <TwoSides
      left={
        <>
          {office !== null && <PlaceHead above={office.authority} name={centreTitle(office.name, office.shortName)} />}
          <MachineFacts session={session} status={status} />
          {demo !== null && <DemoPeople demo={demo} onFill={fill} />}
        </>
      }
    >
      {roster.length === 0 ? (
        <NoRoster key={fills} choice={choice} />
      ) : (
        <Roster key={fills} people={roster} choice={choice} onChoose={setChoice} />
      )}
      <Notes session={session} status={status} />
    </TwoSides>
  );
}

/** The office has switched its list off: everybody types their name. */
function NoRoster({ choice }: { readonly choice: Choice | null }): ReactNode {
  const t = useTranslations('signIn');
  return (
    <>
      <SideTitle>{t('title')}</SideTitle>
      <div className={styles.alone}>
        <NameAndPassword login={choice?.login} password={choice?.password} />
      </div>
    </>
  );
}

function Notes({ session, status }: { readonly session: Session; readonly status: Status }): ReactNode {
  const t = useTranslations('signIn');
  const name = session.administrator;
  return (
    <div className={styles.notes}>
      <p>{status.line.state === 'down' ? t('lineDown') : t('anyLine')}</p>
      <p>{name === null ? t('forgot') : t('forgotName', { name })}</p>
    </div>
  );
}
