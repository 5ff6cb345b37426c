package org.triviumcrm.sales.pool;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;

/** A company with a team of three, its manager who keeps a pool, and somebody of another team. */
final class PoolSample {

    private final JdbcClient database;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final PoolService pools;
    private final Runnable flush;

    Viewer administrator;
    Viewer keeper;
    Viewer ann;
    Viewer bob;
    Viewer stranger;
    long team;

    @SuppressWarnings("NullAway")
    PoolSample(
            JdbcClient database,
            Accounts accounts,
            ApplicationEventPublisher events,
            PoolService pools,
            Runnable flush) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.pools = pools;
        this.flush = flush;
    }

    void found(String zone) {
        administrator = accounts.administrator();
        database.sql("""
                        insert into company (name, currency, locale, time_zone, created_at, updated_at)
                        values ('Acme', 'USD', 'en', :zone, now(), now())""").param("zone", zone).update();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        team = accounts.team("West", null);
        keeper = accounts.manager(team);
        ann = accounts.representative(accounts.team("Inner West", team));
        bob = accounts.representative(team);
        stranger = accounts.representative(accounts.team("East", null));
    }

    /** One of the team, kept by its manager, with a rule of 30 days without a contact. */
    SavePool rules() {
        return new SavePool(
                "West pool",
                team,
                keeper.personId(),
                1,
                true,
                30,
                null,
                null,
                false,
                List.of(),
                List.of(),
                null,
                null,
                true,
                3,
                null,
                null,
                0,
                null);
    }

    /** The same with what differs. */
    static SavePool with(
            SavePool one,
            @Nullable Integer contact,
            @Nullable Integer progress,
            @Nullable Integer overdue,
            boolean left,
            int notice) {
        return new SavePool(
                one.name(),
                one.teamId(),
                one.keeperId(),
                one.position(),
                true,
                contact,
                progress,
                overdue,
                left,
                one.pipelineIds(),
                one.stageIds(),
                one.leastAmount(),
                one.mostAmount(),
                one.sparesPlanned(),
                notice,
                one.mostHeld(),
                one.mostClaims(),
                one.restDays(),
                one.version());
    }

    static SavePool limited(SavePool one, @Nullable Integer held, @Nullable Integer claims, int rest) {
        return new SavePool(
                one.name(),
                one.teamId(),
                one.keeperId(),
                one.position(),
                true,
                one.noContactDays(),
                one.noProgressDays(),
                one.overdueDays(),
                one.ownerLeft(),
                one.pipelineIds(),
                one.stageIds(),
                one.leastAmount(),
                one.mostAmount(),
                one.sparesPlanned(),
                one.noticeDays(),
                held,
                claims,
                rest,
                one.version());
    }

    static SavePool from(
            SavePool one, List<Long> pipelines, List<Long> stages, @Nullable Integer least, @Nullable Integer most) {
        return new SavePool(
                one.name(),
                one.teamId(),
                one.keeperId(),
                one.position(),
                true,
                one.noContactDays(),
                one.noProgressDays(),
                one.overdueDays(),
                one.ownerLeft(),
                pipelines,
                stages,
                least == null ? null : BigDecimal.valueOf(least),
                most == null ? null : BigDecimal.valueOf(most),
                one.sparesPlanned(),
                0,
                one.mostHeld(),
                one.mostClaims(),
                one.restDays(),
                one.version());
    }

    /** Its id. */
    long pool(SavePool rules) {
        pools.create(administrator, rules);
        flush.run();
        return database.sql("select max(id) from opportunity_pool")
                .query(Long.class)
                .single();
    }

    /** One of somebody's that nothing has happened with since then. */
    long deal(String name, Viewer owner, Instant since) {
        return database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, base_amount, currency, probability,
                            opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at, expected_close_date)
                        select nextval('opportunity_seq'), :name, s.pipeline_id, s.id, 'OPEN', 7531, 7531, 'USD', 10,
                            :day, :since, :owner, :team, :since, :since, :day + 60
                        from stage s where s.kind = 'OPEN' order by s.position limit 1 returning id""")
                .param("name", name)
                .param("day", LocalDate.ofInstant(since, ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("owner", owner.personId())
                .param("team", owner.teamId(), java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }

    long deal(String name, Viewer owner, int daysAgo) {
        return deal(name, owner, Clock.systemUTC().instant().minusSeconds(86_400L * daysAgo));
    }

    /** One that lies in a pool, with its keeper. */
    long pooled(String name, long pool) {
        long id = deal(name, keeper, 100);
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        database.sql(
                        "update opportunity set state = 'POOLED', pool_id = :pool, state_entered_at = now() where id = :id")
                .param("pool", pool)
                .param("id", id)
                .update();
        return id;
    }

    /** The case that an opportunity waits for. */
    long waits(long deal) {
        String flow =
                "insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)"
                        + " values (nextval('approval_flow_seq'), 'Flow', 'opportunity', 'WIN', 1, now(), now()) returning id";
        long version = database.sql(
                        "insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id,"
                                + " activated_at, retired_at, created_at, updated_at) values (nextval('approval_flow_version_seq'),"
                                + " ?, 1, 'RETIRED', '{}', 'none', now(), now(), now(), now()) returning id")
                .param(database.sql(flow).query(Long.class).single())
                .query(Long.class)
                .single();
        long waiting = database.sql(
                        "insert into approval_case (flow_version_id, subject_type, subject_id, trigger_key, title, url, submitter_id,"
                                + " state, facts, snapshot, action_kind, action, fingerprint, submitted_at) values (?, 'opportunity', ?,"
                                + " 'WIN', 'Deal', '/', ?, 'RUNNING', '{}', '{}', 'win', '{}', '', now()) returning id")
                .params(List.of(version, deal, ann.personId()))
                .query(Long.class)
                .single();
        run("update opportunity set approval_case_id = ? where id = ?", waiting, deal);
        return waiting;
    }

    String read(String sql, Object... values) {
        return String.valueOf(database.sql(sql)
                .params(List.of(values))
                .query(String.class)
                .optional()
                .orElse("nothing"));
    }

    long count(String sql, Object... values) {
        return database.sql(sql).params(List.of(values)).query(Long.class).single();
    }

    void run(String sql, Object... values) {
        database.sql(sql).params(List.of(values)).update();
    }
}
