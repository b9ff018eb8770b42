import type { CallOutput } from '../../../contract/desk.ts';
import type { DossierView, StoryLine } from '../../../domain/dossier/view.ts';
import type { Bilingual } from '../../../domain/text.ts';

type Words = Pick<CallOutput<'dossier.get'>['story'][number], 'what' | 'detail'>;

/** What happened before receipt, in a sentence: sent in from afar, guided, refused. */
export function beforeReceipt(view: DossierView, line: StoryLine): Words {
  if (line.type === 'dossier.submitted') {
    const code = view.submitted?.portalCode ?? '';
    const way: Bilingual =
      view.intake.channel === 'POSTAL'
        ? { vi: 'Gửi đến qua bưu chính', en: 'Sent by post' }
        : { vi: 'Nộp trực tuyến', en: 'Filed online' };
    return { what: way, detail: code === '' ? null : { vi: `Mã ở cổng ${code}`, en: `Code at the portal ${code}` } };
  }
  const round = view.rounds.find(({ eventId }) => eventId === line.eventId);
  if (line.type === 'dossier.guided' && round !== undefined) {
    const names = round.demands.map(({ name }) => name).join('; ');
    return {
      what: { vi: `Yêu cầu bổ sung lần ${round.round}`, en: `Asked for what is missing, request ${round.round}` },
      detail: { vi: names, en: names },
    };
  }
  const reason = view.refused?.reason ?? '';
  return {
    what: { vi: 'Từ chối tiếp nhận', en: 'Refused' },
    detail: reason === '' ? null : { vi: reason, en: reason },
  };
}
