import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/now.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CashView } from './CashView.tsx';
import { DayView } from './DayView.tsx';
import { RegisterView } from './RegisterView.tsx';

const views = ['register', 'cash', 'day'] as const;
type View = (typeof views)[number];
const actions = { register: 'part1', cash: 'part2', day: 'part3' } as const;

/** The workspace of books (Sổ sách): the year's register, the day's money, the day's end. */
export function BooksScreen(): ReactNode {
  const t = useTranslations('books');
  const today = useNow().slice(0, 10);
  const [view, setView] = useState<View>('day');
  /** Null: today, whatever day that is by then. */
  const [chosen, setChosen] = useState<string | null>(null);
  if (today === '') return null;
  const choice = (
    <Segments
      label={t('views')}
      value={view}
      options={views.map((value) => ({ value, label: t(value), action: actions[value] }))}
      onChange={setView}
    />
  );
  const day = { date: chosen ?? today, today, onDate: (date: string) => setChosen(date === today ? null : date) };
  switch (view) {
    case 'register':
      return <RegisterView choice={choice} />;
    case 'cash':
      return <CashView choice={choice} {...day} />;
    case 'day':
      return <DayView choice={choice} {...day} />;
  }
}

/** What each view of a day is given. */
export interface DayProps {
  readonly choice: ReactNode;
  readonly date: string;
  readonly today: string;
  readonly onDate: (date: string) => void;
}
