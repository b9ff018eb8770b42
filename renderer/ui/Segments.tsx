import { useId, type ReactNode } from 'react';
import { Keycap } from './Keycap.tsx';
import styles from './Segments.module.css';
import type { Option } from './Select.tsx';
import { cx } from './cx.ts';
import { useKey } from './keyboard.tsx';
import { keyShortcut, type KeyAction } from './keys.ts';

export interface Segment<V extends string> extends Option<V> {
  readonly action?: KeyAction;
}

export interface SegmentsProps<V extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly Segment<V>[];
  readonly onChange: (value: V) => void;
  /** `bar`: 32 high, the chosen one with a bar below (verdict). `filled`: 26 high, the chosen one in ink, with keys. */
  readonly look?: 'bar' | 'filled';
  readonly first?: boolean;
  /** Inside a row that has the tab stop itself: reached by its keys and the pointer. */
  readonly rest?: boolean;
  readonly className?: string | undefined;
}

/** Choices in one frame; left and right go through them. */
export function Segments<V extends string>(props: SegmentsProps<V>): ReactNode {
  const { look = 'bar' } = props;
  const id = useId();
  return (
    <div className={cx(styles.segments, styles[look], props.className)} role="radiogroup" aria-label={props.label}>
      {props.options.map((option, index) => (
        <OneSegment
          key={option.value}
          name={id}
          option={option}
          chosen={option.value === props.value}
          rest={props.rest === true}
          first={props.first === true && (option.value === props.value || (props.value === null && index === 0))}
          onChoose={() => props.onChange(option.value)}
        />
      ))}
    </div>
  );
}

interface OneSegmentProps<V extends string> {
  readonly name: string;
  readonly option: Segment<V>;
  readonly chosen: boolean;
  readonly rest: boolean;
  readonly first: boolean;
  readonly onChoose: () => void;
}

function OneSegment<V extends string>({ name, option, chosen, rest, first, onChoose }: OneSegmentProps<V>): ReactNode {
  useKey(option.action, onChoose, { name: option.label });
  return (
    <label className={cx(styles.segment, chosen && styles.chosen)}>
      <input
        type="radio"
        name={name}
        className={styles.input}
        checked={chosen}
        tabIndex={rest ? -1 : undefined}
        aria-keyshortcuts={option.action === undefined ? undefined : keyShortcut(option.action)}
        data-first={first ? '' : undefined}
        onChange={onChoose}
      />
      <span>{option.label}</span>
      {option.action !== undefined && <Keycap action={option.action} plain className={styles.key} />}
    </label>
  );
}
