package org.triviumcrm.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database of its own, for tests of the schema itself. */
public final class ScratchDatabase {

    private ScratchDatabase() {}

    /** Emptied when an earlier test has left something in it. */
    public static DataSource empty(String name) {
        DataSource database =
                new DriverManagerDataSource(TestServer.database(name), TestServer.user(), TestServer.user());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }
}
