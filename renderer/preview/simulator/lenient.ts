import type { Scorm12Api, ScormCall } from '../../../shared/lms/strict-scorm12.ts'
import type { Scorm2004Api, Scorm2004Call } from '../../../shared/lms/strict-scorm2004.ts'

/** `inner` as it is, with every call told: an LMS that is not strict. */
export function recordingScorm12(inner: Scorm12Api, record: (call: ScormCall) => void): Scorm12Api {
  const tell = (method: ScormCall['method'], element: string, value: string, result: string) => {
    record({ method, element, value, result, error: String(inner.LMSGetLastError()) })
    return result
  }
  return {
    LMSInitialize: (empty) => tell('LMSInitialize', '', empty, inner.LMSInitialize(empty)),
    LMSFinish: (empty) => tell('LMSFinish', '', empty, inner.LMSFinish(empty)),
    LMSCommit: (empty) => tell('LMSCommit', '', empty, inner.LMSCommit(empty)),
    LMSGetValue: (element) => tell('LMSGetValue', element, '', inner.LMSGetValue(element)),
    LMSSetValue: (element, value) =>
      tell('LMSSetValue', element, String(value), inner.LMSSetValue(element, value)),
    LMSGetLastError: () => inner.LMSGetLastError(),
    LMSGetErrorString: (code) => inner.LMSGetErrorString(code),
    LMSGetDiagnostic: (code) => inner.LMSGetDiagnostic(code),
  }
}

/** The same for SCORM 2004. */
export function recordingScorm2004(inner: Scorm2004Api, record: (call: Scorm2004Call) => void): Scorm2004Api {
  const tell = (method: Scorm2004Call['method'], element: string, value: string, result: string) => {
    record({ method, element, value, result, error: String(inner.GetLastError()) })
    return result
  }
  return {
    Initialize: (empty) => tell('Initialize', '', empty, inner.Initialize(empty)),
    Terminate: (empty) => tell('Terminate', '', empty, inner.Terminate(empty)),
    Commit: (empty) => tell('Commit', '', empty, inner.Commit(empty)),
    GetValue: (element) => tell('GetValue', element, '', inner.GetValue(element)),
    SetValue: (element, value) => tell('SetValue', element, String(value), inner.SetValue(element, value)),
    GetLastError: () => inner.GetLastError(),
    GetErrorString: (code) => inner.GetErrorString(code),
    GetDiagnostic: (code) => inner.GetDiagnostic(code),
  }
}
