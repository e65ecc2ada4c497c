/**
 * The names a record has outside the studio, as IRIs (RFC 3987). They are made of nothing but ids, which never change: an
 * LMS that meets another name throws its learners' results away. What belongs to a module is named below it, as the player
 * names it in its statements.
 */
export const moduleName = (moduleId: string) => `urn:morsel:${moduleId}`
export const outcomeName = (moduleId: string, outcomeId: string) => `${moduleName(moduleId)}/${outcomeId}`
/** A course and its only unit must not have the same name. */
export const courseName = (moduleId: string) => `urn:morsel:course:${moduleId}`
