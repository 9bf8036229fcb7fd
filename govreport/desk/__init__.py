"""The signed-in side: views, pages, commands. No models, no rules."""
