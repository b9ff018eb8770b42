import { Fragment, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { CallOutput } from '../../contract/desk.ts';
import { Steps } from '../ui/Facts.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, sentenceDay } from '../ui/format.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import styles from './EnrolmentCode.module.css';

export interface EnrolmentCodeProps {
  /** Of the counter. */
  readonly name: string;
  readonly given: CallOutput<'admin.enrolmentCode'> | null;
  /** Gives one. */
  readonly button: ReactNode;
}

/** A one-time code for a machine of this counter: shown large, once, with what to do with it. */
export function EnrolmentCode({ name, given, button }: EnrolmentCodeProps): ReactNode {
  const t = useTranslations('admin');
  const language = useLanguage();
  const shown = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  if (given === null) {
    return (
      <>
        <p className={styles.why}>{t('codeWhy')}</p>
        {button}
      </>
    );
  }
  const until = localDateTime(given.expiresAt);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(given.code);
      setCopied(given.code);
    } catch {
      // No leave to write the clipboard: the code is marked, Ctrl C takes it.
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <section aria-label={t('code', { name })} className={styles.given}>
      <h3 className={styles.head}>{t('code', { name })}</h3>
      <p ref={shown} className={styles.code} role="status">
        {given.code}
      </p>
      <p className={styles.until}>
        {t('codeUntil', { time: `${clock(until)} ${sentenceDay(until.slice(0, 10), language)}` })}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => void copy()}>
          {t('copyCode')}
        </Button>
        <span role="status">{copied === given.code ? t('copied') : null}</span>
      </div>
      <Steps
        steps={[
          t('codeStep1', { name }),
          t('codeStep2'),
          <Fragment key="3">{t.rich('codeStep3', { b: (text) => <b>{text}</b> })}</Fragment>,
        ]}
      />
    </section>
  );
}
