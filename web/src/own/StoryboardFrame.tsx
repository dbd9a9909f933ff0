import { type Storyboard, type StoryboardFrame, sheetSize } from "./storyboard.ts";
import "./storyboard-frame.css";

/** One picture cut out of the sheet. @param height as it is shown, pixels */
export function Frame({ frame, board, height }: { frame: StoryboardFrame; board: Storyboard; height: number }) {
	const scale = height / frame.height;
	const sheet = sheetSize(board.frames);
	return (
		<span
			class="cover-frame"
			style={{
				width: `${frame.width * scale}px`,
				height: `${height}px`,
				backgroundImage: `url("${board.sheet}")`,
				backgroundSize: `${sheet.width * scale}px ${sheet.height * scale}px`,
				backgroundPosition: `${-frame.x * scale}px ${-frame.y * scale}px`,
			}}
		/>
	);
}
