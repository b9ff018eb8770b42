import type { Bilingual } from '../text.ts';
import { caseOf, type Channel, type Procedure, type TimeRule } from './catalogue.ts';

/** A published time limit that can be counted. `value` is in `unit`; 0 with SAME_DAY. */
export interface TimeLimit {
  readonly kind: 'limit';
  readonly value: number;
  readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY';
  /** Law and article, or the portal's text. */
  readonly source: string;
}

/** No usable limit: the officer enters the date with its basis (decision 5). */
export interface AskForLimit {
  readonly kind: 'ask';
  /** channel: not published for this channel; unknown: no number or unit; doubtful: the numbers contradict. */
  readonly why: 'channel' | 'unknown' | 'doubtful';
  readonly reason: Bilingual;
  /** What is published, to show beside the question. */
  readonly listed: readonly TimeRule[];
}

const CHANNEL_NAME: Record<Channel, Bilingual> = {
  DIRECT: { vi: 'trực tiếp', en: 'in person' },
  ONLINE: { vi: 'trực tuyến', en: 'online' },
  POSTAL: { vi: 'bưu chính', en: 'by post' },
};

function ask(why: AskForLimit['why'], reason: Bilingual, listed: readonly TimeRule[]): AskForLimit {
  return {
    kind: 'ask',
    why,
    reason: {
      vi: `${reason.vi} Nhập ngày hẹn và căn cứ.`,
      en: `${reason.en} Enter the due date and its basis.`,
    },
    listed,
  };
}

/**
 * The time limit of a procedure, case and channel, or why a person must decide. A limit is a property of all three
 * (the portal: 17 days online, 27 in person for one procedure). Throws RangeError for an unknown case.
 */
export function limitFor(procedure: Procedure, caseId: string, channel: Channel): TimeLimit | AskForLimit {
  const chosen = caseOf(procedure, caseId);
  if (chosen === undefined) throw new RangeError(`${procedure.code} has no case ${caseId}`);
  const { times } = chosen;
  const own = times.filter((t) => t.channel === channel);
  const rules = own.length > 0 ? own : times.filter((t) => t.channel === null);
  const [rule, second] = rules;
  const way = CHANNEL_NAME[channel];
  if (rule === undefined) {
    return ask(
      'channel',
      { vi: `Chưa có thời hạn công bố khi nộp ${way.vi}.`, en: `No time limit is published for filing ${way.en}.` },
      times,
    );
  }
  if (rule.unit === 'UNKNOWN' || rule.value === null) {
    return ask('unknown', { vi: `${rule.basis}.`, en: 'The published text gives no usable time limit.' }, times);
  }
  if (second !== undefined || !rule.certain) {
    return ask('doubtful', { vi: `${rule.basis}.`, en: 'The published time limits contradict each other.' }, times);
  }
  return { kind: 'limit', value: rule.value, unit: rule.unit, source: rule.basis };
}
