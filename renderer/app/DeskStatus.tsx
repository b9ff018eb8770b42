import type { ReactNode } from 'react';
import type { Status } from '../../contract/desk/status.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { LineFacts } from '../attention/LineFacts.tsx';
import { StatusBar, type StatusAlert } from '../frame/StatusBar.tsx';
import { useTicketPaper } from '../hall/ticket-paper.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import type { LineState } from '../ui/LineMark.tsx';
import { clock, titleDay, type Language } from '../ui/format.ts';
import { since } from './local-time.ts';
import { useNow } from './now.tsx';
import { useDesk } from './queries.ts';
import { useSay } from './say.ts';

/** The status bar: line, printer, what needs a look, clock. */
export function DeskStatus({
  onAttention,
  alert,
  onAlert,
}: {
  readonly onAttention?: (() => void) | undefined;
  /** What the boards say, where the person supervises one. */
  readonly alert?: StatusAlert;
  readonly onAlert?: () => void;
}): ReactNode {
  const language = useLanguage();
  const say = useSay();
  const now = useNow();
  const { data } = useDesk('status.get', {}, ['status', 'session'], { every: 15_000 });
  const tickets = useTicketPaper();
  if (data === undefined || now === '') return null;
  const { warning } = data.clock;
  return (
    <StatusBar
      line={lineOf(data, now, language)}
      lineFacts={<LineFacts status={data} now={now} />}
      printer={data.printer}
      tickets={tickets}
      attention={data.attention}
      {...(onAttention === undefined ? {} : { onAttention })}
      {...(alert === undefined ? {} : { alert })}
      {...(onAlert === undefined ? {} : { onAlert })}
      time={clock(now)}
      day={titleDay(now.slice(0, 10), language)}
      clockWarning={warning === null ? null : say(warning)}
    />
  );
}

function lineOf({ line, waiting }: Status, now: string, language: Language): LineState {
  switch (line.state) {
    case 'up':
      return { state: 'up', since: line.since === null ? null : since(line.since, now) };
    case 'sending':
    case 'receiving':
      return line;
    case 'down':
      return { state: 'down', since: since(line.since, now), waiting: waiting.dossiers };
    case 'stopped':
      return {
        state: 'stopped',
        reason: isProblemCode(line.code) ? problemText(line.code).what[language] : line.code,
        waiting: waiting.dossiers,
      };
    case 'not-enrolled':
      return { state: 'notEnrolled' };
    case 'sealed':
      return { state: 'sealed' };
  }
}
