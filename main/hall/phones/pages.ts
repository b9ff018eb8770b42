import type { Language } from '../../../domain/voice/spoken.ts';
import { waitInRow } from '../../../domain/voice/wait-words.ts';
import type { PhoneSide, PhoneTicket } from './side.ts';
import { before, clockInWords, peopleAhead, say, waitWords, whatToDo, words } from './words.ts';

/** Pages for phones: whole without a script, in either language, well below 30 kB. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '');

interface Frame {
  readonly office: string;
  readonly title: string;
  readonly language: Language;
  /** The same page in the other language. */
  readonly other: string;
  readonly head?: string;
  readonly body: string;
}

function framed({ office, title, language, other, head = '', body }: Frame): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title><link rel="stylesheet" href="/p.css">${head}</head>
<body><header><div class="top"><a href="${esc(other)}" lang="${language === 'vi' ? 'en' : 'vi'}">${esc(say(words.another, language))}</a>
<p>${esc(office)}</p><h1>${esc(title)}</h1></div></header>
<main>${body}</main></body></html>`;
}

const languageQuery = (language: Language): string => (language === 'en' ? '?l=en' : '');

/** Where a number is taken: a press of one field is all. @param key of the QR; it goes with the press */
export function doorPage(side: PhoneSide, key: string, phone: string, language: Language): string {
  const rows = side.series().map(({ letter, kind, name, hint, served, wait, ahead }) => {
    const state = served
      ? [
          say(before(ahead), language),
          ...(wait === null ? [] : [`${say(words.waits, language)} ${say(waitInRow(wait), language)}`]),
        ]
      : [say(words.noCounter, language)];
    const states = state.map((text) => `<span>${esc(text)}</span>`).join('');
    const shown = kind === 'unknown' ? '?' : letter;
    return `<button name="s" value="${esc(letter)}"><i aria-hidden="true">${esc(shown)}</i><em><b>${esc(say(name, language))}</b><span>${esc(say(hint, language))}</span>${states}</em></button>`;
  });
  const classes = [{ id: '', name: words.priorityNone }, ...side.priorities()].map(
    ({ id, name }) => `<option value="${esc(id)}">${esc(say(name, language))}</option>`,
  );
  const form = side.isFull()
    ? `<p class="card">${esc(say(words.full, language))}</p>`
    : `<form method="post" action="/lay-so"><input type="hidden" name="k" value="${esc(key)}"><input type="hidden" name="l" value="${language}">
<p class="class"><label for="u">${esc(say(words.priority, language))}</label><select id="u" name="u">${classes.join('')}</select></p>
<h2>${esc(say(words.choose, language))}</h2>${rows.join('\n')}</form>`;
  return framed({
    office: side.office,
    title: say(words.title, language),
    language,
    other: `/?k=${encodeURIComponent(key)}${language === 'vi' ? '&l=en' : ''}`,
    body: `${ownNumbers(side, phone, language)}${form}<p class="note">${esc(say(words.noName, language))}</p>`,
  });
}

function ownNumbers(side: PhoneSide, phone: string, language: Language): string {
  const own = side.ofPhone(phone);
  if (own.length === 0) return '';
  const links = own.map(
    ({ token, number, field }) =>
      `<p><a href="/t/${token}${languageQuery(language)}"><b>${esc(number)}</b> ${esc(field === null ? say(words.unsure, language) : say(field, language))}</a></p>`,
  );
  return `<div class="card"><p class="label">${esc(say(words.own, language))}</p>${links.join('')}</div>`;
}

/** One sentence, and numbers this phone has. */
export function wordsPage(
  side: PhoneSide,
  what: 'scan' | 'closed' | 'full' | 'tooMany' | 'tooOften' | 'cookie' | 'failed' | 'unknown',
  phone: string,
  language: Language,
): string {
  return framed({
    office: side.office,
    title: say(words.title, language),
    language,
    other: `/${languageQuery(language === 'vi' ? 'en' : 'vi')}`,
    body: `<p class="card">${esc(say(words[what], language))}</p>${ownNumbers(side, phone, language)}`,
  });
}

/** The page of one ticket. Without a script it asks again every ten seconds. */
export function ticketPage(side: PhoneSide, ticket: PhoneTicket, language: Language): string {
  const path = `/t/${ticket.token}`;
  const at = clockInWords(side.asOf());
  const isLive = side.isLive();
  const texts = ticketTexts(side, ticket, language);
  const slot = (name: keyof TicketTexts, tag: string, of: string, inner = ''): string =>
    `<${tag} id="t-${name}" class="${of}"${texts[name] === '' ? ' hidden' : ''}>${inner === '' ? esc(texts[name]) : inner}</${tag}>`;
  const fact = (name: 'ahead' | 'wait'): string =>
    slot(name, 'p', 'fact', `${esc(say(words[name], language))} <b>${esc(texts[name])}</b>`);
  const body = `<div id="ticket" class="card" data-stands="${ticket.stands}" data-path="${path}" data-others="${esc(side.others().join(' '))}">
<div role="status">${slot('head', 'p', 'head')}</div>${slot('field', 'p', 'label')}${slot('number', 'p', ticket.number.length > 5 ? 'number long' : 'number')}${fact('ahead')}${fact('wait')}${slot('todo', 'p', 'do')}</div>
<p id="live" class="live${isLive ? '' : ' lost'}" data-at="${at}" data-live="${esc(say(words.live, language))}" data-lost="${esc(say(words.lost, language))}">${esc(say(isLive ? words.live : words.lost, language))} ${at}</p>
<p class="note">${esc(say(words.keep, language))}</p><script src="/p.js"></script>`;
  return framed({
    office: side.office,
    title: ticketTitle(ticket, language),
    language,
    other: `${path}${languageQuery(language === 'vi' ? 'en' : 'vi')}`,
    head: '<noscript><meta http-equiv="refresh" content="10"></noscript>',
    body,
  });
}

/** "A012", "A012: Quầy 3". */
export function ticketTitle({ number, stands, counter }: PhoneTicket, language: Language): string {
  if (stands === 'called') return `${number}: ${counter ?? ''}`;
  return `${say(words.yours, language)}: ${number}`;
}

/** What changes on it, as it stands: a text for each place of the page, empty where nothing stands there. */
export function ticketTexts(side: PhoneSide, ticket: PhoneTicket, language: Language): TicketTexts {
  const { stands, number, field, counter } = ticket;
  const head = {
    waiting: '',
    called: `${say(words.called, language)}: ${counter ?? ''}`,
    missed: say(words.missed, language),
    held: say(words.held, language),
    served: say(words.served, language),
    gone: say(words.gone, language),
  }[stands];
  const isInLine = (stands === 'waiting' || stands === 'missed') && ticket.bookedFor === null;
  return {
    head,
    field: say(field ?? words.unsure, language),
    number,
    ahead: isInLine ? say(peopleAhead(ticket.ahead), language) : '',
    wait: isInLine ? say(waitWords(ticket), language) : '',
    todo: say(whatToDo(ticket, side.calls()), language),
  };
}

/** Of a ticket that is none of today's: its number stays for whoever looks at it, and nothing else of it holds. */
export const goneTexts = (language: Language): Omit<TicketTexts, 'number' | 'field'> => ({
  head: say(words.gone, language),
  ahead: '',
  wait: '',
  todo: say(words.unknown, language),
});

type TicketTexts = Readonly<Record<'head' | 'field' | 'number' | 'ahead' | 'wait' | 'todo', string>>;
