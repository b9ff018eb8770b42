import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Turn } from '../../domain/digitise/pages.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { PageCanvas } from './PageCanvas.tsx';
import styles from './PagesPane.module.css';

/** A page as the pane shows it. */
export interface PanePage {
  readonly key: string;
  readonly turn: Turn;
  readonly picture: Blob | null;
}

export interface PagesPaneProps {
  readonly pages: readonly PanePage[];
  readonly current: number;
  readonly onCurrent: (at: number) => void;
  /** Absent: the pages are only looked at. */
  readonly edit?: {
    readonly turn: (at: number) => void;
    readonly move: (from: number, to: number) => void;
    readonly take: (at: number) => void;
  };
  /** Instead of the page while there is none. */
  readonly empty?: ReactNode;
  /** Below the list: what is being read, more to load. */
  readonly foot?: ReactNode;
}

const SMALL = 160;
const LARGE = 2000;

/** Pages one below the other as a list with one tab stop, and beside it the one that is looked at, as large as there is room. */
export function PagesPane({ pages, current, onCurrent, edit, empty, foot }: PagesPaneProps): ReactNode {
  const t = useTranslations('digitise');
  const list = useRef<HTMLUListElement>(null);
  const [zoomed, setZoomed] = useState(false);
  const page = pages[current];

  const go = (at: number): void => {
    const next = Math.max(0, Math.min(pages.length - 1, at));
    onCurrent(next);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus();
  };
  const move = (by: -1 | 1): void => {
    const to = current + by;
    if (edit === undefined || to < 0 || to >= pages.length) return;
    edit.move(current, to);
    onCurrent(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.shiftKey && edit !== undefined && event.code === 'ArrowUp') move(-1);
    else if (event.shiftKey && edit !== undefined && event.code === 'ArrowDown') move(1);
    else if (event.shiftKey) return;
    else if (event.code === 'ArrowUp') go(current - 1);
    else if (event.code === 'ArrowDown') go(current + 1);
    else if (event.code === 'Home') go(0);
    else if (event.code === 'End') go(pages.length - 1);
    else if (event.code === 'Enter' || event.code === 'Space') setZoomed(!zoomed);
    else if (edit !== undefined && event.code === 'KeyX') edit.turn(current);
    else if (edit !== undefined && event.code === 'Delete') edit.take(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const nameOf = ({ turn }: PanePage, n: number): string =>
    turn === 0 ? t('page', { n }) : t('pageTurned', { n, degrees: turn });

  return (
    <div className={styles.pane}>
      <div className={styles.side}>
        {pages.length > 0 && (
          <ul
            ref={list}
            className={styles.list}
            role="listbox"
            aria-label={t('pages', { n: pages.length })}
            onKeyDown={onKeyDown}
          >
            {pages.map((each, at) => (
              <li
                key={each.key}
                role="option"
                aria-selected={at === current}
                aria-label={nameOf(each, at + 1)}
                tabIndex={at === current ? 0 : -1}
                className={styles.small}
                onClick={() => onCurrent(at)}
              >
                <span className={styles.frame}>
                  {each.picture === null ? (
                    <span className={styles.unseen}>PDF</span>
                  ) : (
                    <PageCanvas
                      picture={each.picture}
                      turn={each.turn}
                      longest={SMALL}
                      className={styles.smallPicture}
                    />
                  )}
                </span>
                <span className={styles.number}>{at + 1}</span>
              </li>
            ))}
          </ul>
        )}
        {foot}
      </div>
      <div className={styles.main}>
        {page === undefined ? (
          <div className={styles.empty}>{empty}</div>
        ) : (
          <>
            <div
              className={cx(styles.stage, zoomed && styles.zoomed)}
              tabIndex={zoomed ? 0 : undefined}
              role={zoomed ? 'group' : undefined}
              aria-label={zoomed ? t('pageOf', { n: current + 1, of: pages.length }) : undefined}
            >
              {page.picture === null ? (
                <p className={styles.empty}>{t('pageUnseen')}</p>
              ) : (
                <PageCanvas
                  key={page.key}
                  picture={page.picture}
                  turn={page.turn}
                  longest={LARGE}
                  label={t('pageOf', { n: current + 1, of: pages.length })}
                  className={styles.largePicture}
                />
              )}
            </div>
            <div className={styles.tools}>
              <span className={styles.place}>{t('pageOf', { n: current + 1, of: pages.length })}</span>
              {edit !== undefined && (
                <>
                  <Button size="small" onPress={() => edit.turn(current)}>
                    {t('turn')}
                  </Button>
                  <Button size="small" onPress={() => move(-1)}>
                    {t('earlier')}
                  </Button>
                  <Button size="small" onPress={() => move(1)}>
                    {t('later')}
                  </Button>
                  <Button size="small" onPress={() => edit.take(current)}>
                    {t('take')}
                  </Button>
                </>
              )}
              <Button size="small" onPress={() => setZoomed(!zoomed)}>
                {zoomed ? t('zoomOut') : t('zoomIn')}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
