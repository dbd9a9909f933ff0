import sharp from "sharp";

/**
 * Draws the mark that a downloaded copy bears: the sign of reelay and the creator's user name, white with a dark edge, on nothing. A process
 * of its own, as for pictures. Arguments: the user name, and the height in pixels. Writes a line of JSON (`MarkLine`), and after it the
 * pixels, RGBA.
 */

/** Size of the picture that follows, pixels. */
export interface MarkLine {
	readonly width: number;
	readonly height: number;
}

/** Widest letter of the fonts there are, by its size: the line is cut to what was drawn. */
const WIDEST = 1.1;
/** In units of the drawing, which is 64 high. */
const HEIGHT = 64;
const FONT = 34;

/** User names have letters, digits, dots and underscores only: nothing of them means anything in SVG. */
const drawing = (username: string): string => {
	const text = `@${username.replace(/[^A-Za-z0-9._]/g, "")}`;
	const width = Math.ceil(76 + (text.length + 1) * FONT * WIDEST);
	const arcs = `<path d="M24.8 52A20 20 0 0 1 24.8 12"/><path d="M39.2 12a20 20 0 0 1 0 40"/>`;
	const letters = `x="66" y="44" font-family="Inter, DejaVu Sans, Arial, sans-serif" font-size="${FONT}" font-weight="bold"`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}">
<g fill="none" stroke="#000" stroke-opacity=".5" stroke-width="12" stroke-linecap="round">${arcs}</g>
<circle cx="32" cy="32" r="10" fill="#000" fill-opacity=".5"/>
<text ${letters} fill="none" stroke="#000" stroke-opacity=".5" stroke-width="5" stroke-linejoin="round">${text}</text>
<g fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round">${arcs}</g><circle cx="32" cy="32" r="7.4" fill="#FF5A36"/>
<text ${letters} fill="#fff">${text}</text></svg>`;
};

const [username = "", height = "64"] = process.argv.slice(2);
sharp.concurrency(1);
const drawn = await sharp(Buffer.from(drawing(username)), { density: (72 * Number(height)) / HEIGHT })
	.png()
	.toBuffer();
const { data, info } = await sharp(drawn)
	.trim({ background: "#00000000", threshold: 1 })
	.ensureAlpha()
	.raw()
	.toBuffer({ resolveWithObject: true });
// Without any font letters are left out in silence: a copy that names nobody is none.
if (info.width < 2 * info.height) throw new Error("there is no font to write the user name with");
const line: MarkLine = { width: info.width, height: info.height };
process.stdout.write(`${JSON.stringify(line)}\n`);
process.stdout.write(data);
