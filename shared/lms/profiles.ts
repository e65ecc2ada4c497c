/** The LMSs a project can be made for. What each wants differently is a row of `targetProfiles`. */
export const targetProfileIds = [
  'generic',
  'moodle',
  'scorm-cloud',
  'cornerstone',
  'canvas',
  'successfactors',
] as const
