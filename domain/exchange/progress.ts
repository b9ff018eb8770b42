import { localDateTime } from '../calendar/civil-date.ts';
import { withRests } from '../dossier/erasure.ts';
import { foldDossier, type KnownEvent } from '../dossier/fold.ts';
import type { DossierEventType } from '../dossier/events.ts';
import { causalOrder } from '../log/order.ts';
import { stateFacts } from '../dossier/states.ts';
import { codeOfView } from '../dossier/view.ts';
import type { ExchangeFacts } from './dossier-packet.ts';
import { packetMoment, type ProgressPacket } from './packet.ts';

/** Steps the national exchange is told of (CapNhatTienDoHoSoMC), in words. What is not here changes nothing out there. */
const steps: Partial<Record<DossierEventType, string>> = {
  'dossier.submitted': 'Nộp hồ sơ từ xa',
  'dossier.guided': 'Yêu cầu bổ sung, hoàn thiện hồ sơ',
  'dossier.refused': 'Từ chối tiếp nhận hồ sơ',
  'dossier.received': 'Tiếp nhận hồ sơ',
  'dossier.handedOver': 'Bàn giao hồ sơ',
  'dossier.handoverAccepted': 'Nhận bàn giao hồ sơ',
  'dossier.assigned': 'Phân công xử lý',
  'dossier.stepSet': 'Chuyển bước xử lý',
  'dossier.supplementRequested': 'Yêu cầu bổ sung giấy tờ',
  'dossier.supplemented': 'Nhận giấy tờ bổ sung',
  'dossier.financialRequested': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  'dossier.financialFulfilled': 'Đã thực hiện nghĩa vụ tài chính',
  'dossier.withdrawalRequested': 'Công dân yêu cầu rút hồ sơ',
  'dossier.stopped': 'Dừng giải quyết hồ sơ',
  'dossier.extended': 'Xin lỗi và gia hạn',
  'dossier.finished': 'Xử lý xong',
  'dossier.returned': 'Trả kết quả',
};

/**
 * The steps of a dossier's work, oldest first, each with the state and the promise as they were after it.
 * @param known every event of the dossier
 */
export function progressOf(id: string, known: readonly KnownEvent[], facts: ExchangeFacts): ProgressPacket[] {
  // An erasure stands behind what it erased: what stays of each event is told at its own place.
  const byId = new Map(withRests(known).map((each) => [each.envelope.id, each]));
  const ordered = causalOrder(known.map((each) => each.envelope)).ready.flatMap(
    (envelope) => byId.get(envelope.id) ?? [],
  );
  return ordered.flatMap(({ envelope, event }, index): ProgressPacket[] => {
    const words = event === null ? undefined : steps[event.type];
    const view = words === undefined ? null : foldDossier(id, ordered.slice(0, index + 1));
    if (words === undefined || view === null) return [];
    const { national } = stateFacts[view.state];
    if (national === null) return [];
    return [
      {
        MaHoSo: view.submitted?.portalCode ?? codeOfView(view),
        NguoiXuLy: facts.userName(envelope.actor),
        ChucDanh: facts.position(envelope.actor),
        ThoiDiemXuLy: packetMoment(localDateTime(envelope.at.device + (envelope.at.offset ?? 0))),
        PhongBanXuLy: view.intake.processingUnit,
        NoiDungXuLy: words,
        TrangThai: String(national),
        NgayBatDau: packetMoment(view.received?.receivedAt ?? null),
        NgayKetThucTheoQuyDinh: packetMoment(view.clock.dueAt ?? view.clock.firstDue),
      },
    ];
  });
}
