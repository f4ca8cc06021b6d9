export function sandboxSwitches(exe: string): string[]
