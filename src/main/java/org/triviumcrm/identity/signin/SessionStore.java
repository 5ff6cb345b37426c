package org.triviumcrm.identity.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /** Looking at a page writes nothing: when somebody was last there is known to the minute. */
    private static final String UPDATE = """
            update %TABLE_NAME% s
               set session_id = n.session_id, last_access_time = n.last_access_time,
                   max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                   principal_name = n.principal_name
              from (select ?::char(36) as session_id, ?::bigint as last_access_time, ?::int as max_inactive_interval,
                           ?::bigint as expiry_time, ?::text as principal_name, ?::char(36) as primary_id) n
             where s.primary_id = n.primary_id
               and (s.session_id <> n.session_id or s.max_inactive_interval <> n.max_inactive_interval
                    or s.principal_name is distinct from n.principal_name
                    or n.last_access_time >= s.last_access_time + 60000)
            """;

    /** Parts of a page are asked for at the same time and may write the same new attribute of a session: the last one stays. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesWrittenTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> accessesByTheMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
