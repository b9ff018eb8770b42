import type { z } from 'zod';
import type { standSchema } from '../../contract/desk/dossier.ts';
import type { Store } from '../store/store.ts';

export type Stand = z.input<typeof standSchema>;

/** Where a dossier stands on its way to the province, in plain words; "in the provincial system" only after its verdict. */
export function standOf(store: Store, dossierId: string, flagged: boolean): Stand {
  const { waiting, heard, sent, verdicts, toLook } = store.outbox.standOf(dossierId);
  const confirmed = verdicts.filter((verdict) => verdict.end === 'applied' || verdict.end === 'flagged').length;
  const counts = {
    events: waiting + heard + verdicts.length,
    sent: sent + verdicts.length,
    confirmed,
    scans: store.toSend.ofDossier(dossierId),
  };
  if (flagged || toLook.length > 0) {
    return { state: 'attention', ...counts, text: { vi: 'Cần xem lại', en: 'Needs attention' } };
  }
  if (waiting === 0 && heard > 0) {
    return {
      state: 'sent',
      ...counts,
      text: { vi: 'Nhận qua sảnh, chờ tỉnh xác nhận', en: 'Heard through the hall, waiting for the province' },
    };
  }
  if (waiting === 0) {
    return { state: 'inProvince', ...counts, text: { vi: 'Trong hệ thống tỉnh', en: 'In the provincial system' } };
  }
  if (sent > 0) {
    return {
      state: 'sent',
      ...counts,
      text: { vi: 'Đã gửi, chờ tỉnh xác nhận', en: 'Sent, waiting for the province' },
    };
  }
  return { state: 'here', ...counts, text: { vi: 'Trên máy này, chờ gửi', en: 'On this machine, to be sent' } };
}
