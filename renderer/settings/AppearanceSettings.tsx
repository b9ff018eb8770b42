import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Preferences } from '../../contract/desk/session.ts';
import { useCall } from '../sign-in/use-call.ts';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segments } from '../ui/Segments.tsx';
import { textSizes, type SizeKey } from './text-sizes.ts';
import styles from './SettingsDialog.module.css';

/** Theme, text size, language, key hints: they change at once, and follow the person to this machine's next sign-in. */
export function AppearanceSettings({ preferences }: { readonly preferences: Preferences }): ReactNode {
  const t = useTranslations('settings');
  const client = useQueryClient();
  const save = useCall('preferences.set');
  const change = (part: Partial<Preferences>): void => {
    const next = { ...preferences, ...part };
    // Seen at once; the desk's answer is the same.
    client.setQueryData(['desk', 'preferences.get', {}], next);
    save.run(next);
  };
  return (
    <section className={styles.part} aria-label={t('appearance')}>
      <h3 className={styles.head}>{t('appearance')}</h3>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span className={styles.label}>{t('theme')}</span>
          <Segments
            label={t('theme')}
            value={preferences.theme}
            first
            options={[
              { value: 'system', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
              { value: 'contrast', label: t('themeContrast') },
            ]}
            onChange={(theme) => change({ theme })}
          />
        </div>
        <div className={styles.row}>
          <span className={styles.label}>{t('textSize')}</span>
          <Segments<SizeKey>
            label={t('textSize')}
            value={textSizes.keyOf(preferences.textSize)}
            options={textSizes.keys.map((key) => ({ value: key, label: `${key} %` }))}
            onChange={(key) => change({ textSize: textSizes.sizeOf(key) })}
            className={styles.narrow}
          />
        </div>
        <div className={styles.row}>
          <span className={styles.label}>{t('language')}</span>
          <Segments
            label={t('language')}
            value={preferences.language}
            options={[
              { value: 'vi', label: t('vietnamese') },
              { value: 'en', label: t('english') },
            ]}
            onChange={(language) => change({ language })}
            className={styles.narrow}
          />
        </div>
        <div className={styles.row}>
          <span />
          <Checkbox
            label={t('keyHints')}
            hint={t('keyHintsHow')}
            checked={preferences.keyHints}
            onChange={(keyHints) => change({ keyHints })}
          />
        </div>
        <ProblemLine problem={save.problem} />
      </div>
    </section>
  );
}
