"""The annual report on open government information work: written, checked, reviewed, published."""
