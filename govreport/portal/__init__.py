"""The public side: reads publications only. No models, no rules, no JavaScript needed."""
