import * as z from "zod";
import { Id } from "../../../contracts/ids.ts";

/** What a link about an address stands for: whose it was and is to be. */
const AddressChange = z.object({ userId: Id, from: z.string().nullable(), to: z.string() });
export type AddressChange = Readonly<z.infer<typeof AddressChange>>;

export const encodeChange = (change: AddressChange): string => JSON.stringify(change);
export const decodeChange = (value: string): AddressChange => AddressChange.parse(JSON.parse(value));
