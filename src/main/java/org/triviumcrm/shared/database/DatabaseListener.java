package org.triviumcrm.shared.database;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Begins with the embedded database before the application is put together; see {@link EmbeddedDatabaseConfiguration}. */
class DatabaseListener implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        ConfigurableApplicationContext context = event.getApplicationContext();
        Environment environment = context.getEnvironment();
        if (!environment.getProperty("spring.datasource.url", "embedded").equalsIgnoreCase("embedded")) {
            return;
        }
        StartingDatabase starting = StartingDatabase.on(
                Path.of(environment.getProperty("trivium.data-dir", "./data")),
                environment.getProperty("trivium.database.port", Integer.class, 0));
        ((GenericApplicationContext) context).registerBean("startingDatabase", StartingDatabase.class, () -> starting);
        context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> starting.close());
    }
}
