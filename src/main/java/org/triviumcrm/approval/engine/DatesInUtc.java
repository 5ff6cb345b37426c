package org.triviumcrm.approval.engine;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Times of the engine, whose columns know no zone, in UTC: timers are due at the same instant for nodes in different zones, and
 * on the nights when the clocks change.
 */
final class DatesInUtc extends BaseTypeHandler<Date> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Date time, JdbcType type)
            throws SQLException {
        statement.setTimestamp(index, new Timestamp(time.getTime()), utc());
    }

    @Override
    public @Nullable Date getNullableResult(ResultSet row, String column) throws SQLException {
        return date(row.getTimestamp(column, utc()));
    }

    @Override
    public @Nullable Date getNullableResult(ResultSet row, int column) throws SQLException {
        return date(row.getTimestamp(column, utc()));
    }

    @Override
    public @Nullable Date getNullableResult(CallableStatement statement, int column) throws SQLException {
        return date(statement.getTimestamp(column, utc()));
    }

    private static @Nullable Date date(@Nullable Timestamp time) {
        return time == null ? null : new Date(time.getTime());
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
