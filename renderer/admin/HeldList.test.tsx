import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { KeptApart } from '../../contract/kept-apart.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { KeyboardProvider } from '../ui/keyboard.tsx';
import { HeldList } from './HeldList.tsx';

function held(n: number, reason: string): KeptApart {
  const id = `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const about = reason === 'XV-03' ? null : { code: `H20.57-261123-${n}`, applicant: `Người ${n}` };
  const place = { log: id, seq: n, office: 'xa-29905', device: id };
  const type = 'dossier.received';
  return { eventId: id, ...place, type, aggregateId: id, reason, receivedAt: 1_795_000_000_000 + n, about };
}

const shown = (list: readonly KeptApart[]): string =>
  renderToStaticMarkup(
    <MessagesProvider language="vi">
      <KeyboardProvider>
        <HeldList held={list} onLetIn={() => undefined} />
      </KeyboardProvider>
    </MessagesProvider>,
  );

test('what can be let in comes before what cannot, however old that is, and says whose it is', () => {
  const unread = Array.from({ length: 9 }, (_, n) => held(n + 1, 'XV-03'));
  const html = shown([...unread, held(10, 'XV-06')]);
  expect(html).toContain('hồ sơ H20.57-261123-10, Người 10');
  expect(html.match(/Cho vào…/g)).toHaveLength(1);
  expect(html.indexOf('Người 10')).toBeLessThan(html.indexOf('000000000001'));
  // The rest is a page away, not out of reach.
  expect(html).toContain('Việc 1 đến 8');
  expect(html).toContain('Các việc sau');
});

test('what fits on one page has no pages', () => {
  expect(shown([held(1, 'XV-06'), held(2, 'XV-04')])).not.toContain('Các việc sau');
});
