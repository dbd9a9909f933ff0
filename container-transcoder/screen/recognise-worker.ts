import { answerWith } from "../threads/answering.ts";
import { recognise } from "./recognise.ts";

answerWith(recognise);
