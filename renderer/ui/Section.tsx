import { useRef, type ReactNode } from 'react';
import { Keycap } from './Keycap.tsx';
import styles from './Section.module.css';
import { cx } from './cx.ts';
import { useKey } from './keyboard.tsx';
import type { KeyAction } from './keys.ts';

/** The parts of a sheet that have a key: their number is the key. */
export type PartNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const parts = {
  1: 'part1',
  2: 'part2',
  3: 'part3',
  4: 'part4',
  5: 'part5',
  6: 'part6',
  7: 'part7',
} as const satisfies Record<PartNumber, KeyAction>;

export interface SectionProps {
  readonly n: PartNumber;
  readonly title: string;
  readonly children: ReactNode;
  /** Takes the height that is left, so that what follows stands at the foot. */
  readonly grows?: boolean;
  /** The first line is a control of 32: the title stands level with its text. */
  readonly level?: boolean;
  /** What its key does instead of going to its first control; an open collapsed part opens itself first. */
  readonly onKey?: () => void;
  readonly className?: string | undefined;
}

/** A numbered part of the sheet: its name and key in the gutter, the work beside. */
export function Section({
  n,
  title,
  children,
  grows = false,
  level = false,
  onKey,
  className,
}: SectionProps): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const goIn = (): void => {
    const inside = body.current?.querySelector<HTMLElement>(
      '[data-first], input:checked, input:not(:disabled), select, textarea, button, [tabindex="0"]',
    );
    inside?.focus();
  };
  useKey(parts[n], onKey ?? goIn, { name: title });
  return (
    <section className={cx(styles.section, grows && styles.grows, className)} aria-label={title}>
      <div className={cx(styles.head, level && styles.level)}>
        <h2 className={styles.title}>
          {n} {title}
        </h2>
        <Keycap action={parts[n]} />
      </div>
      <div ref={body} className={styles.body}>
        {children}
      </div>
    </section>
  );
}
