package org.triviumcrm.approval.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The engine's tables. It makes and upgrades them itself, but on a connection of ours: one node at a time, in one
 * transaction, so that a node that dies meanwhile leaves nothing half done. Usually one question tells that they are there.
 */
final class EngineSchema {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSchema.class);

    /** Any number, the same in all nodes; "approvals" on a telephone's keys. */
    private static final long LOCK = 277_768_257L;

    private static final int VERSIONS = 2;

    private EngineSchema() {}

    /**
     * Makes them, or brings them to the version of the engine, unless they are.
     *
     * @throws IllegalStateException when that does not work, or when they belong to a newer engine; then they are as before
     */
    static void prepare(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (fits(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            try {
                lock(connection);
                if (!fits(connection)) {
                    LOG.info("Preparing the approval engine's tables, version {}", ProcessEngine.VERSION);
                    change(connection);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw new IllegalStateException("The approval engine's tables can't be prepared", e);
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The approval engine's tables can't be reached", e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Reads the catalogue as rows: {@code to_regclass} may remember from before the lock that there was no such table. */
    private static boolean fits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select exists (select from pg_tables"
                    + " where schemaname = current_schema() and tablename = 'act_ge_property')")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet versions = statement.executeQuery("select count(*) from act_ge_property"
                    + " where name_ in ('schema.version', 'common.schema.version') and value_ = '"
                    + ProcessEngine.VERSION + "'")) {
                versions.next();
                return versions.getInt(1) == VERSIONS;
            }
        }
    }

    /** A second engine that lives only for this; the connection is neither committed nor closed by it. */
    private static void change(Connection connection) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("approval-tables");
        EngineConfiguration.settle(configuration);
        configuration.setDataSource(new SingleConnectionDataSource(connection, true));
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.buildProcessEngine().close();
    }
}
