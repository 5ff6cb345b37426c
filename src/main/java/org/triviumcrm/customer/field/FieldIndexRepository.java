package org.triviumcrm.customer.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.customer.FieldKind;

/**
 * Gives a custom field the indexes that lists need, or takes them away from one that is retired, while everybody goes on working:
 * PostgreSQL builds them beside the table's use, outside of a transaction. Until then its column can't be filtered by.
 */
@Repository
class FieldIndexRepository {

    private static final Logger LOG = LoggerFactory.getLogger(FieldIndexRepository.class);

    /** Of the locks that sessions ask each other for: one for all of these. */
    private static final int LOCK = 0x0F1E1D;

    private final DataSource pool;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FieldCatalogue catalogue;

    FieldIndexRepository(
            DataSource pool, JdbcClient database, TransactionTemplate transaction, FieldCatalogue catalogue) {
        this.pool = pool;
        this.database = database;
        this.transaction = transaction;
        this.catalogue = catalogue;
    }

    private record Field(String noun, String key, FieldKind kind, boolean active) {}

    /** Begun again, it goes on with what is left. */
    void bring(long id) {
        List<Field> fields = database.sql("select noun, key, kind, active from custom_field where id = :id")
                .param("id", id)
                .query((row, number) -> new Field(
                        row.getString("noun"),
                        row.getString("key"),
                        FieldKind.valueOf(row.getString("kind")),
                        row.getBoolean("active")))
                .list();
        for (Field field : fields) {
            try (Connection connection = pool.getConnection()) {
                bring(id, field, connection);
            } catch (SQLException e) {
                throw new IllegalStateException("No indexes for custom field " + id, e);
            }
            if (field.active()) {
                transaction.executeWithoutResult(status -> ready(id));
            }
        }
    }

    void fail(long id) {
        LOG.error("Custom field {} stays without indexes; retire it and take it back to try again", id);
    }

    private void bring(long id, Field field, Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        JdbcClient alone = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        try (Statement statement = connection.createStatement()) {
            // Waiting inside of one statement would keep a snapshot that the other one's index waits for.
            lock(alone);
            statement.execute("set statement_timeout = '2h'");
            List<String> indexes = field.kind().indexes(field.key());
            for (int at = 0; at < indexes.size(); at++) {
                String name = "custom_field_" + id + "_" + at;
                if (!field.active() || isBroken(alone, name)) {
                    statement.execute("drop index concurrently if exists " + name);
                }
                if (field.active()) {
                    statement.execute("create index concurrently if not exists " + name + " on " + field.noun()
                            + " using " + indexes.get(at));
                }
            }
            statement.execute("analyze " + field.noun());
        } finally {
            try (Statement statement = connection.createStatement()) {
                statement.execute("reset statement_timeout");
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static void lock(JdbcClient alone) throws SQLException {
        while (!alone.sql("select pg_try_advisory_lock(" + LOCK + ")")
                .query(Boolean.class)
                .single()) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while another field gets its indexes", e);
            }
        }
    }

    /** Whether an earlier attempt has left it half done. */
    private static boolean isBroken(JdbcClient alone, String name) {
        return !alone.sql("select 1 from pg_index where indexrelid = to_regclass(:name) and not indisvalid")
                .param("name", name)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private void ready(long id) {
        database.sql("update custom_field set ready = true where id = :id and active")
                .param("id", id)
                .update();
        catalogue.change();
    }
}
