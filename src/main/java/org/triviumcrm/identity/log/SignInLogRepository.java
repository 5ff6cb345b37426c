package org.triviumcrm.identity.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.signin.BrowserName;
import org.triviumcrm.identity.signin.SignInOutcome;

/** Reads the log of sign-ins, a page by key. */
@Repository
class SignInLogRepository {

    private final JdbcClient jdbc;
    private final BrowserName names;

    SignInLogRepository(JdbcClient jdbc, BrowserName names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<SignInEntry> entries(LogFilter filter, ZoneId zone, int limit) {
        return jdbc.sql("""
                select s.id, s.at, s.person_id, coalesce(p.name, s.name) as name, s.address, s.browser, s.outcome
                  from sign_in s left join person p on p.id = s.person_id
                 where (:before::bigint is null or s.id < :before)
                   and (:person::bigint is null or s.person_id = :person)
                   and (:outcome::text is null or s.outcome = :outcome)
                   and (:from::timestamptz is null or s.at >= :from) and (:to::timestamptz is null or s.at < :to)
                 order by s.id desc limit :limit""")
                .param("before", filter.before(), Types.BIGINT)
                .param("person", filter.person(), Types.BIGINT)
                .param(
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name(),
                        Types.VARCHAR)
                .param("from", at(filter.start(zone)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(filter.end(zone)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private SignInEntry entry(ResultSet row, int number) throws SQLException {
        String agent = row.getString("browser");
        return new SignInEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", Long.class),
                row.getString("name"),
                row.getString("address"),
                names.browser(agent),
                names.system(agent),
                SignInOutcome.valueOf(row.getString("outcome")));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
