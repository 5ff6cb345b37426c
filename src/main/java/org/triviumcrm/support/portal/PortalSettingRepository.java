package org.triviumcrm.support.portal;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of the portal. */
@Repository
class PortalSettingRepository {

    private static final PortalSettings CLOSED = new PortalSettings(false, true, null);

    private final JdbcClient database;

    PortalSettingRepository(JdbcClient database) {
        this.database = database;
    }

    PortalSettings read() {
        return database.sql("select active, agent_names, queue_id from portal_setting")
                .query(PortalSettings.class)
                .optional()
                .orElse(CLOSED);
    }

    void write(PortalSettings settings) {
        database.sql("""
                        insert into portal_setting (active, agent_names, queue_id) values (:active, :names, :queue)
                        on conflict (the_one) do update set active = excluded.active, agent_names = excluded.agent_names, queue_id = excluded.queue_id""")
                .param("active", settings.active())
                .param("names", settings.agentNames())
                .param("queue", settings.queueId(), Types.BIGINT)
                .update();
    }
}
