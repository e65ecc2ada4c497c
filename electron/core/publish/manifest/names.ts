/**
 * The names a record has outside the studio, as IRIs (RFC 3987). They are made of nothing but its id, which never changes:
 * an LMS that meets another name throws its learners' results away.
 */
export const courseName = (moduleId: string) => `urn:morsel:course:${moduleId}`
export const moduleName = (moduleId: string) => `urn:morsel:module:${moduleId}`
export const outcomeName = (outcomeId: string) => `urn:morsel:outcome:${outcomeId}`
