package org.triviumcrm.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements that a thread sends through a data source; what jobs ask meanwhile is not its own. */
public final class Statements extends DelegatingDataSource {

    /** Puts a notebook in front of the database. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Noted {
        @Bean
        static BeanPostProcessor notes() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && !(bean instanceof Statements)
                            ? new Statements(source)
                            : bean;
                }
            };
        }
    }

    private final ThreadLocal<List<String>> seen = ThreadLocal.withInitial(ArrayList::new);

    public Statements(DataSource target) {
        super(target);
    }

    /** What this thread has prepared since its last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(seen.get());
        seen.remove();
        return taken;
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare") && arguments != null) {
                        seen.get().add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
