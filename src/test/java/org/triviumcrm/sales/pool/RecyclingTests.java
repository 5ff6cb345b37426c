package org.triviumcrm.sales.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What goes into a pool by itself, when, and who is told; however often the job runs. */
@CommittingTest
class RecyclingTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String STATE = "select state from opportunity where id = ?";
    private static final String ANNOUNCED = "select count(*) from pool_notice where opportunity_id = ?";

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PoolJob job;

    @Autowired
    PoolService pools;

    @Autowired
    KeptPools kept;

    @Autowired
    TransactionTemplate transactions;

    private PoolSample sample;

    @BeforeEach
    void company() {
        sample = new PoolSample(database, accounts, events, pools, () -> {});
        sample.found(ZONE.getId());
    }

    @Test
    void announcesTellsOnceAndTakes() {
        long pool = sample.pool(sample.rules());
        long deal = sample.deal("Old deal", sample.ann, 40);
        long fresh = sample.deal("Fresh deal", sample.ann, 20);
        LocalDate today = LocalDate.now(ZONE);
        job.run();
        job.run();
        assertThat(sample.read(STATE, deal)).isEqualTo("OPEN");
        assertThat(sample.read("select goes_on::text from pool_notice where opportunity_id = ?", deal))
                .isEqualTo(today.plusDays(3).toString());
        assertThat(sample.count(ANNOUNCED, fresh)).isZero();
        assertThat(notices("sales.pool.notice.soon")).isEqualTo(1);
        assertThat(sample.read("select link from notice where message = 'sales.pool.notice.soon'"))
                .isEqualTo("/sales/opportunities/" + deal);

        sample.run("update pool_notice set goes_on = current_date - 1");
        job.run();
        job.run();
        assertThat(sample.read("select state || ' ' || owner_id || ' ' || pool_id from opportunity where id = ?", deal))
                .isEqualTo("POOLED " + sample.keeper.personId() + " " + pool);
        assertThat(
                        sample.read(
                                "select string_agg(cause || ' ' || from_person_id || ' ' || to_person_id || ' ' || coalesce(by_person_id, 0), ', ') from pool_move"))
                .isEqualTo("NO_CONTACT " + sample.ann.personId() + " " + sample.keeper.personId() + " 0");
        assertThat(sample.count(
                        "select count(*) from state_change s join pool_move m on m.at = s.at where s.opportunity_id = ? and s.to_state = 'POOLED'",
                        deal))
                .isEqualTo(1);
        assertThat(sample.read("select cause from ownership_change where opportunity_id = ?", deal))
                .isEqualTo("sales.pool.history.pooled");
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
        assertThat(notices("sales.pool.notice.gone")).isEqualTo(1);
        assertThat(sample.read(STATE, fresh)).isEqualTo("OPEN");
    }

    @Test
    void severalOfAnOwnerAreOneNotice() {
        sample.pool(sample.rules());
        sample.deal("One", sample.ann, 40);
        sample.deal("Two", sample.ann, 41);
        sample.deal("Three", sample.bob, 41);
        job.run();
        assertThat(notices("sales.pool.notice.soon")).isEqualTo(2);
        assertThat(sample.read(
                        "select link from notice where message = 'sales.pool.notice.soon' and person_id = ?",
                        sample.ann.personId()))
                .isEqualTo(Recycler.LIST);
    }

    @Test
    void whatSomebodyTakesCareOfStays() {
        sample.pool(sample.rules());
        long contacted = sample.deal("Contacted", sample.ann, 40);
        long given = sample.deal("Given", sample.ann, 40);
        long planned = sample.deal("Planned", sample.ann, 40);
        job.run();
        assertThat(sample.count("select count(*) from pool_notice")).isEqualTo(3);
        sample.run("update opportunity set last_activity_at = now() where id = ?", contacted);
        sample.run(
                "update opportunity set owner_id = ?, updated_at = now() where id = ?", sample.bob.personId(), given);
        plan(planned, "TASK", "now() + interval '1 day'");
        sample.run("update pool_notice set goes_on = current_date - 1");
        job.run();
        for (long id : List.of(contacted, given, planned)) {
            assertThat(sample.read(STATE, id)).isEqualTo("OPEN");
        }
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
    }

    @Test
    void whatIsDoneOrPastIsNothingPlanned() {
        sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        long done = sample.deal("Done", sample.ann, 40);
        long past = sample.deal("Past", sample.ann, 40);
        plan(done, "TASK", "now() + interval '1 day'");
        sample.run("update activity set done_at = now() where about_id = ?", done);
        plan(past, "MEETING", "now() - interval '1 day'");
        job.run();
        assertThat(sample.read(STATE, done)).isEqualTo("POOLED");
        assertThat(sample.read(STATE, past)).isEqualTo("POOLED");
        assertThat(sample.count("select count(*) from notice where message = 'sales.pool.notice.soon'"))
                .isZero();
    }

    @Test
    void eachRuleTakesWhatItNames() {
        sample.pool(PoolSample.with(sample.rules(), null, 30, 5, true, 0));
        long stuck = sample.deal("Stuck", sample.ann, 40);
        long late = sample.deal("Late", sample.ann, 20);
        long left = sample.deal("Left", sample.bob, 2);
        long moving = sample.deal("Moving", sample.ann, 20);
        sample.run("update opportunity set last_activity_at = now() where id = ?", stuck);
        sample.run("update opportunity set expected_close_date = current_date - 6 where id = ?", late);
        sample.run("update opportunity set expected_close_date = current_date - 3 where id = ?", moving);
        sample.run("update person set active = false where id = ?", sample.bob.personId());
        job.run();
        assertThat(sample.read("select cause from pool_move where opportunity_id = ?", stuck))
                .isEqualTo("NO_PROGRESS");
        assertThat(sample.read("select cause from pool_move where opportunity_id = ?", late))
                .isEqualTo("OVERDUE");
        assertThat(sample.read("select cause from pool_move where opportunity_id = ?", left))
                .isEqualTo("OWNER_LEFT");
        assertThat(sample.read(STATE, moving)).isEqualTo("OPEN");
    }

    @Test
    void whoLeftIsNotWaitedFor() {
        sample.pool(PoolSample.with(sample.rules(), null, null, null, true, 9));
        long left = sample.deal("Left", sample.bob, 2);
        sample.run("update person set active = false where id = ?", sample.bob.personId());
        job.run();
        assertThat(sample.read(STATE, left)).isEqualTo("POOLED");
    }

    @Test
    void takesOnlyFromWhereItIsMeantTo() {
        long stage = sample.count("select max(id) from stage where kind = 'OPEN'");
        long pipeline = sample.count("select max(id) from pipeline");
        sample.pool(PoolSample.from(sample.rules(), List.of(pipeline), List.of(stage), 1000, 9000));
        long fits = sample.deal("Fits", sample.ann, 40);
        long elsewhere = sample.deal("Elsewhere", sample.ann, 40);
        long small = sample.deal("Small", sample.ann, 40);
        long great = sample.deal("Great", sample.ann, 40);
        long others = sample.deal("Others", sample.stranger, 40);
        long aside = sample.deal("Aside", sample.ann, 40);
        guarded("update opportunity set stage_id = ? where id <> ?", stage, elsewhere);
        sample.run("update opportunity set base_amount = 999 where id = ?", small);
        sample.run("update opportunity set base_amount = 9001 where id = ?", great);
        guarded(
                "update opportunity set state = 'SUSPENDED', suspended_until = current_date + 9, suspend_reason = 'x' where id = ?",
                aside);
        job.run();
        assertThat(sample.read(STATE, fits)).isEqualTo("POOLED");
        for (long id : List.of(elsewhere, small, great, others)) {
            assertThat(sample.read(STATE, id)).isEqualTo("OPEN");
        }
        assertThat(sample.read(STATE, aside)).isEqualTo("SUSPENDED");
    }

    /** The pool does not open to all stages when the one that was chosen is gone. */
    @Test
    void aStageThatIsGoneIsNotEachOfThem() {
        long stage = sample.count("select max(id) from stage where kind = 'OPEN'");
        sample.pool(PoolSample.from(sample.rules(), List.of(), List.of(stage), null, null));
        long deal = sample.deal("Elsewhere", sample.ann, 40);
        sample.run("delete from opportunity_pool_stage");
        job.run();
        assertThat(sample.read(STATE, deal)).isEqualTo("OPEN");
    }

    @Test
    void whatWaitsForAnApprovalStays() {
        long pool = sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        long locked = sample.deal("Waits", sample.ann, 40);
        long waiting = sample.waits(locked);
        job.run();
        assertThat(sample.read(STATE, locked)).isEqualTo("OPEN");
        assertThat(sample.count(ANNOUNCED, locked)).isZero();

        transactions.executeWithoutResult(status -> {
            sample.read("select set_config('trivium.approval_case', ?, true)", "" + waiting);
            sample.run("update opportunity set approval_case_id = null where id = ?", locked);
        });
        sample.run("update approval_case set state = 'RETURNED'");
        job.run();
        assertThat(sample.read(STATE, locked)).isEqualTo("OPEN");
        sample.run("update approval_case set state = 'RECALLED', finished_at = now()");
        job.run();
        assertThat(sample.read("select state || ' ' || pool_id from opportunity where id = ?", locked))
                .isEqualTo("POOLED " + pool);
    }

    @Test
    void theCompanysDayCounts() {
        sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        Instant edge = LocalDate.now(ZONE).minusDays(29).atStartOfDay(ZONE).toInstant();
        long due = sample.deal("Due", sample.ann, edge.minusSeconds(1));
        long tomorrow = sample.deal("Tomorrow", sample.ann, edge);
        job.run();
        assertThat(sample.read(STATE, due)).isEqualTo("POOLED");
        assertThat(sample.read(STATE, tomorrow)).isEqualTo("OPEN");
    }

    @Test
    void coOwnersEndAndSharesGoWithTheOwner() {
        sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        long deal = sample.deal("Shared", sample.ann, 40);
        sample.run("""
                insert into opportunity_member (id, opportunity_id, person_id, access, added_at)
                values (nextval('opportunity_member_seq'), ?, ?, 'EDIT', now())""", deal, sample.stranger.personId());
        transactions.executeWithoutResult(
                status -> sample.run("""
                insert into opportunity_split (id, opportunity_id, number, person_id, percent, amount, base_amount, since, cause)
                select nextval('opportunity_split_seq'), ?, 1, x.person, x.percent, 7531 * x.percent * 0.01, 7531 * x.percent * 0.01,
                       now(), 'SET' from (values (?, 60), (?, 40)) x (person, percent)""", deal, sample.ann.personId(), sample.bob.personId()));
        job.run();
        assertThat(sample.read(STATE, deal)).isEqualTo("POOLED");
        assertThat(sample.count("select count(*) from opportunity_member where ended_at is null"))
                .isZero();
        assertThat(
                        sample.read(
                                "select string_agg(person_id || ':' || percent, ' ' order by percent) from opportunity_split where ended_at is null"))
                .isEqualTo(sample.bob.personId() + ":40.00 " + sample.keeper.personId() + ":60.00");
    }

    @Test
    void twoNodesTakeEachOnce() throws Exception {
        sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        for (int at = 0; at < 30; at++) {
            sample.deal("Deal " + at, sample.ann, 40);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = List.of(nodes.submit(() -> run(together)), nodes.submit(() -> run(together)));
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        job.run();
        assertThat(sample.count("select count(*) from pool_move")).isEqualTo(30);
        assertThat(sample.count("select count(distinct opportunity_id) from pool_move"))
                .isEqualTo(30);
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
    }

    @Test
    void aPoolThatRestsAnnouncesNothing() {
        long pool = sample.pool(sample.rules());
        sample.deal("Old deal", sample.ann, 40);
        job.run();
        sample.run("update opportunity_pool set active = false where id = ?", pool);
        job.run();
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
    }

    @Test
    void thePreviewSaysWhatWouldGo() {
        SavePool rules = PoolSample.with(sample.rules(), 30, null, 5, false, 3);
        sample.deal("Old", sample.ann, 40);
        sample.deal("Older", sample.ann, 50);
        long late = sample.deal("Late", sample.ann, 20);
        sample.run("update opportunity set expected_close_date = current_date - 6 where id = ?", late);
        sample.deal("Fresh", sample.ann, 1);
        assertThat(pools.preview(sample.administrator, rules))
                .extracting(
                        PoolPreview::cause,
                        PoolPreview::count,
                        line -> line.amount().intValueExact())
                .containsExactly(Tuple.tuple("NO_CONTACT", 2L, 15_062), Tuple.tuple("OVERDUE", 1L, 7_531));
        assertThat(sample.count("select count(*) from pool_notice")).isZero();
    }

    @Test
    void anotherKeeperGetsWhatIsInIt() {
        long pool = sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        long deal = sample.deal("Old deal", sample.ann, 40);
        job.run();
        SavePool saved = SavePool.of(pools.find(sample.administrator, pool));
        SavePool other = new SavePool(
                saved.name(),
                saved.teamId(),
                sample.bob.personId(),
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
                0,
                null,
                null,
                0,
                saved.version());
        pools.update(sample.administrator, pool, other);
        assertThat(sample.read("select state || ' ' || owner_id from opportunity where id = ?", deal))
                .isEqualTo("POOLED " + sample.bob.personId());
    }

    @Test
    void whoLeavesHandsOverWhatIsKept() {
        long pool = sample.pool(PoolSample.with(sample.rules(), 30, null, null, false, 0));
        long deal = sample.deal("Old deal", sample.ann, 40);
        job.run();
        assertThat(kept.held(sample.administrator, sample.keeper.personId()))
                .extracting(HeldLine::name, HeldLine::count)
                .containsExactly(Tuple.tuple("West pool", 1L));
        Map<Long, Long> given = inTransaction(
                () -> kept.handOver(sample.administrator, sample.keeper.personId(), List.of(sample.bob.personId())));
        assertThat(given).containsExactly(Map.entry(pool, sample.bob.personId()));
        assertThat(sample.read("select state || ' ' || owner_id from opportunity where id = ?", deal))
                .isEqualTo("POOLED " + sample.bob.personId());
        inTransaction(() -> {
            kept.takeBack(sample.administrator, sample.keeper.personId(), given);
            return given;
        });
        assertThat(sample.read("select state || ' ' || owner_id from opportunity where id = ?", deal))
                .isEqualTo("POOLED " + sample.keeper.personId());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Object run(CyclicBarrier together) throws Exception {
        together.await();
        job.run();
        return "";
    }

    private void plan(long deal, String kind, String at) {
        sample.run(
                "insert into activity (id, kind, about_type, about_id, subject, at, owner_id, created_at, updated_at)"
                        + " values (nextval('activity_seq'), ?, 'opportunity', ?, 'Call', " + at + ", ?, now(), now())",
                kind,
                deal,
                sample.ann.personId());
    }

    private void guarded(String sql, Object... values) {
        transactions.executeWithoutResult(status -> {
            sample.read("select set_config('trivium.passage', 'TEST', true)");
            sample.run(sql, values);
        });
    }

    private long notices(String key) {
        return sample.count("select count(*) from notice where message = ?", key);
    }
}
