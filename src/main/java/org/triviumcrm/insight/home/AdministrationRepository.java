package org.triviumcrm.insight.home;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a company is set up, and what is wrong in it: a few rows by index. */
@Repository
class AdministrationRepository {

    private static final int SHOWN = 5;

    record Done(boolean people, boolean teams, boolean pipeline, boolean products, boolean records) {}

    private final JdbcClient jdbc;

    AdministrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pipeline is set up when somebody has changed one, or opportunities go through it. */
    Done done() {
        return jdbc.sql("""
                        select (select count(*) from (select 1 from person where active limit 2) p) > 1 as people,
                               exists (select 1 from team) as teams,
                               exists (select 1 from opportunity)
                                   or exists (select 1 from stage_aud a join revision r on r.id = a.rev
                                               where r.person_id is not null)
                                   or exists (select 1 from pipeline_aud a join revision r on r.id = a.rev
                                               where r.person_id is not null) as pipeline,
                               exists (select 1 from product) as products,
                               exists (select 1 from customer) as records""").query(Done.class).single();
    }

    /**
     * Imports that failed or wait for an answer, the newest first; not those whose file has come in since.
     *
     * @param personId whose, null for everybody's
     */
    List<Waiting.Import> imports(@Nullable Long personId, Instant since) {
        return jdbc.sql("""
                        select i.id, i.file_name, i.state, p.name as person, i.created_at
                        from data_import i join person p on p.id = i.person_id
                        where i.state in ('FAILED', 'QUESTIONS', 'READY') and i.created_at > :since
                          and (:person::bigint is null or i.person_id = :person)
                          and not exists (select 1 from data_import d where d.id > i.id and d.person_id = i.person_id
                                           and d.state = 'DONE' and d.file_name = i.file_name)
                        order by i.id desc limit :shown""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("person", personId, java.sql.Types.BIGINT)
                .param("shown", SHOWN)
                .query(Waiting.Import.class)
                .list();
    }

    List<Waiting.ClosedAccount> closedAccounts(Instant now) {
        return jdbc.sql("""
                        select p.id, p.name, max(g.closed_until) as until
                        from sign_in_guard g
                        join person p on p.active
                            and (p.sign_in_name = substr(g.subject, 6) or lower(p.email) = substr(g.subject, 6))
                        where g.closed_until > :now and g.subject like 'name:%'
                        group by p.id order by until desc, p.id limit :shown""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shown", SHOWN)
                .query(Waiting.ClosedAccount.class)
                .list();
    }

    long neverSignedIn() {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from person p where p.active and not exists (
                                select 1 from sign_in s where s.person_id = p.id and s.outcome = 'SIGNED_IN')
                            limit :counted) n""").param("counted", Waiting.CAP + 1).query(Long.class).single();
    }
}
