/** Problems of the templates as lines; their checker is loaded only here. */
export async function checkTemplateFolder(folder: string): Promise<readonly string[]> {
  const [{ checkTemplates }, { describeProblem }] = await Promise.all([
    import("../adapters/documents/check-templates.ts"),
    import("../adapters/documents/template-error.ts"),
  ]);
  return checkTemplates(folder).map(describeProblem);
}
