package org.triviumcrm.sales.outlook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.quota.Period;

/** What was said of forecasts; nothing is ever changed. */
@Repository
class StatementRepository {

    private static final String COLUMNS = """
            f.id, f.owner_id, coalesce(f.team_id, 0) as team_id, f.committed, f.best_case, f.note, f.said_by, p.name as said_by_name,
            f.said_at, f.won, f.with_commit, f.with_best
            from forecast_statement f join person p on p.id = f.said_by
            where f.starts_on = :start and f.months = :months and %s""";

    private final JdbcClient database;

    StatementRepository(JdbcClient database) {
        this.database = database;
    }

    /** Of each person in the scope the latest own word and the latest of somebody else. */
    List<ForecastStatement> latest(Scope scope, Period period) {
        return database.sql(
                        "select distinct on (f.owner_id, f.said_by = f.owner_id) " + COLUMNS.formatted(scope.sql("f"))
                                + " order by f.owner_id, f.said_by = f.owner_id, f.said_at desc, f.id desc")
                .param("start", period.first())
                .param("months", period.months())
                .params(scope.parameters())
                .query(ForecastStatement.class)
                .list();
    }

    /** All that was said of somebody's period, the latest first. */
    List<ForecastStatement> of(Scope scope, Period period, long person, int limit) {
        return database.sql("select " + COLUMNS.formatted(scope.sql("f"))
                        + " and f.owner_id = :person order by f.said_at desc, f.id desc limit :limit")
                .param("start", period.first())
                .param("months", period.months())
                .param("person", person)
                .param("limit", limit)
                .params(scope.parameters())
                .query(ForecastStatement.class)
                .list();
    }

    /** @param open what the opportunities say at this moment */
    void add(Period period, long person, @Nullable Long team, SayForecast said, long by, Instant now, Expected open) {
        database.sql("""
                        insert into forecast_statement (id, owner_id, team_id, starts_on, months, committed, best_case, note,
                            said_by, said_at, won, with_commit, with_best)
                        values (nextval('forecast_statement_seq'), :person, :team, :start, :months, :committed, :best, :note,
                            :by, :now, :won, :withCommit, :withBest)""")
                .param("person", person)
                .param("team", team)
                .param("start", period.first())
                .param("months", period.months())
                .param("committed", said.committed())
                .param("best", said.bestCase())
                .param("note", said.note())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("won", open.won())
                .param("withCommit", open.withCommit())
                .param("withBest", open.withBest())
                .update();
    }
}
