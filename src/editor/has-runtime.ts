/** Whether the backend has the endpoints that `needsRuntime` kinds call. It has none yet: such a step could only fail. */
export const HAS_RUNTIME: boolean = false;
