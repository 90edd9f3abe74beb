"""What is said about meetings by itself, and when."""
