import { kindOf, type Shape } from "../../../src/adapters/documents/view-shape.ts";

/** The value with each free text of its shape replaced; dates, codes and numbers stay. Addresses of links get `url`. */
export function withEveryText(shape: Shape, value: unknown, text: string, url: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => withEveryText(shape.items ?? {}, entry, text, url));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, member]) => {
      const inner = shape.properties?.[key] ?? {};
      return [key, key === "url" ? url : withEveryText(inner, member, text, url)];
    });
    return Object.fromEntries(entries);
  }
  const isFree =
    typeof value === "string" && kindOf(shape) === "text" && shape.enum === undefined && shape.format === undefined;
  return isFree ? text : value;
}
