import type { StoryDay, StoryMark } from '../ui/DayStory.tsx';

/** Received 12/10/2026, paused 29/10 to 02/11, first due 23/11, due again 30/11; today is 23/11. */
export const storyDays: readonly StoryDay[] = (() => {
  const days: StoryDay[] = [];
  for (let time = Date.UTC(2026, 9, 12); time <= Date.UTC(2026, 10, 30); time += 86_400_000) {
    const at = new Date(time);
    if (at.getUTCDay() === 0 || at.getUTCDay() === 6) continue;
    const date = at.toISOString().slice(0, 10);
    const paused = date >= '2026-10-29' && date <= '2026-11-02';
    const kind =
      date === '2026-10-12' ? 'received' : date === '2026-11-24' ? 'off' : date > '2026-11-23' ? 'left' : 'used';
    days.push({ date, kind: paused ? 'paused' : kind });
  }
  return days;
})();

export const storyMarks: readonly StoryMark[] = [
  { from: '2026-10-12', words: 'Nhận 12/10' },
  { from: '2026-10-29', to: '2026-11-02', words: 'Tạm dừng, chờ nộp thuế', tone: 'soon' },
  { from: '2026-11-23', words: 'Hẹn đầu 23/11' },
  { from: '2026-11-30', words: 'Hẹn lại 30/11' },
];
