import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TicketsAsked } from '../../contract/desk/board.ts';
import { useNow } from '../app/now.tsx';
import { Segments } from '../ui/Segments.tsx';
import { HistoryView } from './HistoryView.tsx';
import { OfficeBoardView } from './OfficeBoardView.tsx';
import { TicketsView } from './TicketsView.tsx';

const views = ['now', 'history'] as const;
type View = (typeof views)[number];
const actions = { now: 'part1', history: 'part2' } as const;

/** The workspace of the hall (Sảnh) for its supervisor: the office now, the history of waits, the tickets behind both. */
export function BoardScreen(): ReactNode {
  const t = useTranslations('board');
  const today = useNow().slice(0, 10);
  const [view, setView] = useState<View>('now');
  const [asked, setAsked] = useState<TicketsAsked | null>(null);
  if (today === '') return null;
  const choice = (
    <Segments
      label={t('views')}
      value={view}
      options={views.map((value) => ({ value, label: t(value), action: actions[value] }))}
      onChange={(next) => {
        setAsked(null);
        setView(next);
      }}
    />
  );
  if (asked !== null) return <TicketsView asked={asked} onAsk={setAsked} onBack={() => setAsked(null)} />;
  const ofToday = (part: Partial<TicketsAsked>): void =>
    setAsked({
      from: today,
      to: today,
      which: 'all',
      series: null,
      counter: null,
      priority: null,
      part: null,
      ...part,
    });
  return view === 'now' ? (
    <OfficeBoardView choice={choice} onTickets={ofToday} />
  ) : (
    <HistoryView choice={choice} today={today} onTickets={setAsked} />
  );
}
