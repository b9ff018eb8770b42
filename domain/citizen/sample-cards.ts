import type { CardPerson } from './card-reading.ts';
import type { Sex } from './person.ts';

/** Made-up names and cards for tests. Nobody's data. */

const words = (text: string): readonly string[] => text.split(/\s+/);

export const SURNAMES = words(
  `Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Cao Đinh Đoàn Lâm Trịnh Mai Tô Tạ Quách
  Thạch Kim Sơn Châu Từ Thái Trương Văn Kiều Khưu Ông Ứng Âu Ưng Giáp Nghiêm Phùng Quan Ấu`,
);
export const MIDDLES = words(
  `Văn Thị Hữu Đức Ngọc Minh Thanh Thành Quốc Thuỳ Thùy Xuân Kim Hồng Gia Bảo Công Đình Mỹ Như Phước`,
);
export const GIVEN = words(
  `An Bình Chí Dũng Đạt Giang Hà Hạnh Hoà Hòa Huệ Hằng Khánh Khuê Lệ Loan Lộc Mận Mơ Nga Nghĩa Ngoan Nguyệt Nhung Oanh
  Phúc Quỳnh Quý Quyên Quyết Sương Tấn Thảo Thịnh Thuý Thủy Thương Tiến Toàn Tuấn Tuyết Út Uyên Vỹ Xuyến Ý Yến Ánh Ân Ổn
  Khuyến Hoẵng Giêng Nghề Kiệt Kỳ Chuyên Hoài Luân Huê Huy Lượm Đượm Bé Tèo Tư Sáu Bảy Út Chót Nữ Nam`,
);
/** Each has a letter that proves that marks come through, as nearly every address has. */
export const ADDRESSES = [
  'Ấp 1, Mỹ Thọ, Cao Lãnh, Đồng Tháp',
  'Số 12A, khóm 3, Phường 2, Sa Đéc, Đồng Tháp',
  '45/6 Nguyễn Huệ, Phường 1, TP. Mỹ Tho, Tiền Giang',
  'Tổ 5, KP3, TT. Sa Rài, Tân Hồng, Đồng Tháp',
] as const;

/** The QR text of the card of 2021. */
export function cardText(person: CardPerson): string {
  const { personalId, oldId, name, birthDate, sex, address, issueDate } = person;
  const date = (day: string | null): string =>
    day === null ? '' : `${day.slice(8)}${day.slice(5, 7)}${day.slice(0, 4)}`;
  return [
    personalId,
    oldId ?? '',
    name,
    date(birthDate),
    sex === 'female' ? 'Nữ' : 'Nam',
    address,
    date(issueDate),
  ].join('|');
}

/** A number of Đồng Tháp that agrees with birth year and sex. */
export function samplePersonalId(birthYear: number, sex: Sex): string {
  const century = Math.floor((birthYear - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0);
  return `087${century}${String(birthYear % 100).padStart(2, '0')}004218`;
}
