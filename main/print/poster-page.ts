import { qrPath } from '../../renderer/print/codes.ts';
import type { SlipPage } from './printer.ts';

/** A4, held upright. */
export const posterPage: SlipPage = { widthMm: 210, heightMm: 297, landscape: false };

export interface Poster {
  readonly office: string;
  /** Address a phone on the office's Wi-Fi opens. */
  readonly url: string;
  /** The machine that answers there. */
  readonly machine: string;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The notice on the wall (bảng lấy số bằng điện thoại): a QR and four lines, read from two metres. */
export function posterHtml({ office, url, machine }: Poster): string {
  const { path, width } = qrPath(url);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Lấy số bằng điện thoại</title>
<meta http-equiv="Content-Security-Policy" content="${policy}"><style>
@page{size:210mm 297mm;margin:0}
*{margin:0;padding:0;box-sizing:border-box}
body{width:210mm;height:296mm;padding:18mm 20mm;font:15pt/21pt "IBM Plex Sans","Segoe UI","Noto Sans",Arial,sans-serif;color:#000;text-align:center}
.office{font-size:16pt;line-height:22pt}
h1{margin:6mm 0 2mm;font-size:40pt;line-height:48pt}
.en{font-size:17pt;line-height:24pt}
svg{width:104mm;height:104mm;margin:6mm 0}
ol{margin:2mm auto 0;width:150mm;text-align:left;font-size:18pt;line-height:26pt;padding-left:9mm}
li{margin-bottom:2mm}
.note{margin-top:5mm;font-size:14pt;line-height:20pt;text-align:left}
.foot{margin-top:5mm;font-size:10pt;line-height:14pt}
</style></head><body>
<p class="office">${escape(office)}</p><h1>Lấy số bằng điện thoại</h1><p class="en">Take a number by phone</p>
<svg viewBox="-2 -2 ${width + 4} ${width + 4}" shape-rendering="crispEdges"><path fill-rule="evenodd" d="${path}"/></svg>
<ol><li>Nối điện thoại vào Wi-Fi của Trung tâm.</li><li>Quét mã trên, chọn việc cần làm.</li><li>Giữ trang mở: xem còn mấy người, chờ khoảng bao lâu, quầy nào gọi.</li></ol>
<p class="note">Trang không hỏi họ tên, số giấy tờ hay số điện thoại. Không có điện thoại, mời ông, bà lấy số ở máy hoặc ở quầy.</p>
<p class="foot">Chỉ mở được trong mạng của Trung tâm, khi máy ${escape(machine)} đang bật. ${escape(url.replace(/\?.*/, ''))}</p>
</body></html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(value: string): string {
  return value.normalize('NFC').replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
