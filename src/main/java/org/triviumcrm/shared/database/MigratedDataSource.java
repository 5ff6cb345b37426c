package org.triviumcrm.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives no connection before {@link Migrations} are over. */
final class MigratedDataSource extends DelegatingDataSource {

    private final Migrations migrations;

    MigratedDataSource(DataSource pool, Migrations migrations) {
        super(pool);
        this.migrations = migrations;
    }

    @Override
    public Connection getConnection() throws SQLException {
        migrations.await();
        return super.getConnection();
    }
}
