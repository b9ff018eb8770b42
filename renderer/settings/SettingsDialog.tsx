import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import { problemText } from '../../contract/problems.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/QuestionBox.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PinForm } from './PinForm.tsx';
import styles from './SettingsDialog.module.css';

type Open = 'setPin' | 'removePin' | 'password' | null;

/** What a person sets for themselves; opened from their name in the title bar. */
export function SettingsDialog(): ReactNode {
  const open = usePlace((place) => place.open);
  const onClose = (): void => open(null);
  const t = useTranslations('settings');
  const session = useDesk('session.get', {}, ['session']).data;
  // The dialog puts the focus on its first control when it opens: that must be there.
  const preferences = useDesk('preferences.get', {}, ['session']).data;
  if (session === undefined || session.user === null || preferences === undefined) return null;
  return (
    <Dialog title={t('title', { name: session.user.name })} onClose={onClose} wide>
      <AppearanceSettings preferences={preferences} />
      <Secrets session={session} onClose={onClose} />
    </Dialog>
  );
}

function Secrets({ session, onClose }: { readonly session: Session; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('settings');
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState<string | null>(null);
  const pin = useRef<HTMLElement>(null);
  const password = useRef<HTMLElement>(null);
  /** Back to the button that opened the form, once it stands there again. */
  const goBack = (): void => {
    const part = open === 'password' ? password : pin;
    requestAnimationFrame(() => part.current?.querySelector('button')?.focus());
  };
  const show = (what: Open): void => {
    setDone(null);
    setOpen(what);
  };
  const finish = (word: string): void => {
    setOpen(null);
    setDone(word);
    goBack();
  };
  const close = (): void => {
    setOpen(null);
    goBack();
  };
  return (
    <>
      <section ref={pin} className={styles.part} aria-label={t('pin')}>
        <h3 className={styles.head}>{t('pin')}</h3>
        <div className={styles.body}>
          <div className={styles.line}>
            <p className={styles.state}>
              {session.hasPin ? t('pinSet') : t('pinNone')}
              <span className={styles.use}>{t('pinUse')}</span>
            </p>
            {open !== 'setPin' && open !== 'removePin' && (
              <span className={styles.buttons}>
                <Button onPress={() => show('setPin')}>{session.hasPin ? t('changePin') : t('setPin')}</Button>
                {session.hasPin && <Button onPress={() => show('removePin')}>{t('removePin')}</Button>}
              </span>
            )}
          </div>
          {open === 'setPin' && (
            <PinForm
              act={session.hasPin ? t('changePin') : t('setPin')}
              onDone={() => finish(session.hasPin ? t('donePinChanged') : t('donePinSet'))}
              onClose={close}
            />
          )}
          {open === 'removePin' && (
            <PinForm remove act={t('removePin')} onDone={() => finish(t('donePinRemoved'))} onClose={close} />
          )}
        </div>
      </section>
      <section ref={password} className={styles.part} aria-label={t('password')}>
        <h3 className={styles.head}>{t('password')}</h3>
        <div className={styles.body}>
          <div className={styles.line}>
            <p className={styles.state}>
              <span className={styles.use}>{session.online ? t('passwordUse') : <NeedsLine />}</span>
            </p>
            {open !== 'password' && session.online && (
              <span className={styles.buttons}>
                <Button onPress={() => show('password')}>{t('changePassword')}</Button>
              </span>
            )}
          </div>
          {open === 'password' && <PasswordForm onDone={() => finish(t('donePassword'))} onClose={close} />}
        </div>
      </section>
      <div className={styles.foot}>
        <p className={styles.done} role="status">
          {done}
        </p>
        {/* While a form is open, Esc closes that first. */}
        <Button {...(open === null ? { action: 'back' as const } : {})} onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}

/** Said before anybody types: this needs a sign-in with the line up. */
function NeedsLine(): ReactNode {
  const say = useSay();
  const { what, todo } = problemText('DN-08');
  return `${say(what)} ${say(todo)}`;
}
