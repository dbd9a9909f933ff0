/** The last lines of an output, at most `most` characters, to be told again at the end of a long run. */
export class Tail {
	private text = "";
	private readonly most: number;

	constructor(most = 12_000) {
		this.most = most;
	}

	add(chunk: string): void {
		this.text = (this.text + chunk).slice(-2 * this.most);
	}

	/** From the beginning of a line. */
	read(): string {
		if (this.text.length <= this.most) return this.text.trim();
		const cut = this.text.slice(-this.most);
		return cut.slice(cut.indexOf("\n") + 1).trim();
	}
}
