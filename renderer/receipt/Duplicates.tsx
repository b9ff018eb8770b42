import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Assessment } from '../../contract/desk/receipt.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { usePlace } from '../stores/place.ts';
import { Icon } from '../ui/Icon.tsx';
import { sentenceDay } from '../ui/format.ts';
import { useForm } from './form.ts';
import styles from './Person.module.css';

const none: Assessment['duplicates'] = [];

/** The same person, the same procedure, still open: said under the name before anything else is typed. */
export function Duplicates(): ReactNode {
  const t = useTranslations('receipt');
  const language = useLanguage();
  const duplicates = useForm((state) => state.assessment?.duplicates ?? none);
  const openDossier = usePlace((place) => place.openDossier);
  if (duplicates.length === 0) return null;
  return (
    <ul className={styles.duplicates} role="status">
      {duplicates.map(({ dossierId, code, receivedAt, counter }) => (
        <li key={dossierId} className={styles.duplicate}>
          <Icon name="exclaim" className={styles.sign} />
          <span>
            {t('duplicate', { code, day: sentenceDay(receivedAt.slice(0, 10), language), counter })}{' '}
            <button type="button" className={styles.link} onClick={() => openDossier(dossierId)}>
              {t('duplicateOpen')}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
