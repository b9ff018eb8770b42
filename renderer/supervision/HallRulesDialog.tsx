import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import { firstDayOfChange, settingsFrom } from '../../domain/ticket/own-settings.ts';
import { settingBounds, settingKeys, type HallSettings } from '../../domain/ticket/rules.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { useCall } from '../sign-in/use-call.ts';
import { Field } from '../ui/Field.tsx';
import { plainDate } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Board.module.css';

type Typed = Readonly<Record<keyof HallSettings, string>>;

/** Sets the hall's limits for this office from a later day on (đổi mức của Trung tâm), with the reason. */
export function HallRulesDialog({
  rules,
  onClose,
}: {
  readonly rules: CallOutput<'board.hallRules'>;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('hallRules');
  const first = firstDayOfChange(rules.today);
  const [typed, setTyped] = useState<Typed>(() => ({
    limitMinutes: String(rules.inForce.limitMinutes),
    calls: String(rules.inForce.calls),
    putBacks: String(rules.inForce.putBacks),
    heldMinutes: String(rules.inForce.heldMinutes),
    bookedEarlyMinutes: String(rules.inForce.bookedEarlyMinutes),
    bookedLateMinutes: String(rules.inForce.bookedLateMinutes),
    bookedInARow: String(rules.inForce.bookedInARow),
    priorityInARow: String(rules.inForce.priorityInARow),
    returnInARow: String(rules.inForce.returnInARow),
  }));
  const [day, setDay] = useState(plainDate(first));
  const [reason, setReason] = useState('');
  const change = useCall('board.changeHallRules');
  const from = parseTypedDate(day);
  const dayWrong = from === null ? t('dateWrong') : from < first ? t('dateTooSoon', { date: plainDate(first) }) : null;
  const wrong = (key: keyof HallSettings): string | null => {
    const { min, max } = settingBounds[key];
    return isIn(typed[key], min, max) ? null : t('outside', { min, max });
  };
  const before = settingsFrom(rules.province, rules.changes, from ?? first);
  const changesNothing = settingKeys.every((key) => Number(typed[key]) === before[key]);
  const missing = settingKeys.some((key) => wrong(key) !== null)
    ? t('lackValues')
    : dayWrong !== null
      ? t('lackDate')
      : changesNothing
        ? t('lackChange')
        : reason.trim() === ''
          ? t('lackReason')
          : null;
  return (
    <QuestionBox
      title={t('dialogTitle')}
      rule={t('dialogRule')}
      wide
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label: t('save'),
        missing,
        onPress: () => {
          if (from === null) return;
          // As the province has it: then it follows the province.
          const own = settingKeys.filter((key) => Number(typed[key]) !== rules.province[key]);
          const settings = Object.fromEntries(own.map((key) => [key, Number(typed[key])]));
          change.run({ basedOn: rules.newest, from, settings, reason: reason.trim() }, onClose);
        },
      }}
    >
      <div className={styles.pairs}>
        {settingKeys.map((key, at) => (
          <Field
            key={key}
            label={t(`${key}.name`)}
            kind="number"
            first={at === 0}
            maxLength={3}
            value={typed[key]}
            sentence={wrong(key)}
            hint={t('province', { value: t(`${key}.value`, { n: rules.province[key] }) })}
            onChange={(text) => setTyped({ ...typed, [key]: text })}
          />
        ))}
      </div>
      <p className={styles.rulesOf}>{t('inARow')}</p>
      <Field
        label={t('from')}
        kind="number"
        maxLength={10}
        value={day}
        sentence={dayWrong}
        hint={t('fromHint')}
        onChange={setDay}
      />
      <Field label={t('reason')} value={reason} maxLength={300} lines={2} onChange={setReason} />
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </QuestionBox>
  );
}

function isIn(text: string, min: number, max: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}
