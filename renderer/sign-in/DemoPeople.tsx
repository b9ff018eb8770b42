import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import styles from './DemoPeople.module.css';

export interface DemoPeopleProps {
  readonly demo: NonNullable<Session['demo']>;
  readonly onFill: (login: string, password: string) => void;
}

/** A demonstration hides no password: everybody's name and password to try, as the province gives them (decision 18). */
export function DemoPeople({ demo, onFill }: DemoPeopleProps): ReactNode {
  const t = useTranslations('signIn');
  const role = useTranslations('role');
  return (
    <section className={styles.demo} aria-label={t('demo')}>
      <p className={styles.head}>
        <b>{t('demo')}</b>
        <span className={styles.how}>{t('demoHow')}</span>
      </p>
      <table className={styles.people}>
        <tbody>
          {demo.users.map((user) => (
            <tr key={user.login} onClick={() => onFill(user.login, user.password)}>
              <td>
                <button
                  type="button"
                  className={styles.fill}
                  onClick={(event) => {
                    event.stopPropagation();
                    onFill(user.login, user.password);
                  }}
                >
                  {user.login}
                </button>
              </td>
              <td>{user.password}</td>
              <td className={styles.who}>{user.name}</td>
              <td className={styles.role}>{role(user.role)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
