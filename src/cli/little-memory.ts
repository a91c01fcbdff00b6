import { setFlagsFromString } from 'node:v8'

// V8 doubles its room for new objects as long as they come fast, up to tens of megabytes. A command that reads a large
// vault once fills that with what is let go of at once; collecting it more often costs no time that could be measured.
setFlagsFromString('--semi-space-growth-factor=1')
