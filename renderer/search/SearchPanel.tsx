import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { desk } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { callAndOpen } from '../queue/acts.ts';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { typedFrom, withApplicant, withProcedure } from '../receipt/content.ts';
import { edit, openNew } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { dayNumber, hasNumber, plainDate, rowDay } from '../ui/format.ts';
import { SearchBox, type SearchGroup } from '../ui/SearchBox.tsx';

/** As many of each kind as a window of 720 shows. */
const SHOWN = 8;

type Found = CallOutput<'search.all'>;
const nothing: Found = { dossiers: [], people: [], procedures: [] };

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
  const queue = useDesk('queue.get', {}, ['hall', 'session'], { when: receives }).data;
  const tickets = /^[a-z]\d{0,4}$/iu.test(text)
    ? [...(queue?.mine ?? []), ...(queue?.others ?? [])].filter((row) => row.text.startsWith(text.toUpperCase()))
    : [];

  const begin = async (change: Parameters<typeof edit>[0]): Promise<void> => {
    if (user === null || !(await openNew(user.id))) return;
    edit(change);
    go('receipt');
  };
  const openOf = (answered: Found, key: string): void => {
    const [kind, at] = [key.slice(0, 1), Number(key.slice(1))];
    const { [at]: row } = answered.dossiers;
    const { [at]: person } = answered.people;
    const { [at]: procedure } = answered.procedures;
    const { [at]: ticket } = tickets;
    if (kind === 's' && ticket !== undefined && user !== null) {
      void callAndOpen(user.id, { kind: 'call', ticket: ticket.id });
    }
    if (kind === 'd' && row !== undefined) openDossier(row.id);
    if (kind === 'n' && person !== undefined) void begin((content) => withApplicant(content, typedFrom(person)));
    if (kind === 't' && procedure !== undefined) {
      void begin((content) => withProcedure(content, procedure.code, procedure.fastLane));
    }
  };
  const hurry = async (): Promise<boolean> => {
    const answered = await desk('search.all', { text, limit: SHOWN }).catch(() => nothing);
    const first = [
      tickets.length > 0 ? 's0' : null,
      answered.dossiers.length > 0 ? 'd0' : null,
      receives && answered.people.length > 0 ? 'n0' : null,
      receives && answered.procedures.length > 0 ? 't0' : null,
    ].find((key) => key !== null);
    if (first !== undefined) openOf(answered, first);
    return first !== undefined;
  };
  const groups: SearchGroup[] = [
    {
      head: queueWords('searchHead'),
      results: tickets.slice(0, SHOWN).map((row, at) => ({
        key: `s${at}`,
        title: queueWords('searchCall', { number: row.text }),
        detail: row.name[language],
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
            detail: `${procedure.code}, ${procedure.field}`,
          })),
    },
  ];
  return (
    <SearchBox
      value={typed}
      onChange={setTyped}
      groups={groups}
      busy={answer.isFetching && (answer.isPlaceholderData || answer.data === undefined)}
      onOpen={(key) => openOf(found, key)}
      onHurry={hurry}
    />
  );
}
