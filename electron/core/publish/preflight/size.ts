import type { Check } from './check.ts'

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`

/** Whether the LMS the project is made for takes a package as large as this. */
export const size: Check = ({ read, format, target }) =>
  format === 'web' || target.maxBytes === null || read.bytes <= target.maxBytes
    ? []
    : [
        {
          severity: 'warn',
          rule: 'package-too-large',
          message: `The package is ${megabytes(read.bytes)} and ${target.name} takes ${megabytes(target.maxBytes)}. Cut its videos shorter or split the module.`,
        },
      ]
