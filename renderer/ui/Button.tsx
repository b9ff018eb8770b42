import { useId, useRef, type ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';
import { Keycap } from './Keycap.tsx';
import { cx } from './cx.ts';
import { useKey } from './keyboard.tsx';
import { keyShortcut, type KeyAction } from './keys.ts';

export interface ButtonProps {
  /** A verb that names the result. */
  readonly children: string;
  readonly onPress: () => void;
  /** `main` the one filled button of a screen; `second` the rest. */
  readonly kind?: 'main' | 'second';
  /** 44, 32 or 26 high; by default 44 for main and 32 for second. */
  readonly size?: 'large' | 'medium' | 'small';
  /** Its key: shown inside, bound while the button is on the page. */
  readonly action?: KeyAction;
  /** What is still missing before it can be pressed. The button is dashed, says so, and can still be reached. */
  readonly missing?: string | null | undefined;
  /** Fills the width it stands in, the key at the right end. */
  readonly wide?: boolean;
  readonly icon?: IconName;
  /** Submits the form it stands in. */
  readonly submit?: boolean;
  /** Says inside that Enter does it: the form of one field it submits answers that key by itself. */
  readonly enterKey?: boolean;
  /** Gets the focus when its dialog or region opens. */
  readonly first?: boolean;
  readonly className?: string | undefined;
}

export function Button(props: ButtonProps): ReactNode {
  const { children, onPress, kind = 'second', action, missing, icon } = props;
  const size = props.size ?? (kind === 'main' ? 'large' : 'medium');
  const button = useRef<HTMLButtonElement>(null);
  const why = useId();
  const waits = missing !== null && missing !== undefined;
  // A key pressed too early leads to the button, where the reason stands, and reads it out.
  const press = (): void => (waits ? button.current?.focus() : onPress());
  useKey(action, press, { name: children });
  return (
    <button
      ref={button}
      type={props.submit === true ? 'submit' : 'button'}
      className={cx(
        styles.button,
        styles[size],
        waits ? styles.waits : styles[kind],
        props.wide === true && styles.wide,
        props.className,
      )}
      aria-disabled={waits || undefined}
      aria-describedby={waits ? why : undefined}
      aria-keyshortcuts={action === undefined ? undefined : keyShortcut(action)}
      data-first={props.first === true ? '' : undefined}
      onClick={props.submit === true && !waits ? undefined : press}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={styles.word}>{children}</span>
      {waits && (
        <span id={why} className={styles.missing}>
          {missing}
        </span>
      )}
      {!waits && props.enterKey === true && (
        <kbd className={cx(styles.key, styles.enter)} data-keycap="" aria-hidden="true">
          Enter
        </kbd>
      )}
      {!waits && action !== undefined && <Keycap action={action} plain className={styles.key} />}
    </button>
  );
}
