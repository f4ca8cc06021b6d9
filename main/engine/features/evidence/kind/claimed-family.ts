const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'jpe', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'avif'],
  pdf: ['pdf'],
  audio: ['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac', 'amr'],
  video: ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', '3gp', 'ogv'],
  other: ['zip', 'rar', '7z', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'exe', 'apk', 'msi'],
  markup: ['htm', 'html', 'xhtml', 'svg', 'xml', 'js', 'mjs', 'vbs', 'bat', 'cmd', 'ps1', 'sh', 'php', 'py'],
}

/** The family that a file name claims, or null when its last extension says nothing. Never decides a kind. */
export function claimedFamily(fileName: string): string | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase()
  if (extension === undefined) return null
  return Object.keys(FAMILIES).find(family => FAMILIES[family]?.includes(extension)) ?? null
}
