/**
 * The saga flow as a picture that stands alone: plain SVG, no script, no foreign object, no fonts or files from elsewhere. Where things
 * stand is given; all text is escaped.
 */
import type { StepStatus } from '#trace/records.ts';
import { xml } from './escape.ts';

interface DrawnBox { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface FlowDrawing {
  readonly title: string;
  /** Seed, outcome, trace hash: what tells the run. */
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly box: DrawnBox; readonly label: string; /** `#rrggbb`. */ readonly colour: string }[];
  readonly ways: readonly { readonly path: string; readonly back: boolean; readonly faint: boolean; /** A way back that the saga went. */ readonly taken: boolean }[];
  readonly nodes: readonly {
    readonly box: DrawnBox;
    readonly label: string;
    /** The state in words, attempts included; empty where there is none. */
    readonly word: string;
    readonly status: StepStatus | null;
    readonly colour: string | null;
    /** Failure points on it. */
    readonly badges: readonly string[];
  }[];
}

const MARGIN = 16;
const HEAD = 52;
const INK = '#171c27';
const SOFT = '#464e60';
const LINE = '#dce0e8';
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Fill, ink and sign: never colour alone. */
const LOOKS: { readonly [status in StepStatus]: readonly [fill: string, ink: string, sign: string] } = {
  idle: ['#f6f7f9', '#5d6678', '○'],
  running: ['#e9efff', '#2b56c6', '▸'],
  retrying: ['#fdf3dc', '#855a00', '↻'],
  committed: ['#e6f4ea', '#1a6b37', '✓'],
  failed: ['#fdebe9', '#b3261e', '✗'],
  compensating: ['#f1eafc', '#6a3fb8', '↩'],
  compensated: ['#f1eafc', '#6a3fb8', '↩'],
  stuck: ['#fce8f1', '#a01456', '!'],
  skipped: ['#f6f7f9', '#5d6678', '–'],
  unknown: ['#fdf3dc', '#855a00', '?'],
};
const PLAIN: readonly [string, string, string] = ['#ffffff', SOFT, ''];

const n = (value: number): string => String(Math.round(value * 100) / 100);
const rect = ({ x, y, width, height }: DrawnBox, more: string): string => `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${more}/>`;
const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${fill}"${more}>${xml(words)}</text>`;
/** As many characters as fit, by the width of an average one. */
const fitting = (words: string, width: number, size: number): string => {
  const most = Math.max(3, Math.floor(width / (size * 0.54)));
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
};

export function flowSvg(drawing: FlowDrawing): string {
  const width = Math.ceil(drawing.width + 2 * MARGIN);
  const height = Math.ceil(drawing.height + HEAD + MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img">`,
    `<title>${xml(drawing.title)}</title>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="context-stroke"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN, 24, 16, INK, drawing.title, ' font-weight="650"'),
    text(MARGIN, 42, 12, SOFT, drawing.subtitle),
    `<g transform="translate(${MARGIN} ${HEAD})">`,
    ...drawing.lanes.map(lane),
    ...drawing.ways.map(way),
    ...drawing.nodes.map(node),
    '</g></svg>\n',
  ].join('\n');
}

const lane = ({ box, label, colour }: FlowDrawing['lanes'][number]): string => [
  rect(box, `rx="6" fill="#f6f7f9" stroke="${LINE}"`),
  rect({ ...box, width: 4 }, `rx="2" fill="${xml(colour)}"`),
  text(box.x + 14, box.y + 24, 12, INK, fitting(label, 106, 12), ' font-weight="600"'),
].join('');

/** Only what a path is made of: numbers and commands. */
const way = ({ path, back, faint, taken }: FlowDrawing['ways'][number]): string =>
  `<path d="${path.replace(/[^\d\sMLQCAHVZ.,e-]/gi, '')}" fill="none" stroke="${taken ? '#6a3fb8' : '#8a93a5'}" stroke-width="1.4"${back ? ' stroke-dasharray="5 3"' : ''}${faint ? ' opacity="0.45"' : ''} marker-end="url(#head)"/>`;

function node({ box, label, word, status, colour, badges }: FlowDrawing['nodes'][number]): string {
  const [fill, ink, sign] = status ? LOOKS[status] : PLAIN;
  const middle = box.y + box.height / 2;
  const inner = box.width - 22;
  const words = word === '' ? '' : text(box.x + 12, middle + 15, 11, ink, fitting(`${sign} ${word}`, inner, 11));
  return [
    `<g><title>${xml([label, word, ...badges].filter((part) => part !== '').join(', '))}</title>`,
    rect(box, `rx="7" fill="${fill}" stroke="${status ? ink : LINE}"`),
    colour === null ? '' : rect({ ...box, width: 4 }, `rx="2" fill="${xml(colour)}"`),
    text(box.x + 12, word === '' ? middle + 4 : middle - 3, 12, INK, fitting(label, inner, 12), ' font-weight="600"'),
    words,
    ...badges.slice(0, 3).map((badge, index) => {
      const wide = Math.min(box.width - 10, badge.length * 6 + 14);
      const place = { x: box.x + box.width - wide - 4, y: box.y - 8 + index * 15, width: wide, height: 14 };
      return rect(place, 'rx="7" fill="#fff4d6" stroke="#855a00"') + text(place.x + 7, place.y + 10.5, 9.5, '#855a00', fitting(badge, wide - 10, 9.5));
    }),
    '</g>',
  ].join('');
}
