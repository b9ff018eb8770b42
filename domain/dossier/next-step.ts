import { dateOf, timeOf, type LocalDateTime } from '../calendar/civil-date.ts';
import { dayInSentence, timeInSentence } from '../calendar/date-words.ts';
import { openOpinions } from '../processing/work-step.ts';
import type { Bilingual } from '../text.ts';
import { pending } from './custody.ts';
import type { DossierView } from './view.ts';

/** The next step of a dossier (việc kế tiếp) and whose it is. */
export interface NextStep {
  readonly whose: 'counter' | 'unit' | 'citizen' | 'agency' | 'nobody';
  readonly words: Bilingual;
  /** What else must be known: "Không gia hạn thêm được nữa, đã dùng hết 1 lần." */
  readonly detail: Bilingual | null;
}

type Stepping = Pick<
  DossierView,
  'state' | 'intake' | 'received' | 'submitted' | 'rounds' | 'custody' | 'work' | 'clock' | 'result' | 'flags'
>;

/** What happens next by the rules, as a sentence; what needs a look comes first. Pure: no date is compared with now. */
export function nextStep(view: Stepping): NextStep {
  if (view.flags.length > 0) {
    return step('counter', {
      vi: 'Xem việc cần xem lại của hồ sơ này trước.',
      en: 'Look at what needs attention first.',
    });
  }
  switch (view.state) {
    case 'submitted': {
      const by = view.submitted?.checkBy ?? null;
      return step('counter', {
        vi: `Quầy kiểm tra hồ sơ${before(by).vi}.`,
        en: `The counter checks the dossier${before(by).en}.`,
      });
    }
    case 'guided':
      return bring(view);
    case 'refused':
      return over({ vi: 'Đã từ chối tiếp nhận, không còn việc nào.', en: 'Refused; nothing is left to do.' });
    case 'received':
      return handOver(view);
    case 'processing':
      return work(view);
    case 'supplement':
      return bring(view);
    case 'financial': {
      const what = view.work.duty?.what ?? '';
      return step('citizen', {
        vi: `Người nộp hoàn thành nghĩa vụ tài chính${what === '' ? '' : ` (${what})`}, rồi báo quầy.`,
        en: `The submitter pays what is due${what === '' ? '' : ` (${what})`} and tells the counter.`,
      });
    }
    case 'withdrawing':
      return step('unit', {
        vi: `${unitOf(view)} ra thông báo dừng giải quyết (Mẫu 05).`,
        en: `${unitOf(view)} issues the notice of stopping (Mẫu 05).`,
      });
    case 'finished':
      return giveBack(view);
    case 'stopped':
      return step('counter', {
        vi: 'Quầy trả lại giấy tờ và thông báo dừng giải quyết cho người nộp.',
        en: 'The counter gives the papers and the notice of stopping back.',
      });
    case 'returned':
      return over({ vi: 'Đã trả kết quả, không còn việc nào.', en: 'Returned; nothing is left to do.' });
    case 'archived':
      return over({ vi: 'Không ai đến nhận, kết quả đã lưu.', en: 'Never collected; the result is archived.' });
    case 'cancelled':
      return over({ vi: 'Đã hủy, không còn việc nào.', en: 'Cancelled; nothing is left to do.' });
    case 'done':
      return over({
        vi: 'Đã làm xong tại quầy, không còn việc nào.',
        en: 'Done at the counter; nothing is left to do.',
      });
  }
}

function step(whose: NextStep['whose'], words: Bilingual, detail: Bilingual | null = null): NextStep {
  return { whose, words, detail };
}

function over(words: Bilingual): NextStep {
  return step('nobody', words);
}

function unitOf({ intake }: Stepping): string {
  return intake.processingUnit === '' ? 'Nơi giải quyết' : intake.processingUnit;
}

/** " trước 17 giờ 00 thứ Hai 30/11"; nothing where no moment is set. */
function before(at: LocalDateTime | null): Bilingual {
  if (at === null) return { vi: '', en: '' };
  const day = dayInSentence(dateOf(at));
  const time = timeInSentence(timeOf(at));
  return { vi: ` trước ${time.vi} ${day.vi}`, en: ` before ${time.en} on ${day.en}` };
}

/** " trước thứ Hai 30/11": where the hour is that of every due date. */
function beforeDay(at: LocalDateTime | null): Bilingual {
  if (at === null) return { vi: '', en: '' };
  const day = dayInSentence(dateOf(at));
  return { vi: `, hẹn trả ${day.vi}`, en: `, due ${day.en}` };
}

function bring({ rounds }: Stepping): NextStep {
  const open = rounds.findLast((round) => round.answeredAt === null);
  const n = open?.demands.length ?? 0;
  const code = open?.returnCode ?? '';
  return step(
    'citizen',
    {
      vi: `Người nộp mang ${n} giấy tờ còn thiếu hoặc chưa đúng đến quầy.`,
      en: `The submitter brings ${n} papers that are missing or not right to the counter.`,
    },
    code === '' ? null : { vi: `Mã trở lại ${code}.`, en: `Code for coming back ${code}.` },
  );
}

function handOver(view: Stepping): NextStep {
  const { intake, custody, received } = view;
  const given = pending(custody);
  if (given !== null) {
    const batch =
      given.batch === null
        ? { vi: '', en: '' }
        : { vi: ` lô ${given.batch.number}`, en: ` batch ${given.batch.number}` };
    return step('unit', {
      vi: `${given.to.place} ký nhận${batch.vi}.`,
      en: `${given.to.place} signs for${batch.en}.`,
    });
  }
  if (custody.holder?.kind === 'unit' || intake.channel === 'ONLINE') return work(view);
  const by = before(received?.handoverBy ?? null);
  return step('counter', {
    vi: `Quầy bàn giao cho ${unitOf(view)}${by.vi}.`,
    en: `The counter hands it over to ${unitOf(view)}${by.en}.`,
  });
}

function work(view: Stepping): NextStep {
  const unit = unitOf(view);
  const { clock } = view;
  const by = beforeDay(clock.dueAt);
  const used: Bilingual | null =
    clock.extensions > 0
      ? { vi: 'Không gia hạn thêm được nữa, đã dùng hết 1 lần.', en: 'It cannot be extended again; once is used up.' }
      : null;
  const asked = openOpinions(view).at(0);
  if (asked !== undefined) {
    const day = dayInSentence(asked.answerBy);
    const unitThen = { vi: `${unit} giải quyết tiếp${by.vi}.`, en: `${unit} goes on${by.en}.` };
    return step(
      'agency',
      {
        vi: `${asked.agency} trả lời ý kiến trước hết ${day.vi}.`,
        en: `${asked.agency} gives its opinion by the end of ${day.en}.`,
      },
      used === null ? unitThen : { vi: `${unitThen.vi} ${used.vi}`, en: `${unitThen.en} ${used.en}` },
    );
  }
  if (view.work.assignee === '') {
    return step('unit', { vi: `${unit} phân công người giải quyết${by.vi}.`, en: `${unit} assigns it${by.en}.` }, used);
  }
  if (view.work.step === 'signature') {
    return step(
      'unit',
      { vi: `${unit} ký và chuyển kết quả${by.vi}.`, en: `${unit} signs and sends the result${by.en}.` },
      used,
    );
  }
  return step(
    'unit',
    { vi: `${unit} giải quyết và trình ký${by.vi}.`, en: `${unit} works on it and has it signed${by.en}.` },
    used,
  );
}

function giveBack(view: Stepping): NextStep {
  const { custody, result, received } = view;
  const given = pending(custody);
  if (given !== null && given.purpose === 'result') {
    return step('counter', { vi: `${given.to.place} ký nhận kết quả.`, en: `${given.to.place} signs for the result.` });
  }
  if (custody.holder?.kind === 'unit' && result.shelf === null) {
    return step('unit', {
      vi: `${custody.holder.place} chuyển kết quả về quầy.`,
      en: `${custody.holder.place} sends the result to the counter.`,
    });
  }
  if (result.shelf === null) {
    return step('counter', {
      vi: 'Quầy xếp kết quả vào chỗ và báo người nộp.',
      en: 'The counter puts the result in its place and tells the submitter.',
    });
  }
  const where = result.shelf.place;
  switch (received?.resultWay ?? 'counter') {
    case 'counter':
      return step('citizen', {
        vi: `Người nộp đến nhận kết quả, đang ở ${where}.`,
        en: `The submitter comes for the result; it lies at ${where}.`,
      });
    case 'post':
      return step('counter', {
        vi: `Quầy gửi kết quả qua bưu chính, đang ở ${where}.`,
        en: `The counter sends the result by post; it lies at ${where}.`,
      });
    case 'electronic':
      return step('counter', {
        vi: `Quầy gửi kết quả điện tử, bản giấy đang ở ${where}.`,
        en: `The counter sends the electronic result; the paper lies at ${where}.`,
      });
  }
}
