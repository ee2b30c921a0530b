/** Fehler in einer Vorlage: where, and in German what to do. */
export type TemplateProblem = {
  readonly file: string;
  readonly line: number;
  /** Field or helper as written in the template; absent where no single one is to blame. */
  readonly path?: string;
  readonly message: string;
};

/** "bericht.hbs:19: »ag.namme« gibt es hier nicht – meinten Sie »name«?" */
export function describeProblem(problem: TemplateProblem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`;
}

/** Thrown while a template is filled; the renderer turns it into a fault. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem;
  constructor(problem: TemplateProblem, cause?: unknown) {
    super(describeProblem(problem), cause === undefined ? undefined : { cause });
    this.name = "TemplateError";
    this.problem = problem;
  }
}
