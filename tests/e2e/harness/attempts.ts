type Attempt = (base: string) => unknown

// What a hostile exhibit or a broken library might try, as functions that run inside the page: they may use
// nothing from this file. `globalThis.__ran` is set by code that got to run; `base` is a server that counts.

const code: Record<string, Attempt> = {
  eval: () => (0, eval)('globalThis.__ran = "eval"'),
  'new Function': () => new Function('globalThis.__ran = "function"')(),
  'string timer': () => setTimeout('globalThis.__ran = "timer"' as unknown as () => void, 0),
  'inline script': () => {
    const script = document.createElement('script')
    script.append('globalThis.__ran = "inline"')
    document.body.append(script)
  },
  'onerror in markup': () => {
    const box = document.createElement('div')
    document.body.append(box)
    box.innerHTML = '<img src="x" onerror="globalThis.__ran = \'onerror\'">'
  },
  'onclick attribute': () => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'globalThis.__ran = "onclick"')
    document.body.append(button)
    button.click()
    button.remove()
  },
  'javascript: link': () => {
    const link = document.createElement('a')
    link.href = 'javascript:globalThis.__ran = "link"'
    document.body.append(link)
    link.click()
    link.remove()
  },
  'remote script': base => {
    const script = document.createElement('script')
    script.src = `${base}/script.js`
    document.body.append(script)
  },
  'remote import': base => import(`${base}/module.js`),
  'data: import': () => import('data:text/javascript,globalThis.__ran="data"' as string),
  'blob: import': () =>
    import(URL.createObjectURL(new Blob(['globalThis.__ran="blob"'], { type: 'text/javascript' }))),
  'blob: worker': () => {
    const channel = new BroadcastChannel('ran')
    channel.onmessage = () => Object.assign(globalThis, { __ran: 'worker' })
    const source = 'new BroadcastChannel("ran").postMessage(1)'
    return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
  },
  'data: worker': () => {
    const channel = new BroadcastChannel('ran')
    channel.onmessage = () => Object.assign(globalThis, { __ran: 'worker' })
    return new Worker('data:text/javascript,new BroadcastChannel("ran").postMessage(1)')
  },
  'srcdoc frame': () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<script>parent.__ran = "frame"</script>'
    document.body.append(frame)
  },
  'svg script': () => {
    const markup =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.__ran=\'svg\'"><script>globalThis.__ran="svg"</script></svg>'
    const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml')
    document.body.append(document.importNode(parsed.documentElement, true))
  },
}

const network: Record<string, Attempt> = {
  fetch: base => fetch(`${base}/fetch`),
  'fetch without cors': base => fetch(`${base}/no-cors`, { mode: 'no-cors' }),
  'web socket': base => new WebSocket(base.replace('http', 'ws')),
  'event source': base => new EventSource(`${base}/events`),
  beacon: base => navigator.sendBeacon(`${base}/beacon`, 'x'),
  image: base => {
    new Image().src = `${base}/image.png`
  },
  XMLHttpRequest: base => {
    const request = new XMLHttpRequest()
    request.open('GET', `${base}/xhr`)
    request.send()
  },
  stylesheet: base => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = `${base}/style.css`
    document.head.append(link)
  },
  prefetch: base => {
    for (const rel of ['prefetch', 'preload', 'prerender', 'modulepreload', 'preconnect', 'dns-prefetch']) {
      const link = document.createElement('link')
      Object.assign(link, { rel, href: `${base}/${rel}`, as: 'script' })
      document.head.append(link)
    }
  },
  'font face': base => new FontFace('x', `url(${base}/font.woff2)`).load(),
  video: base => {
    const video = document.createElement('video')
    Object.assign(video, { src: `${base}/video.mp4`, autoplay: true })
    document.body.append(video)
  },
  frame: base => {
    const frame = document.createElement('iframe')
    frame.src = `${base}/frame`
    document.body.append(frame)
  },
  object: base => {
    const object = document.createElement('object')
    object.data = `${base}/object`
    document.body.append(object)
  },
  'form in a frame': base => {
    const form = document.createElement('form')
    Object.assign(form, { action: `${base}/form`, method: 'post', target: 'nowhere' })
    document.body.append(form)
    form.submit()
  },
}

const permissions: Record<string, Attempt> = {
  notifications: () => Notification.requestPermission(),
  geolocation: () =>
    new Promise(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
  'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
  'screen capture': () => navigator.mediaDevices.getDisplayMedia({ video: true }),
  'clipboard reading': () => navigator.clipboard.readText(),
  midi: () => navigator.requestMIDIAccess({ sysex: true }),
  'pointer lock query': async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  'persistent storage': async () => ((await navigator.storage.persist()) ? 'given' : 'denied'),
}

const leaving: Record<string, Attempt> = {
  'http address': base => location.assign(`${base}/leave`),
  'file address': () => location.assign('file:///etc/passwd'),
  'data address': () => location.assign('data:text/html,x'),
  'javascript address': () => location.assign('javascript:document.write("x")'),
  'other app host': () => location.assign('app://other/index.html'),
  'own asset': () => location.assign('/assets/x.svg'),
  'developer tools': () => location.assign('devtools://devtools/bundled/inspector.html'),
  'chrome pages': () => location.assign('chrome://gpu'),
  'new window': base => void window.open(`${base}/open`),
  'blank window': () => void window.open('about:blank'),
  'link with target': base => {
    const link = document.createElement('a')
    Object.assign(link, { href: `${base}/target`, target: '_blank' })
    document.body.append(link)
    link.click()
    link.remove()
  },
  form: base => {
    const form = document.createElement('form')
    form.action = `${base}/form`
    document.body.append(form)
    form.submit()
    form.remove()
  },
  'meta refresh': base => {
    const meta = document.createElement('meta')
    Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=${base}/meta` })
    document.head.append(meta)
  },
  webview: base => {
    const view = document.createElement('webview')
    view.setAttribute('src', `${base}/webview`)
    document.body.append(view)
    view.remove()
  },
}

/** Attempts by what they are after; each is expected to fail. */
export const attempts = { code, network, permissions, leaving } as const
