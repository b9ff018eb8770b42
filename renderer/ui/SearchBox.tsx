import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './Icon.tsx';
import { Keycap } from './Keycap.tsx';
import styles from './SearchBox.module.css';
import { cx } from './cx.ts';
import { useKey } from './keyboard.tsx';
import { keyShortcut } from './keys.ts';
import { Marked } from './Marked.tsx';

export interface SearchResult {
  readonly key: string;
  readonly title: string;
  /** Beside the title: what every list says of it. */
  readonly mark?: ReactNode;
  /** What tells it from others like it. */
  readonly detail?: string | undefined;
  /** Right end: the day's number, a state. */
  readonly aside?: ReactNode;
}

export interface SearchGroup {
  /** The kind: "Hồ sơ", "Người", "Thủ tục". */
  readonly head: string;
  readonly results: readonly SearchResult[];
}

export interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly groups: readonly SearchGroup[];
  /** Results for what is typed are not there yet. */
  readonly busy?: boolean;
  readonly onOpen: (key: string) => void;
  /** Enter before the answer is there, while older results still stand: opens the first of the answer. @returns whether there was one */
  readonly onHurry: () => Promise<boolean>;
}

/** The search of the title bar: results by kind over the sheet, up and down, Enter; text without marks works. */
export function SearchBox({ value, onChange, groups, busy = false, onOpen, onHurry }: SearchBoxProps): ReactNode {
  const t = useTranslations('search');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const results = groups.flatMap((group) => group.results);
  const chosen = results[Math.min(at, results.length - 1)];
  const shown = open && value.trim() !== '';

  useKey('search', () => {
    if (document.activeElement !== input.current) before.current = document.activeElement;
    input.current?.focus();
    input.current?.select();
  });
  const shut = (): void => {
    setOpen(false);
    onChange('');
  };
  const leave = (): void => {
    shut();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    else input.current?.blur();
  };
  const pick = (key: string): void => {
    shut();
    onOpen(key);
  };
  const brief = useNarrow(input);
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${chosen?.key ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, chosen?.key, id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && shown && busy && !event.ctrlKey)
      void onHurry().then((opened) => (opened ? shut() : undefined));
    else if (event.key === 'Enter' && shown && chosen !== undefined && !event.ctrlKey) pick(chosen.key);
    else if (event.key === 'ArrowDown' && results.length > 0)
      setAt((Math.min(at, results.length - 1) + 1) % results.length);
    else if (event.key === 'ArrowUp' && results.length > 0) setAt((at + results.length - 1) % results.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.search}>
      <Icon name="search" className={styles.sign} />
      <input
        ref={input}
        type="text"
        className={styles.input}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen !== undefined ? `${id}-${chosen.key}` : undefined}
        aria-keyshortcuts={keyShortcut('search')}
        autoComplete="off"
        spellCheck={false}
        placeholder={t(brief ? 'placeholderBrief' : 'placeholder')}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={(event) => {
          if (event.relatedTarget !== null) before.current = event.relatedTarget;
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Keycap action="search" className={styles.key} />
      {shown && (
        <div className={styles.popover} id={`${id}-list`} role="listbox" aria-label={t('label')}>
          {groups
            .filter((group) => group.results.length > 0)
            .map((group) => (
              <div key={group.head} role="group" aria-label={group.head}>
                <div className={styles.head} aria-hidden="true">
                  {group.head}
                </div>
                {group.results.map((result) => (
                  <div
                    key={result.key}
                    id={`${id}-${result.key}`}
                    className={cx(styles.result, result === chosen && styles.chosen)}
                    role="option"
                    aria-selected={result === chosen}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => pick(result.key)}
                  >
                    <span className={styles.title}>
                      <Marked text={result.title} typed={value} />
                      {result.mark}
                    </span>
                    <span className={styles.aside}>{result.aside}</span>
                    {result.detail !== undefined && (
                      <span className={styles.detail}>
                        <Marked text={result.detail} typed={value} />
                      </span>
                    )}
                  </div>
                ))}
              </div>
            ))}
          {results.length === 0 && <p className={styles.none}>{busy ? t('searching') : t('none', { text: value })}</p>}
        </div>
      )}
      <span className={styles.spoken} role="status">
        {shown && !busy && t('found', { n: results.length })}
      </span>
    </search>
  );
}

/** The widths of its own letters the field needs for the whole hint, with the sign and the key beside it. */
const WHOLE_HINT_EM = 17.2;

/** Whether the tabs have left the field too little for its whole hint. */
function useNarrow(input: RefObject<HTMLInputElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    const look = (): void =>
      setNarrow(field.clientWidth < WHOLE_HINT_EM * Number.parseFloat(getComputedStyle(field).fontSize));
    const watch = new ResizeObserver(look);
    watch.observe(field);
    look();
    return () => watch.disconnect();
  }, [input]);
  return narrow;
}
