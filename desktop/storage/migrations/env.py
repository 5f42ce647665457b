"""Run by Alembic: steps on the connection that the program hands over, in one transaction."""

from alembic import context
from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]
# Begun before Alembic looks, so that it leaves the transaction to us.
connection.exec_driver_sql("BEGIN IMMEDIATE")
try:
    context.configure(
        connection=connection, transaction_per_migration=False, transactional_ddl=False
    )
    context.run_migrations()
except BaseException:
    connection.exec_driver_sql("ROLLBACK")
    raise
connection.exec_driver_sql("COMMIT")
