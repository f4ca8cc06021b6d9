import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../../scripts/project.ts'

/** A file that is handed in; `title` replaces the file name on the card. */
export type TourExhibit = { file: string; title?: string }

const EXAMPLES = path.join(ROOT, 'resources/example/exhibits')
const SAMPLES = path.join(ROOT, '../shared/samples')

const example = (name: string, title: string): TourExhibit => ({ file: path.join(EXAMPLES, name), title })

/** What the reporting side handed in: an image, a document, a chat, a photo, a recording and a video. */
export const fromReporter = {
  post: example('unggahan-silaturahmi.png', 'Tangkapan layar unggahan ajakan memilih'),
  decree: example('sk-jabatan-dan-penetapan.pdf', 'SK jabatan dan penetapan pasangan calon'),
  chat: example('percakapan-grup.txt', 'Ekspor percakapan grup kecamatan'),
  photo: example('foto-spanduk.jpg', 'Foto spanduk di depan kantor kecamatan'),
  recording: example('rekaman-sambutan.ogg', 'Rekaman suara sambutan'),
  video: example('video-sambutan.webm', 'Video sambutan di balai desa'),
} as const

export const fromRespondent: TourExhibit = example(
  'pembelaan-tertulis.pdf',
  'Pembelaan tertulis terlapor pertama',
)

/** Photos and hostile files of others that lie beside the project on some machines; empty elsewhere. */
export function filesOfOthers(): TourExhibit[] {
  return ['photos', 'chats', 'hostile'].flatMap(folder => {
    const place = path.join(SAMPLES, folder)
    if (!fs.existsSync(place)) return []
    return fs
      .readdirSync(place)
      .sort()
      .map(name => ({ file: path.join(place, name) }))
  })
}
