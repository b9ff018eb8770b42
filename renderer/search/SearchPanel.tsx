import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { looksLikeTicket } from '../../domain/ticket/find.ts';
import { desk } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { callAndOpen } from '../queue/acts.ts';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { typedFrom, withApplicant, withProcedure } from '../receipt/content.ts';
import { procedureDetail } from '../receipt/procedure-detail.ts';
import { edit, openNew } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { clock, dayNumber, hasNumber, plainDate, rowDay } from '../ui/format.ts';
import { SearchBox, type SearchGroup } from '../ui/SearchBox.tsx';

/** As many of each kind as a window of 720 shows. */
const SHOWN = 8;

type Found = CallOutput<'search.all'>;
const nothing: Found = { dossiers: [], people: [], procedures: [] };
type Tickets = CallOutput<'queue.find'>;
const noTickets: Tickets = [];

/** What is shown is still the answer to what was typed before. */
const isLate = (answer: {
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly data: unknown;
}) => answer.isFetching && (answer.isPlaceholderData || answer.data === undefined);

/**
 * Ctrl K: dossiers, people, procedures. A dossier opens; a person or a procedure begins a receipt.
 * @param receives whether who is signed in receives dossiers
 */
export function SearchPanel({ receives }: { readonly receives: boolean }): ReactNode {
  const t = useTranslations('searchKind');
  const dossier = useTranslations('dossier');
  const queueWords = useTranslations('queue');
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const { openDossier, go } = usePlace();
  const user = useDesk('session.get', {}, ['session']).data?.user ?? null;
  const text = typed.trim();
  const answer = useDesk('search.all', { text, limit: SHOWN }, ['dossiers', 'reference'], { when: text !== '' });
  const found = answer.data ?? nothing;
  const asksTicket = receives && looksLikeTicket(text);
  const ticketAnswer = useDesk('queue.find', { text, limit: SHOWN }, ['hall', 'session'], { when: asksTicket });
  const tickets = asksTicket ? (ticketAnswer.data ?? noTickets) : noTickets;

  const stands = ({ state, counter, bookedFor, since, expired }: Tickets[number]): string => {
    const at = { counter: counter ?? '', time: clock(since ?? '') };
    switch (state) {
      case 'waiting':
        return bookedFor === null
          ? queueWords('standsWaiting', at)
          : queueWords('standsBooked', { time: clock(bookedFor) });
      case 'called':
        return queueWords('standsCalled', at);
      case 'held':
        return queueWords('standsHeld', at);
      case 'ended':
        return queueWords('standsEnded', at);
      case 'expired':
        return queueWords(expired === null ? 'standsExpired.day' : `standsExpired.${expired}`);
    }
  };
  const begin = async (change: Parameters<typeof edit>[0]): Promise<void> => {
    if (user === null || !(await openNew(user.id))) return;
    edit(change);
    go('receipt');
  };
  const openOf = (answered: Found, numbers: Tickets, key: string): void => {
    const [kind, at] = [key.slice(0, 1), Number(key.slice(1))];
    const { [at]: row } = answered.dossiers;
    const { [at]: person } = answered.people;
    const { [at]: procedure } = answered.procedures;
    const { [at]: ticket } = numbers;
    if (kind === 's' && ticket !== undefined && user !== null) {
      if (ticket.isHere && ticket.state === 'called') go('receipt');
      else void callAndOpen(user.id, { kind: 'call', ticket: ticket.id });
    }
    if (kind === 'd' && row !== undefined) openDossier(row.id);
    if (kind === 'n' && person !== undefined) void begin((content) => withApplicant(content, typedFrom(person)));
    if (kind === 't' && procedure !== undefined) {
      void begin((content) => withProcedure(content, procedure.code, procedure.fastLane));
    }
  };
  const hurry = async (): Promise<boolean> => {
    const [answered, numbers] = await Promise.all([
      desk('search.all', { text, limit: SHOWN }).catch(() => nothing),
      asksTicket ? desk('queue.find', { text, limit: SHOWN }).catch(() => noTickets) : noTickets,
    ]);
    const first = [
      numbers.length > 0 ? 's0' : null,
      answered.dossiers.length > 0 ? 'd0' : null,
      receives && answered.people.length > 0 ? 'n0' : null,
      receives && answered.procedures.length > 0 ? 't0' : null,
    ].find((key) => key !== null);
    if (first !== undefined) openOf(answered, numbers, first);
    return first !== undefined;
  };
  const groups: SearchGroup[] = [
    {
      head: queueWords('searchHead'),
      results: tickets.map((row, at) => ({
        key: `s${at}`,
        title: queueWords(row.isHere && row.state === 'called' ? 'searchServing' : 'searchCall', { number: row.text }),
        detail: `${row.name[language]}, ${stands(row)}`,
      })),
    },
    {
      head: t('dossiers'),
      results: found.dossiers.map((row, at) => ({
        key: `d${at}`,
        title: [
          hasNumber(row.code) ? dayNumber(row.code) : dossier('noNumber'),
          row.name === '' ? dossier('unnamed') : row.name,
        ].join(hasNumber(row.code) ? ' ' : ', '),
        mark: <RoundMark rounds={row.rounds} />,
        detail: `${row.procedure}, ${row.code}`,
        aside: rowDay(row.receivedAt.slice(0, 10), language),
      })),
    },
    {
      head: t('people'),
      results: !receives
        ? []
        : found.people.map((person, at) => ({
            key: `n${at}`,
            title: person.name,
            detail: person.address === '' ? undefined : person.address,
            aside: person.birthDate === null ? undefined : t('born', { date: plainDate(person.birthDate) }),
          })),
    },
    {
      head: t('procedures'),
      results: !receives
        ? []
        : found.procedures.map((procedure, at) => ({
            key: `t${at}`,
            title: procedure.shortName,
            detail: procedureDetail(procedure, language),
          })),
    },
  ];
  return (
    <SearchBox
      value={typed}
      onChange={setTyped}
      groups={groups}
      busy={isLate(answer) || (asksTicket && isLate(ticketAnswer))}
      onOpen={(key) => openOf(found, tickets, key)}
      onHurry={hurry}
    />
  );
}
