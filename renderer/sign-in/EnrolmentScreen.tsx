import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { serverAddress } from './enrolment-input.ts';
import { enrolmentGap, PASSPHRASE_LENGTH, type EnrolmentForm } from './enrolment-missing.ts';
import styles from './EnrolmentScreen.module.css';
import { GroupedCodeField } from './GroupedCodeField.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import { PlaceHead, SideFacts, SideTitle, TwoSides } from './TwoSides.tsx';
import { useSessionCall } from './use-session-call.ts';

/** A one-time code makes this machine a counter of a centre (đăng ký máy). */
export function EnrolmentScreen(): ReactNode {
  const t = useTranslations('enrol');
  const app = useTranslations('app');
  const host = useDesk('session.get', {}, ['session']).data?.host;
  if (host === undefined) return null;
  return (
    <TwoSides
      left={
        <>
          <PlaceHead above={app('name')} name={t('head')} />
          <SideFacts
            facts={[
              { label: t('needs'), fact: <b>{t('needsAnswer')}</b>, detail: t('needsDetail') },
              { label: t('gets'), fact: <b>{t('getsAnswer')}</b>, detail: t('getsDetail') },
              { label: t('after'), fact: <b>{t('afterAnswer')}</b>, detail: t('afterDetail') },
            ]}
          />
        </>
      }
    >
      <SideTitle>{t('title')}</SideTitle>
      <Form inBrowser={host === 'browser'} />
    </TwoSides>
  );
}

const nothing: EnrolmentForm = { server: '', code: '', device: '', passphrase: '', again: '' };

function Form({ inBrowser }: { readonly inBrowser: boolean }): ReactNode {
  const t = useTranslations('enrol');
  const [form, setForm] = useState(nothing);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const enrol = useSessionCall('machine.enrol');
  // Under Electron the keychain is tried first; LT-02 says that there is none.
  const [noKeychain, setNoKeychain] = useState(false);
  if (enrol.problem?.code === 'LT-02' && !noKeychain) setNoKeychain(true);
  const needsPassphrase = inBrowser || noKeychain;
  const page = useRef<HTMLFormElement>(null);
  useEffect(() => page.current?.querySelector('input')?.focus(), []);

  const set = (part: Partial<EnrolmentForm>): void => setForm((now) => ({ ...now, ...part }));
  const leave = (field: string) => () => setLeft((now) => new Set([...now, field]));
  const gap = enrolmentGap(form, needsPassphrase);
  const server = serverAddress(form.server);
  const wrongServer = left.has('server') && form.server.trim() !== '' && server === null;
  const short = PASSPHRASE_LENGTH - form.passphrase.length;
  const unlike = left.has('again') && form.again !== '' && form.again !== form.passphrase;
  const submit = (): void => {
    if (gap !== null || server === null) return;
    const passphrase = needsPassphrase ? form.passphrase : null;
    enrol.run({ server, code: form.code, deviceName: form.device.trim(), passphrase });
  };
  const problem = enrol.problem?.code === 'LT-02' && !inBrowser && form.passphrase === '' ? null : enrol.problem;
  return (
    <form
      ref={page}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={t('server')}
        value={form.server}
        onChange={(value) => set({ server: value })}
        onDone={leave('server')}
        hint={t('serverHint')}
        sentence={wrongServer ? t('serverWrong') : null}
        maxLength={300}
      />
      <GroupedCodeField value={form.code} onChange={(code) => set({ code })} />
      <Field
        label={t('device')}
        value={form.device}
        onChange={(device) => set({ device })}
        hint={t('deviceHint')}
        maxLength={60}
      />
      {needsPassphrase && (
        <div className={styles.passphrase}>
          <p className={styles.why}>
            {t(inBrowser ? 'passphraseWhyBrowser' : 'passphraseWhyNoKeychain')} {t('passphraseUse')}
          </p>
          <Field
            label={t('passphrase')}
            kind="password"
            value={form.passphrase}
            onChange={(passphrase) => set({ passphrase })}
            onDone={leave('passphrase')}
            sentence={
              left.has('passphrase') && form.passphrase !== '' && short > 0 ? t('tooShort', { n: short }) : null
            }
            maxLength={200}
          />
          <Field
            label={t('again')}
            kind="password"
            value={form.again}
            onChange={(again) => set({ again })}
            onDone={leave('again')}
            sentence={unlike ? t('notSame') : null}
            maxLength={200}
          />
        </div>
      )}
      <div className={styles.foot}>
        <ProblemLine
          problem={problem}
          waiting={enrol.late ? `${t('waiting')} ${t('waitingLong')}` : null}
          instead={{ 'DT-01': { safe: t('lineDownSafe'), todo: t('lineDownTodo') } }}
          className={styles.problem}
        />
        <Button
          kind="main"
          action="main"
          submit
          missing={gap === null ? null : t(gap)}
          onPress={submit}
          className={styles.act}
        >
          {t('act')}
        </Button>
      </div>
    </form>
  );
}
