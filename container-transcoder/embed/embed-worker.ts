import { answerWith } from "../threads/answering.ts";
import type { EmbedOutput, EmbedQuestion } from "./embedder.ts";
import { embedVideo, warmUp } from "./index.ts";
import { lookAt } from "./visual.ts";

answerWith<EmbedQuestion, EmbedOutput>(async (question) => {
	if (question === "warm-up") {
		await warmUp();
		return null;
	}
	return "look" in question ? (await lookAt(question.look)).map(({ scores }) => scores) : embedVideo(question);
});
