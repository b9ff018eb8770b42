import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Decision, HallCommand } from './commands.ts';
import { decideHall } from './decide-hall.ts';
import { decideIssue } from './decide-issue.ts';
import { decideTicket } from './decide-ticket.ts';
import { refused } from './decision.ts';
import type { HallRules } from './rules.ts';
import { isPastDay, type HallView } from './view.ts';

/** The desk that decides: the one that hosts, or wants to. */
export interface Deciding {
  /** Its device id. */
  readonly host: string;
  readonly now: LocalDateTime;
}

/**
 * What comes of a command: events for the host to write in this order, or why not. Only the host of the reign that goes
 * on decides anything; the same view, command and moment give the same answer, so a term is its log replayed.
 */
export function decide(view: HallView, rules: HallRules, command: HallCommand, deciding: Deciding): Decision {
  if (command.kind === 'openHall') return decideHall(view, rules, command, deciding);
  if (view.reign === null || view.state === 'none') return refused('HC-01');
  if (view.reign.host !== deciding.host || view.reign.signedOffAt !== null) return refused('HC-02');
  if (view.state === 'closed') return refused('HC-03');
  if (isPastDay(view, deciding.now) && command.kind !== 'expire' && command.kind !== 'closeHall')
    return refused('HC-03');
  switch (command.kind) {
    case 'signOff':
    case 'closeHall':
    case 'openCounter':
    case 'away':
    case 'closeCounter':
    case 'setSeries':
    case 'askHelp':
    case 'askCome':
    case 'setMessage':
      return decideHall(view, rules, command, deciding);
    case 'issue':
      return decideIssue(view, rules, command, view.reign, deciding.now);
    case 'callNext':
    case 'call':
    case 'recall':
    case 'noShow':
    case 'putBack':
    case 'hold':
    case 'resume':
    case 'move':
    case 'moveFirst':
    case 'moveNamed':
    case 'end':
    case 'expire':
    case 'leaveOut':
    case 'countTime':
    case 'settle':
    case 'rate':
      return decideTicket(view, rules, command, view.reign.term, deciding.now);
  }
}
