import { qrPath } from '../codes.ts';
import { paperDots, type PaperWidth, type TicketPaper } from './paper.ts';
import { ticketWords } from './ticket-words.ts';

/** A part of one weight of IBM Plex Sans. */
export interface TicketFont {
  readonly weight: 500 | 600 | 700;
  readonly range: string;
  /** data:font/woff2;base64,… */
  readonly url: string;
}

/** Size and line of each text, dots. Nothing under 25 dots and weight 500: below that, marks run into each other. */
const sizes = {
  80: {
    side: 20,
    head: [26, 34],
    field: [40, 52],
    number: 176,

    text: [25, 34],
    figure: [40, 52],
    qr: 208,
  },
  58: {
    side: 12,
    head: [25, 32],
    field: [34, 46],
    number: 132,

    text: [25, 33],
    figure: [36, 48],
    qr: 232,
  },
} as const satisfies Readonly<Record<PaperWidth, object>>;

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/** A ticket as a whole HTML document, one CSS pixel a dot, to be drawn into a picture `paperDots[width]` wide. */
export function ticketHtml(ticket: TicketPaper, width: PaperWidth, fonts: readonly TicketFont[]): string {
  const words = ticketWords(ticket);
  const text = (name: string, value: string): string => `<p class="${name}">${escape(value)}</p>`;
  const code = ticket.url === null ? '' : qrSvg(ticket.url, sizes[width].qr);
  const phone = ticket.url === null ? '' : text('say', words.phone);
  return document(ticket.language, width, fonts, ticket.number, [
    width === 80
      ? officeLines(ticket.office)
          .map((line) => text('head', line))
          .join('')
      : text('head', ticket.office),
    '<hr>',
    text('field', words.field),
    text('number', ticket.number),
    ticket.priority === null ? '' : `<p class="mark">${diamond}${escape(ticket.priority)}</p>`,
    ticket.note === null ? '' : text('mark', ticket.note),
    text('taken', words.taken),
    '<hr>',
    `<div class="two"><div>${text('say', words.aheadLabel)}${text('figure', words.ahead)}</div>`,
    `<div>${text('say', words.waitLabel)}${text('figure', words.wait)}</div></div>`,
    '<hr>',
    `<div class="phone">${code}<div>${phone}${text('say strong', words.absent)}</div></div>`,
    '<hr>',
    words.foot.map((line) => text('foot', line)).join(''),
  ]);
}

/** Every letter of Vietnamese that bears a mark, small and capital. */
const marks = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const everyMark = (marks + marks.toUpperCase()).replaceAll(/./gu, '$& ');

/** A page that shows what a head can print: letters with two marks, thin lines, both edges, a code. */
export function testPageHtml(office: string, printer: string, width: PaperWidth, fonts: readonly TicketFont[]): string {
  const text = (name: string, value: string): string => `<p class="${name}">${escape(value)}</p>`;
  return document('vi', width, fonts, 'A047', [
    text('head', office),
    '<hr>',
    text('field', 'Trang in thử'),
    text('say', printer),
    text('number', 'A047'),
    text('say', `Giấy ${width} mm`),
    text('say', everyMark),
    text('say strong', 'Đọc được mọi dấu, hai mép có đủ vạch, mã quét được thì máy in dùng được.'),
    '<div class="edges"><i></i><i></i></div>',
    `<div class="phone">${qrSvg('QMC-TEST', sizes[width].qr)}<div></div></div>`,
    '<div class="cut"></div>',
    text('foot', 'Dao cắt dưới vạch này, không vào chữ.'),
  ]);
}

/** The commune on a line of its own, as on the office's sign. */
function officeLines(office: string): readonly string[] {
  const place = /^(.{12,34}) ((?:phường|xã|đặc khu) .+)$/u.exec(office.normalize('NFC'));
  return place === null ? [office] : place.slice(1);
}

const diamond = '<svg class="diamond" viewBox="0 0 20 20"><path d="M10 0L20 10L10 20L0 10Z"/></svg>';

/** Whole dots for each module: a module of 7.4 dots would come out in two widths. */
function qrSvg(content: string, room: number): string {
  const { path, width } = qrPath(content);
  const dots = Math.max(3, Math.floor(room / width));
  const side = dots * width;
  return `<svg class="qr" width="${side}" height="${side}" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges"><path fill-rule="evenodd" d="${path}"/></svg>`;
}

function document(
  language: string,
  width: PaperWidth,
  fonts: readonly TicketFont[],
  number: string,
  body: readonly string[],
): string {
  const faces = fonts.map(
    ({ weight, range, url }) =>
      `@font-face{font-family:Plex;font-weight:${weight};src:url(${url}) format("woff2");unicode-range:${range}}`,
  );
  const style = [...faces, styleOf(width, number.length)].join('\n').replaceAll('</', '<\\/');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head>`,
    `<body>${body.join('')}</body></html>`,
  ].join('\n');
}

/** As large as the paper allows: a figure of this weight is 0.6 of its size wide, a letter at most 0.9. */
function numberSize(largest: number, room: number, characters: number): readonly [number, number] {
  const size = Math.min(largest, Math.floor(room / (0.6 * (characters - 1) + 0.9)));
  return [size, Math.ceil(size * 1.14)];
}

function styleOf(width: PaperWidth, longest: number): string {
  const { side, head, field, number, text, figure } = sizes[width];
  const font = ([size, line]: readonly [number, number], weight: number): string =>
    `font:${weight} ${size}px/${line}px Plex`;
  const narrow = width === 58;
  return `
*{margin:0;padding:0;box-sizing:border-box}
body{width:${paperDots[width]}px;padding:20px ${side}px 28px;background:#fff;color:#000;font-variant-numeric:tabular-nums}
hr{height:3px;margin:14px 0;border:0;background:#000}
.head{${font(head, 600)};text-align:center;text-wrap:balance}
.field{${font(field, 600)};text-align:center;text-wrap:balance}
.number{${font(numberSize(number, paperDots[width] - 2 * side, longest), 700)};text-align:center}
.mark{${font([text[0] + 3, text[1] + 3], 600)};text-align:center;text-wrap:balance;margin-bottom:8px}
.diamond{width:22px;height:22px;margin-right:12px;fill:#fff;stroke:#000;stroke-width:3;overflow:visible}
.taken,.foot{${font(text, 500)};text-align:center;text-wrap:balance}
.say{${font(text, 500)}}
.strong{font-weight:600}
.figure{${font(figure, 600)};white-space:nowrap}
.two{display:grid;grid-template-columns:${narrow ? '1fr' : '1fr 1fr'};row-gap:10px}
.two>div+div{${narrow ? '' : 'border-left:3px solid #000;padding-left:20px'}}
.phone{display:flex;${narrow ? 'flex-direction:column-reverse;align-items:center;gap:20px' : 'align-items:center;gap:22px'}}
.qr{flex:none;fill:#000}
.edges{display:flex;justify-content:space-between;height:60px;margin:14px -${side}px}
.cut{margin-top:20px;border-top:4px dashed #000}
.edges i{width:8px;background:#000}
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(value: string): string {
  return value.normalize('NFC').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
