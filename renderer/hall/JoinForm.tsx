import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallInput } from '../../contract/desk.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import styles from './Hall.module.css';

type Joining = CallInput<'hall.join'>;

/** As the contract asks. */
const ADDRESS = /^[A-Za-z0-9._-]{1,100}(:\d{1,5})?$/;
const SHORTEST_CODE = 12;

/** Pairs this machine with a hall that is open: the host shows its address and a code for one use. */
export function JoinForm({ onJoin }: { readonly onJoin: (input: Joining) => void }): ReactNode {
  const t = useTranslations('hall');
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const missing = !ADDRESS.test(address.trim()) ? t('address') : code.trim().length < SHORTEST_CODE ? t('code') : null;
  return (
    <section className={styles.join} aria-label={t('joinTitle')}>
      <h3 className={styles.head}>{t('joinTitle')}</h3>
      <Field label={t('address')} value={address} onChange={setAddress} maxLength={110} />
      <Field label={t('code')} value={code} onChange={setCode} maxLength={30} />
      <Button wide missing={missing} onPress={() => onJoin({ address: address.trim(), code: code.trim() })}>
        {t('join')}
      </Button>
    </section>
  );
}
