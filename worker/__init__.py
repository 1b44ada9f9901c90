"""Moves each document through its stages, exactly once in effect, whatever dies.

`settings` the queue's settings, written once; `enqueue` how work is announced (all that the portal may import); `app` the Celery
application; `tasks` the tasks' doors; `work` what a worker does with a document; `sweep` what heals; `liveness` who watches.
"""
