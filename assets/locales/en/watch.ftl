watch-begun = Watching { $folder }. Ctrl+C ends it.
watch-blind = This system does not tell of everything that happens in the folder. Look at it again and again with --every.
watch-not-written = { $file }: the result could not be written beside it: { $reason }
