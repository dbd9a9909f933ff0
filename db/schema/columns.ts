import { customType, timestamp } from "drizzle-orm/pg-core";

/** A Snowflake: `bigint` in Postgres, a decimal string everywhere else. */
export const snowflake = customType<{ data: string; driverData: string }>({
	dataType: () => "bigint",
	fromDriver: (value) => String(value),
});

/** A point in time with millisecond precision, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
