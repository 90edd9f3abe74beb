"""End-to-end encryption: the only place that touches private parts of matrix-nio (0.26.0)."""
