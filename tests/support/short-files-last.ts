import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The projects whose files take longest come first; the many short files then fill both cores to the end. */
const order = ['faults', 'browser', 'thorough', 'fast']

/** All projects share one queue; this is its order. */
export class ShortFilesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => order.indexOf(project.name)
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}
