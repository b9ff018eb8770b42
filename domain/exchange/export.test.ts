import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodies, doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import { stateFacts } from '../dossier/states.ts';
import { dossierPacketOf, type ExchangeFacts } from './dossier-packet.ts';
import { momentInPacket, packetMoment } from './packet.ts';
import { progressOf } from './progress.ts';

const facts: ExchangeFacts = {
  fieldCode: (code) => (code === bodies['dossier.received'](1).procedure.code ? 'HT' : ''),
  officeName: () => 'Trung tâm PVHCC phường Sa Đéc',
  userName: (id) => `Người ${id}`,
  position: () => 'Công chức',
};

test('a received dossier is told with its code, its person, its promise and status 2', () => {
  const view = viewOf(line('a', [doing('dossier.received', 1)]));
  const received = bodies['dossier.received'](1);
  expect(dossierPacketOf(view, facts)).toMatchObject({
    MaHoSo: 'H20.57-261102-0001',
    SoBienNhan: 'H20.57-261102-0001',
    MaTTHC: received.procedure.code,
    MaLinhVuc: 'HT',
    ChuHoSo: received.applicant?.name,
    LoaiDoiTuong: '0',
    MaDoiTuong: received.applicant?.personalId,
    NgayTiepNhan: '20261102080500',
    NgayHenTra: packetMoment(received.due.at),
    TrangThaiHoSo: '2',
    HinhThuc: '0',
    NgayTra: '',
  });
});

test('guided, refused and sent in from afar keep their codes and say what is asked for, or why not', () => {
  const guided = dossierPacketOf(viewOf(line('a', [doing('dossier.guided', 1)])), facts);
  expect(guided).toMatchObject({ TrangThaiHoSo: '5', SoBienNhan: '', MaHoSo: 'QL 7K2M-0001' });
  expect(guided?.DanhSachHoSoBoSung).toMatchObject([
    { NoiDungBoSung: 'Tờ khai: 1 bản chính', TrangThaiBoSung: '0', NguoiYeuCauBoSung: 'Người u-a' },
  ]);
  const refused = dossierPacketOf(viewOf(line('a', [doing('dossier.refused', 1)])), facts);
  expect(refused).toMatchObject({ TrangThaiHoSo: '3', GhiChu: 'Không thuộc đối tượng, 1. Luật Hộ tịch' });
  const sent = viewOf(line('a', [doing('dossier.submitted', 7), doing('dossier.received', 1)]));
  expect(dossierPacketOf(sent, facts)).toMatchObject({
    MaHoSo: '000.00.00.G22-261102-0007',
    SoBienNhan: 'H20.57-261102-0001',
  });
});

test('a dossier cancelled has no national status and is left out', () => {
  const view = viewOf(line('a', [doing('dossier.received', 1), doing('dossier.cancelled', 1)]));
  expect(stateFacts[view.state].national).toBeNull();
  expect(dossierPacketOf(view, facts)).toBeNull();
});

test('the steps tell the state after each, oldest first, whatever order the events came in', () => {
  const history = line('a', [
    doing('dossier.received', 1),
    doing('dossier.handedOver', 1),
    doing('dossier.handoverAccepted', 1),
    doing('dossier.slipIssued', 1),
    doing('dossier.supplementRequested', 1),
  ]);
  const told = progressOf('d', history, facts);
  expect(told.map(({ NoiDungXuLy, TrangThai }) => [NoiDungXuLy, TrangThai])).toEqual([
    ['Tiếp nhận hồ sơ', '2'],
    ['Bàn giao hồ sơ', '2'],
    ['Nhận bàn giao hồ sơ', '4'],
    ['Yêu cầu bổ sung giấy tờ', '5'],
  ]);
  expect(told[0]).toMatchObject({
    MaHoSo: 'H20.57-261102-0001',
    NguoiXuLy: 'Người u-a',
    ChucDanh: 'Công chức',
    NgayBatDau: '20261102080500',
  });
  expect(progressOf('d', history.toReversed(), facts)).toEqual(told);
});

test('moments go out and come back', () => {
  const moment = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19));
  fc.assert(
    fc.property(moment, (at) => {
      expect(momentInPacket(packetMoment(at))).toBe(at);
    }),
  );
  for (const wrong of ['', '2026', '20261332000000', '20261123240000', '2026112310420']) {
    expect(momentInPacket(wrong)).toBeNull();
  }
});
