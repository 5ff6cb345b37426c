package org.triviumcrm.shared.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** New connections to the embedded database; the first waits until it runs. */
final class EmbeddedDataSource extends AbstractDataSource {

    private final StartingDatabase starting;

    EmbeddedDataSource(StartingDatabase starting) {
        this.starting = starting;
    }

    @Override
    public Connection getConnection() throws SQLException {
        EmbeddedDatabase database = starting.take();
        return getConnection(database.user(), database.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(starting.take().url(), user, password);
    }

    /** The server is at hand or it is on its way. */
    @Override
    public void setLoginTimeout(int seconds) {}
}
