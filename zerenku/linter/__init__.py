"""Floor 3: rules that judge a sound catalogue, each in a module of its own."""
