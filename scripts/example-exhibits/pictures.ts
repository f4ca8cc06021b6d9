export const FRAME_SIZE = { width: 480, height: 270 }

/** A captured post of an invented network; the two font weights come as base64 WOFF2. */
export function postPage(regular: string, semibold: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
@font-face{font-family:I;font-weight:400;src:url(data:font/woff2;base64,${regular})}
@font-face{font-family:I;font-weight:600;src:url(data:font/woff2;base64,${semibold})}
*{box-sizing:border-box;margin:0}body{font:400 14px/21px I;color:#22201d;background:#fff;width:420px;height:560px}
.top{display:flex;justify-content:space-between;padding:8px 14px;background:#efece7;color:#66605a;font-size:12px}
.who{display:flex;gap:10px;align-items:center;padding:12px 14px 8px}.who b{font-weight:600;display:block;line-height:18px}
.who small{color:#6f685f;font-size:12px}.text{padding:0 14px 12px}.foot{display:flex;justify-content:space-between;
padding:10px 14px;color:#66605a;font-size:12px;border-top:1px solid #e7e3dc}.comment{padding:8px 14px;font-size:13px;
line-height:18px;background:#f8f6f3}.comment b{font-weight:600}svg{display:block}</style>
<div class="top"><span>warungkabar.example/siti.rekaanwati/88112</span><span>19.52</span></div>
<div class="who"><svg width="38" height="38"><circle cx="19" cy="19" r="19" fill="#cfe0de"/><circle cx="19" cy="15" r="7" fill="#5d7f7c"/>
<path d="M6 36c2-11 24-11 26 0z" fill="#5d7f7c"/></svg><div><b>Siti Rekaanwati</b><small>@siti.rekaanwati · 14 Oktober 2020 pukul 19.46 · Publik</small></div></div>
<p class="text">Alhamdulillah silaturahmi warga malam ini lancar. Keluarga besar kecamatan, ayo kompak pilih
Pasangan Calon Contoh nomor X. Jangan lupa ajak tetangga dan saudara ya, supaya kampung kita diperhatikan.</p>
${meeting(420, 250)}
<div class="foot"><span>126 suka</span><span>31 komentar · 12 kali dibagikan</span></div>
<div class="comment"><b>Warga Ujung</b> Siap Bu, satu RT ikut nomor X.<br><b>Siti Rekaanwati</b> Mantap, nanti kaosnya saya antar.</div>`
}

function meeting(width: number, height: number): string {
  const people = [30, 84, 140, 205, 262, 318, 372].map((x, n) => {
    const size = 0.82 + (n % 3) * 0.12
    const tone = ['#8d8378', '#6d655c', '#a3988b'][n % 3]
    return `<g transform="translate(${x} ${196 - (n % 2) * 8}) scale(${size})" fill="${tone}"><circle r="15" cy="-26"/><path d="M-24 96c0-76 8-104 24-104s24 28 24 104z"/></g>`
  })
  return `<svg width="${width}" height="${height}" viewBox="0 0 420 250"><rect width="420" height="250" fill="#dfe6e3"/>
<rect y="150" width="420" height="100" fill="#d8cfc0"/><path d="M0 40h420M0 8h420" stroke="#c3cfcb" stroke-width="6"/>
<g><rect x="82" y="26" width="256" height="74" fill="#fbf8f1" stroke="#b9ae9b" stroke-width="2"/>
<text x="210" y="58" text-anchor="middle" font-family="I" font-weight="600" font-size="19" fill="#3b4a48">SILATURAHMI WARGA</text>
<text x="210" y="82" text-anchor="middle" font-family="I" font-size="13" fill="#5e5a53">Balai Desa Contoh · 14-10-2020</text></g>
${people.join('')}</svg>`
}

/** A banner between two poles at dusk, with grain so that it behaves like a photograph when compressed. */
export const BANNER_SCENE = `<!doctype html><style>html,body{margin:0}svg{display:block}</style>
<svg width="1280" height="853" viewBox="0 0 1280 853" xmlns="http://www.w3.org/2000/svg"><defs>
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#7d9bb4"/><stop offset=".6" stop-color="#d9c9ae"/><stop offset="1" stop-color="#e7b98a"/></linearGradient>
<linearGradient id="cloth" x2="1"><stop stop-color="#f6f1e6"/><stop offset=".3" stop-color="#e3dccd"/><stop offset=".55" stop-color="#f4eee2"/><stop offset=".8" stop-color="#d9d1c1"/><stop offset="1" stop-color="#efe8da"/></linearGradient>
<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .47 0 0 0 0 .42 0 0 0 .35 0"/></filter>
<filter id="soft"><feGaussianBlur stdDeviation="3"/></filter></defs>
<rect width="1280" height="600" fill="url(#sky)"/>
<g filter="url(#soft)"><path d="M0 470l140-70 180 60 210-110 240 100 200-70 310 110v140H0z" fill="#6f7f74"/>
<path d="M0 520q200-50 420-10t480-20 380 30v100H0z" fill="#54675a"/></g>
<rect y="585" width="1280" height="268" fill="#8a7a66"/><path d="M500 853l90-268h120l130 268z" fill="#a39582"/>
<g><path d="M60 420l170-90 170 90z" fill="#7c4a38"/><rect x="84" y="420" width="292" height="180" fill="#c9bda6"/><rect x="196" y="490" width="70" height="110" fill="#5b4636"/><rect x="110" y="460" width="56" height="52" fill="#48545a"/><rect x="296" y="460" width="56" height="52" fill="#48545a"/></g>
<g stroke="#4b3a2c" stroke-width="16" stroke-linecap="round"><path d="M470 240v420"/><path d="M1130 225v440"/></g>
<path d="M476 262q330 34 648-14l4 214q-330 46-652 8z" fill="url(#cloth)" stroke="#a99e8a" stroke-width="3"/>
<g font-family="Arimo,Liberation Sans,Arial,sans-serif" text-anchor="middle" fill="#27413f"><text x="800" y="345" font-size="44" font-weight="700" transform="rotate(-.6 800 348)">DUKUNG PASLON CONTOH</text>
<text x="800" y="402" font-size="27" transform="rotate(-.8 800 402)">Nomor X · Bersama Keluarga Besar Kecamatan</text><text x="800" y="446" font-size="24" fill="#6a5f50" transform="rotate(-1 800 446)">Camat Contoh beserta staf</text></g>
<g fill="#3d3630"><g transform="translate(620 640)"><circle r="22"/><path d="M-30 130c0-78 12-104 30-104s30 26 30 104z"/></g><g transform="translate(700 652) scale(.92)" fill="#574a3d"><circle r="22"/><path d="M-30 130c0-78 12-104 30-104s30 26 30 104z"/></g><g transform="translate(985 645)" fill="#46433c"><circle r="22"/><path d="M-30 130c0-78 12-104 30-104s30 26 30 104z"/></g></g>
<rect width="1280" height="853" filter="url(#grain)" opacity=".45"/></svg>`

/** One frame of the speech: a lectern, a speaker whose arm moves, the recorder's clock. */
export function speechFrame(second: number): string {
  const swing = Math.sin(second * 3) * 22
  const nod = Math.sin(second * 5) * 2
  const clock = `19.12.${String(4 + Math.floor(second)).padStart(2, '0')} WITA`
  return `<!doctype html><style>html,body{margin:0}svg{display:block}</style>
<svg width="480" height="270" viewBox="0 0 480 270"><rect width="480" height="270" fill="#cdd6d2"/><rect y="205" width="480" height="65" fill="#9d8f7c"/>
<rect x="110" y="26" width="260" height="46" fill="#fbf8f1" stroke="#b9ae9b"/><text x="240" y="55" text-anchor="middle" font-family="Arial,sans-serif" font-size="19" fill="#3b4a48">SILATURAHMI WARGA</text>
<g transform="translate(240 ${118 + nod})" fill="#5a5148"><circle r="19"/><path d="M-32 96c0-58 12-78 32-78s32 20 32 78z"/><path d="M20 34l34 ${-8 + swing}" stroke="#5a5148" stroke-width="12" stroke-linecap="round"/></g>
<path d="M196 176h88l-10 62h-68z" fill="#6c4b36"/><g fill="#857b70"><circle cx="60" cy="238" r="20"/><circle cx="130" cy="250" r="20"/><circle cx="350" cy="248" r="20"/><circle cx="425" cy="240" r="20"/></g>
<text x="470" y="262" text-anchor="end" font-family="monospace" font-size="12" fill="#fff">${clock}</text></svg>`
}
