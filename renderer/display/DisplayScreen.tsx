import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DisplayView } from '../../contract/desk/screens.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { waitInRow } from '../../domain/voice/wait-words.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { cx } from '../ui/cx.ts';
import { clock, sentenceDay, titleDay } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import type { Appearance } from '../ui/theme.ts';
import styles from './Display.module.css';
import { useVoice } from './use-voice.ts';

/** It asks again so often besides being told: a display that lost its hall is back within a second. */
const ASK_EVERY_MS = 1000;
const EARLIER_ROWS = 4;
const MESSAGE_MS = 12_000;

/** The waiting room's display (màn hình gọi số): read from ten metres, spoken, Vietnamese alone. No names. */
export function DisplayScreen({ onAppearance }: { readonly onAppearance: (look: Appearance) => void }): ReactNode {
  useEffect(() => {
    onAppearance({ theme: 'dark', textSize: 100, keyHints: false, language: 'vi' });
  }, [onAppearance]);
  const t = useTranslations('display');
  const say = useSay();
  const now = useNow();
  const asked = useDesk('display.view', {}, ['hall', 'session', 'reference'], { every: ASK_EVERY_MS });
  const view = asked.data;
  const lost = useLost(asked.isError, view, now);
  const voice = useVoice(view);
  if (view === undefined) {
    const problem = asked.error?.sentences;
    return (
      <div className={styles.display} role="alert">
        {problem !== undefined && <p>{`${say(problem.what)} ${say(problem.todo)}`}</p>}
      </div>
    );
  }
  const main = view.calls.find(({ id }) => id === voice.saying?.id) ?? view.calls[0];
  const earlier = view.calls.filter((call) => call.id !== main?.id && call.number !== main?.number);
  return (
    <div className={styles.display} onPointerDown={voice.wake}>
      <header className={styles.head}>
        <h1>{view.office}</h1>
        <p>
          <span className={styles.clock}>{clock(now)}</span>
          <span>{now === '' ? '' : titleDay(now.slice(0, 10), 'vi')}</span>
        </p>
      </header>
      <main className={styles.main}>
        <section className={styles.calls} aria-live="polite">
          {main === undefined ? (
            <Nobody state={view.state} opens={view.opens} phoneDoor={view.phoneDoor} />
          ) : (
            <div className={cx(styles.call, voice.saying?.id === main.id && styles.fresh)}>
              <p className={cx(styles.label, styles.invite)}>
                <span>{t('invite')}</span>
                <span className={styles.why}>{say(main.why)}</span>
              </p>
              <p className={styles.called}>
                <span className={styles.number} data-length={main.number.length}>
                  {main.number}
                </span>
                <span className={styles.to}>
                  <span className={styles.label}>{t('to')}</span>
                  <span className={styles.counter} data-long={main.counter.length > 8}>
                    {main.counter}
                  </span>
                </span>
              </p>
            </div>
          )}
          <ul className={styles.earlier} aria-label={t('earlier')}>
            {earlier.slice(0, EARLIER_ROWS).map((call) => (
              <li key={call.id}>
                <span className={styles.past}>{call.number}</span>
                <span className={styles.at}>{call.counter}</span>
                <span className={styles.when}>
                  {call.again ? t('again', { time: clock(call.at) }) : t('calledAt', { time: clock(call.at) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.waiting}>
          {view.state === 'open' && <h2 className={styles.label}>{t('waiting')}</h2>}
          {lost === null && <Waiting rows={view.waiting} />}
        </section>
      </main>
      <footer className={styles.foot}>
        <Message messages={view.messages} fallback={view.state === 'open' ? t('next') : ''} />
        <p className={styles.state} role="status" data-lost={lost !== null}>
          {voice.isMuted && <span className={styles.muted}>{t('silent')}</span>}
          {/* A display of no hall, or of one that is closed, is neither live nor lost. */}
          {(lost !== null || view.state === 'open') && (
            <>
              <Icon name={lost === null ? 'lineUp' : 'lineDown'} />
              <span>{lost === null ? t('live') : t('notLive', { time: clock(lost) })}</span>
            </>
          )}
        </p>
      </footer>
    </div>
  );
}

/** Since when what stands here is old; null: it is live. Where the program itself is silent, since it last answered. */
function useLost(isSilent: boolean, view: DisplayView | undefined, now: string): string | null {
  const [since, setSince] = useState<string | null>(null);
  if (isSilent !== (since !== null)) setSince(isSilent ? now : null);
  return since ?? view?.silentSince ?? null;
}

function Nobody({ state, opens, phoneDoor }: Pick<DisplayView, 'state' | 'opens' | 'phoneDoor'>): ReactNode {
  const t = useTranslations('display');
  const words = { open: t('nobody'), none: t('noHall'), closed: t('closed') };
  const hint = (): string => {
    if (state === 'none') return t('noHallHint');
    if (state === 'open') return phoneDoor === null ? t('next') : t('phoneDoor');
    if (opens === null) return '';
    return t('opens', { time: clock(opens).replace(/^0/, ''), day: sentenceDay(dateOf(opens), 'vi') });
  };
  return (
    <div className={cx(styles.call, styles.idle)}>
      <div>
        <p className={styles.nobody}>{words[state]}</p>
        <p className={styles.label}>{hint()}</p>
      </div>
      {phoneDoor !== null && <QrCode className={styles.code} text={phoneDoor} label={t('phoneDoor')} />}
    </div>
  );
}

function Waiting({ rows }: { readonly rows: DisplayView['waiting'] }): ReactNode {
  const t = useTranslations('display');
  const say = useSay();
  return (
    <ul className={styles.fields} data-many={rows.length > 6}>
      {rows.map(({ letter, name, waiting, wait, served }) => (
        <li key={letter}>
          <span className={styles.field}>{say(name)}</span>
          <span className={styles.wait}>{served ? (wait === null ? '' : say(waitInRow(wait))) : t('noCounter')}</span>
          <span className={styles.people}>
            {waiting === 0 ? t('noOne', { letter }) : t('people', { n: waiting, letter })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One sentence at a time, in turn. */
function Message(props: { readonly messages: DisplayView['messages']; readonly fallback: string }): ReactNode {
  const say = useSay();
  const [turn, setTurn] = useState(0);
  const sentences = [...props.messages.map(say), props.fallback];
  const count = sentences.length;
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), MESSAGE_MS);
    return () => clearInterval(timer);
  }, [count]);
  return <p className={styles.message}>{sentences[turn % count]}</p>;
}
