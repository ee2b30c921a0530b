type Place = { readonly line: number; readonly path: string; readonly message: string };

/** "examples/x.yaml, Zeile 14, traeger › 3. Eintrag › sitze: erwartet wird eine ganze Zahl" */
export function fileProblem(file: string, { line, path, message }: Place): string {
  return `${file}, Zeile ${line}${path === "" ? "" : `, ${path}`}: ${message}`;
}

export function fileUnreadable(file: string, code: string): string {
  if (code === "ENOENT") return `${file}: Diese Datei gibt es nicht.`;
  if (code === "EISDIR") return `${file}: Das ist ein Ordner, keine Datei.`;
  if (code === "EACCES" || code === "EPERM")
    return `${file}: Diese Datei darf nicht gelesen werden. Bitte die Rechte prüfen.`;
  return `${file}: Die Datei ließ sich nicht lesen (${code}).`;
}
