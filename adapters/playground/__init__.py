"""The playground: a page on which one person tries everything as any demo member."""
