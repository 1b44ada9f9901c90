"""Memory: people, cases, documents, evidence, reviews, verdicts, and who did what. The database is the truth; the queue is a hint.

Knows no Flask and no Celery. Where to look: `store` the tables and the bytes;`receiving` how a file comes in; `jobs` who works on it
(claim, lease, fence, attempts); `readings` what was read; `reviews` what a person said of it; `facts` what both together mean;
`assessments` what the rules say of that; `events` the trail; `people` accounts and cases.
"""
