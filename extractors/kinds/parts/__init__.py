"""What several kinds of paper share: a person, a date, a school, an employer, a job."""
