import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOfPacket, readPacket } from './packet.ts';

const least = { MaHoSo: 'H20.57-261123-900001', MaTTHC: '1.004873', ChuHoSo: 'Nguyễn Văn An' };
const faultsOf = (raw: unknown): [string, string][] => {
  const read = readPacket(raw);
  return read.ok ? [] : read.faults.map(({ field, vi }) => [field, vi]);
};

test('a packet needs its code, a procedure and a name, and nothing else', () => {
  expect(readPacket(least)).toMatchObject({ ok: true, packet: { ...least, NgayTiepNhan: '', TaiLieuNop: [] } });
  expect(readPacket({ ...least, MaTTHC: undefined, TenTTHC: 'Thủ tục lạ' }).ok).toBe(true);
  expect(faultsOf({})).toEqual([
    ['MaHoSo', 'bắt buộc phải có'],
    ['ChuHoSo', 'bắt buộc phải có'],
  ]);
  expect(faultsOf({ ...least, MaTTHC: '' })).toEqual([['MaTTHC', 'bắt buộc phải có']]);
});

test('numbers, booleans and nulls are taken for the text they stand for', () => {
  const odd = {
    ...least,
    LoaiDoiTuong: 2,
    HinhThuc: 1,
    Email: null,
    TaiLieuNop: null,
    DanhSachLePhi: [{ Gia: 150_000 }],
    TepLa: true,
  };
  const read = readPacket(odd);
  expect(read).toMatchObject({ ok: true, packet: { LoaiDoiTuong: '2', HinhThuc: '1', Email: '', TaiLieuNop: [] } });
  expect(read.ok && read.packet.DanhSachLePhi).toMatchObject([{ Gia: '150000', TrangThaiThanhToan: '' }]);
});

test.each([
  ['NgayTiepNhan', '2026-11-23', 'không phải thời điểm dạng yyyyMMddHHmmss'],
  ['NgayTiepNhan', '20260230100000', 'không phải thời điểm dạng yyyyMMddHHmmss'],
  ['TrangThaiHoSo', '11', 'phải từ 1 đến 10'],
  ['HinhThuc', '3', 'phải là 0 hoặc 1 trực tuyến'],
  ['LoaiDoiTuong', 'x', 'phải là 0 công dân, 1 doanh nghiệp, 2 hộ kinh doanh'],
  ['ChuHoSo', 'a'.repeat(300), 'sai kiểu, hoặc quá dài'],
  ['ChuHoSo', 'a\u0000b', 'sai kiểu, hoặc quá dài'],
  ['TaiLieuNop', 'x', 'sai kiểu, hoặc quá dài'],
])('%s %j is named with what is wrong', (field, value, words) => {
  expect(faultsOf({ ...least, [field]: value })).toEqual([[field, words]]);
});

test('a fault in a list is named with its place', () => {
  expect(faultsOf({ ...least, DanhSachLePhi: [{ Gia: '5000' }, { Gia: '5.000' }] })).toEqual([
    ['DanhSachLePhi.1.Gia', 'phải là số đồng, chỉ gồm chữ số'],
  ]);
});

test('whatever comes in is read or refused in words, never thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readPacket(value);
      expect(read.ok || read.faults.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
      expect(nameOfPacket(value).length).toBeLessThanOrEqual(60);
    }),
  );
});
