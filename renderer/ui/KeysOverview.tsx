import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './Button.tsx';
import { Keycap } from './Keycap.tsx';
import styles from './KeysOverview.module.css';
import { Dialog } from './QuestionBox.tsx';
import { useKey, useKeyboard } from './keyboard.tsx';
import { keyLabel, type KeyAction, type KeyBinding } from './keys.ts';

/** Answers F1: every key that can be used on this screen now. Stands once in the frame. */
export function KeysOverview(): ReactNode {
  const keyboard = useKeyboard();
  const [keys, setKeys] = useState<readonly KeyBinding[] | null>(null);
  const t = useTranslations();
  const meaning = useKeyMeaning();
  useKey('help', () => setKeys(keyboard.usable()));
  if (keys === null) return null;
  const close = (): void => setKeys(null);
  return (
    <Dialog title={t('keys.title')} onClose={close} wide>
      <p className={styles.always}>{t('keys.always')}</p>
      <dl className={styles.list}>
        {keys.map((key) => (
          <div key={key.action} className={styles.row}>
            <dt>
              <span className={styles.spoken}>{keyLabel(key.action)}</span>
              <Keycap action={key.action} />
            </dt>
            <dd>{key.name ?? meaning(key.action)}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={close} action="back" first>
        {t('action.close')}
      </Button>
    </Dialog>
  );
}

/** What a key means where its control says nothing more exact. */
function useKeyMeaning(): (action: KeyAction) => string {
  const t = useTranslations('keys');
  return (action) => {
    const numbered = /^(workspace|part)(\d)$/.exec(action);
    if (numbered !== null) return t(numbered[1] === 'part' ? 'part' : 'workspace', { n: numbered[2] ?? '' });
    const meanings = {
      help: t('help'),
      callNext: t('callNext'),
      endTicket: t('endTicket'),
      recall: t('recall'),
      noShow: t('noShow'),
      region: t('region'),
      regionBack: t('regionBack'),
      moveTicket: t('moveTicket'),
      attention: t('attention'),
      hold: t('hold'),
      search: t('search'),
      main: t('main'),
      keepDraft: t('keepDraft'),
      drafts: t('drafts'),
      slip: t('slip'),
      lock: t('lock'),
      back: t('back'),
      hiddenRows: t('hiddenRows'),
      onBehalf: t('onBehalf'),
      pickCase: t('pickCase'),
      edit: t('edit'),
      askUnit: t('askUnit'),
      turnToCitizen: t('turnToCitizen'),
    } satisfies Partial<Record<KeyAction, string>>;
    return action in meanings ? meanings[action as keyof typeof meanings] : t('choice', { key: keyLabel(action) });
  };
}
