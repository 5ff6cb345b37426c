package org.triviumcrm.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Asks the database for the plan of every query that goes through it, with the query's own values. */
public final class Plans extends DelegatingDataSource {

    private final DataSource target;
    private final List<String> seen = new ArrayList<>();

    public Plans(DataSource target) {
        super(target);
        this.target = target;
    }

    /** The plans since the last call, a text with many lines each. */
    public List<String> take() {
        List<String> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    /** The connection of the test's transaction, whose rows are looked at. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection real = DataSourceUtils.getConnection(target);
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "close" -> {
                DataSourceUtils.releaseConnection(real, target);
                yield null;
            }
            case "prepareStatement" -> explained(real, (String) arguments[0]);
            default -> call(real, method, arguments);
        });
    }

    private PreparedStatement explained(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        PreparedStatement explain = connection.prepareStatement("explain " + sql);
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                seen.add(lines(explain));
            } else if (method.getName().startsWith("set") && arguments.length > 1) {
                call(explain, method, arguments);
            }
            return call(statement, method, arguments);
        });
    }

    private static String lines(PreparedStatement explain) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
