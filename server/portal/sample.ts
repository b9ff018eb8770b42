import { addDays } from '../../domain/calendar/civil-date.ts';

/**
 * Packets for the demonstration (BẢN THỬ): every person, number and file in them is invented, and they say so. The same
 * day gives the same ones, so that handing them in again changes nothing.
 * @param today Vietnam date
 */
export function samplePackets(today: string, office: string): Record<string, unknown>[] {
  const yesterday = addDays(today, -1);
  const code = (n: number): string => `BANTHU-${today.slice(2).replaceAll('-', '')}-0${n}`;
  const moment = (date: string, time: string): string => `${date.replaceAll('-', '')}${time}`;
  const common = { TrangThaiHoSo: '1', DonViXuLy: office, GhiChu: 'BẢN THỬ: người, số và tệp đều bịa' };
  const file = (name: string, part: string) => ({
    TepDinhKemId: part,
    TenTepDinhKem: name,
    IsDeleted: '0',
    MaThanhPhanHoSo: part,
    DuongDanTaiTepTin: `https://banthu.example/tep/${part}.pdf`,
  });
  return [
    {
      ...common,
      MaHoSo: code(1),
      MaTTHC: '1.004873',
      TenTTHC: 'Cấp Giấy xác nhận tình trạng hôn nhân',
      ChuHoSo: 'Lê Văn Bản Thử',
      LoaiDoiTuong: '0',
      MaDoiTuong: '087090000001',
      SoDienThoai: '0900000001',
      ThongTinKhac: 'Địa chỉ: Khóm 1, phường Sa Đéc, tỉnh Đồng Tháp',
      NgayTiepNhan: moment(yesterday, '152000'),
      HinhThuc: '1',
      TaiLieuNop: [file('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', 'to-khai')],
    },
    {
      ...common,
      MaHoSo: code(2),
      MaTTHC: '1.001612',
      TenTTHC: 'Đăng ký thành lập hộ kinh doanh',
      ChuHoSo: 'Hộ kinh doanh Bản Thử',
      LoaiDoiTuong: '2',
      MaDoiTuong: '',
      SoDienThoai: '0900000002',
      Email: 'banthu@banthu.example',
      NgayTiepNhan: moment(yesterday, '201500'),
      HinhThuc: '1',
      TaiLieuNop: [
        file('Giấy đề nghị đăng ký hộ kinh doanh', 'de-nghi'),
        file('Bản sao biên bản họp thành viên hộ gia đình', 'bien-ban'),
      ],
      DanhSachLePhi: [{ TenPhiLePhi: 'Lệ phí đăng ký hộ kinh doanh', Gia: '150000', TrangThaiThanhToan: '1' }],
    },
    {
      ...common,
      MaHoSo: code(3),
      MaTTHC: '2.000635',
      TenTTHC: 'Cấp bản sao Trích lục hộ tịch',
      ChuHoSo: 'Trần Thị Bản Thử',
      LoaiDoiTuong: '0',
      MaDoiTuong: '087185000003',
      SoDienThoai: '0900000003',
      NgayTiepNhan: moment(yesterday, '163000'),
      HinhThuc: '0',
      DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Tờ khai cấp bản sao Trích lục hộ tịch', SoLuong: '1', LoaiGiayTo: '0' }],
    },
  ];
}
