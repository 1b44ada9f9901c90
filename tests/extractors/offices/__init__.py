"""What offices of many countries print on their papers beside what is asked."""
