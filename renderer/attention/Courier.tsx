import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { toBase64url } from '../app/base64url.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { saveAsFile } from '../app/save-pdf.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './LineFacts.module.css';

/** Mang dữ liệu đi bằng USB: for days without a line, a sealed file out and the province's answer back. */
export function Courier({ waiting }: { readonly waiting: number }): ReactNode {
  const t = useTranslations('courier');
  const files = useRef<HTMLInputElement>(null);
  /** Events that files written since this was opened carry. */
  const [carried, setCarried] = useState(0);
  const write = useMutation({
    mutationFn: () => desk('courier.write', { skip: carried }),
    onSuccess: (file) => {
      saveAsFile(file.bytes, file.name, 'courier');
      setCarried(file.left === 0 ? 0 : carried + file.events);
    },
  });
  const read = useMutation({
    mutationFn: async (file: File) =>
      desk('courier.read', { bytes: toBase64url(new Uint8Array(await file.arrayBuffer())) }),
    onSuccess: (result) => {
      if (result.kind === 'passedOn') {
        saveAsFile(result.bytes, result.name, 'courier');
        return;
      }
      // The answer has come: that they wait for it is said no longer, and the next file begins with what waits now.
      write.reset();
      setCarried(0);
    },
  });
  const problem = write.error ?? read.error;
  const answer = read.data?.kind === 'answer' ? read.data : null;
  return (
    <section className={styles.courier} aria-label={t('title')}>
      <b>{t('title')}</b>
      <p>{t('about')}</p>
      <div className={styles.courierKeys}>
        <Button size="small" missing={waiting === 0 ? t('nothing') : null} onPress={() => write.mutate()}>
          {carried === 0 ? t('write') : t('writeMore')}
        </Button>
        <Button size="small" onPress={() => files.current?.click()}>
          {t('read')}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        accept=".qmc"
        hidden
        aria-label={t('read')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) read.mutate(file);
        }}
      />
      <div role="status">
        {write.data !== undefined && <p>{t('written', { n: write.data.events, left: write.data.left })}</p>}
        {answer !== null && <p>{t('answered', { n: answer.settled, left: answer.left })}</p>}
        {answer !== null && answer.again > 0 && <p>{t('again', { n: answer.again })}</p>}
        {read.data?.kind === 'passedOn' && <p>{t('passedOn')}</p>}
      </div>
      {answer !== null && answer.refused.length > 0 && (
        <ProblemNotice problem={{ code: 'CT-05', params: { codes: answer.refused.join(', ') } }} />
      )}
      {problem !== null && <ProblemNotice problem={problemOf(problem)} />}
    </section>
  );
}
