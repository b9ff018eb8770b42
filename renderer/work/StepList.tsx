import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { Keycap } from '../ui/Keycap.tsx';
import { cx } from '../ui/cx.ts';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut, type KeyAction } from '../ui/keys.ts';
import styles from './Steps.module.css';

type Step = CallOutput<'processing.get'>['steps'][number];

/** The steps that stand in the panel, each with its digit. The rest have their own buttons. */
export const shownSteps = ['supplement', 'opinion', 'financial', 'extend', 'decline', 'stop'] as const;
export type ShownStep = (typeof shownSteps)[number] | 'finish';

const keys: Readonly<Record<ShownStep, KeyAction>> = {
  supplement: 'choice1',
  opinion: 'choice2',
  financial: 'choice3',
  extend: 'choice4',
  decline: 'choice5',
  stop: 'choice6',
  finish: 'choice7',
};

/** What the law allows now: each step with its last day and how often left; forbidden ones grey, with the reason. */
export function StepList({
  steps,
  opinionWords,
  onStep,
}: {
  readonly steps: readonly Step[];
  /** Who is waited for, in the place of the rule. */
  readonly opinionWords: string | null;
  readonly onStep: (kind: ShownStep) => void;
}): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  const of = (kind: ShownStep): Step[] => steps.filter((step) => step.kind === kind);
  const finish = of('finish').filter((step) => step.may === 'override');
  return (
    <ul className={styles.steps} aria-label={t('steps')}>
      {[...shownSteps.flatMap(of), ...finish].map((step) => {
        const kind = step.kind as ShownStep;
        const words = kind === 'opinion' && opinionWords !== null ? opinionWords : say(step.words);
        return <StepRow key={kind} kind={kind} may={step.may} words={words} onPress={() => onStep(kind)} />;
      })}
    </ul>
  );
}

function StepRow({
  kind,
  may,
  words,
  onPress,
}: {
  readonly kind: ShownStep;
  readonly may: Step['may'];
  readonly words: string;
  readonly onPress: () => void;
}): ReactNode {
  const t = useTranslations('work');
  const never = may === 'never';
  const action = keys[kind];
  const press = never ? undefined : onPress;
  const name = t(`stepKind.${kind}`);
  useKey(action, press, { name });
  return (
    <li>
      <button
        type="button"
        className={cx(styles.step, may !== 'allowed' && styles.grey)}
        aria-disabled={never || undefined}
        aria-keyshortcuts={never ? undefined : keyShortcut(action)}
        onClick={press}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.words}>{words}</span>
        {!never && <Keycap action={action} className={styles.key} />}
      </button>
    </li>
  );
}
