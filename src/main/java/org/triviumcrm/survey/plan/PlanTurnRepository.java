package org.triviumcrm.survey.plan;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is. */
@Repository
class PlanTurnRepository {

    /** Whom a plan is about: people with an address who did not ask to be left alone, at customers of its levels. */
    private static final String CONCERNED = """
            from contact k join customer c on c.id = k.customer_id
            where k.email like '%@%' and not k.no_email and not c.no_email
              and (:levels::text is null or c.level = any(string_to_array(:levels, E'\\n')))""";

    private final JdbcClient database;

    PlanTurnRepository(JdbcClient database) {
        this.database = database;
    }

    /** A plan that is due. */
    record Due(long id, long surveyId, @Nullable String levels, int everyMonths, int weeklyShare) {}

    /** Somebody who is to be asked. */
    record Turn(long contactId, String name, String email, long customerId) {}

    List<Long> due(Instant now) {
        return database.sql("select id from survey_plan where active and next_at <= :now order by next_at")
                .param("now", utc(now))
                .query(Long.class)
                .list();
    }

    /** Empty when another node has it, or has done it. What it reads takes a minute at most. */
    Optional<Due> hold(long id, Instant now) {
        database.sql("set local statement_timeout = '60s'").update();
        return database.sql("""
                        select id, survey_id, levels, every_months, weekly_share from survey_plan
                        where id = :id and active and next_at <= :now for update skip locked""")
                .param("id", id)
                .param("now", utc(now))
                .query(Due.class)
                .optional();
    }

    void next(long id, Instant at) {
        database.sql("update survey_plan set next_at = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    long concerned(Due plan) {
        return database.sql("select count(distinct lower(k.email)) " + CONCERNED)
                .param("levels", plan.levels(), Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    long asked(long planId, Instant since) {
        return database.sql("select count(*) from survey_invitation where plan_id = :plan and created_at > :since")
                .param("plan", planId)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    /** Those who were not asked how likely they are to recommend us since then, each address once. */
    List<Turn> turns(Due plan, Instant since, long limit) {
        return database.sql("""
                        select * from (select distinct on (lower(k.email)) k.id as contact_id, k.name, k.email, k.customer_id %s
                          and not exists (select 1 from survey_invitation i join survey s on s.id = i.survey_id
                                          where (i.contact_id = k.id or lower(i.address) = lower(k.email)) and i.created_at > :since
                                            and i.failed_at is null and (s.purpose = 'NPS' or s.id = :survey))
                        order by lower(k.email), k.id) t order by t.contact_id limit :limit""".formatted(CONCERNED))
                .param("levels", plan.levels(), Types.VARCHAR)
                .param("since", utc(since))
                .param("survey", plan.surveyId())
                .param("limit", limit)
                .query(Turn.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
