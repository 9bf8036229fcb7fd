"""Content in, bytes out: the one document model and its renderers. No models."""
