"""What is thrown at Handrail: hostile texts, mangled files, and what no answer may contain."""
