// Stands in for Electron's own default_app in the evaluation runtime, whose package does not bring one:
// `electron [-r MODULE]… [--switches] FOLDER` starts the program in FOLDER.
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

const required = []
let target = '.'
const args = process.argv.slice(1)
for (let at = 0; at < args.length; at++) {
  if (args[at] === '-r') required.push(args[++at])
  else if (!args[at].startsWith('-')) {
    target = args[at]
    break
  }
}
for (const name of required) require(name)

const folder = path.resolve(target)
let main = folder
if (fs.statSync(folder).isDirectory()) {
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  app.setAppPath(folder)
  app.setName(description.productName ?? description.name)
  app.setVersion(description.version)
  main = path.join(folder, description.main)
}
Module._load(main, null, true)
