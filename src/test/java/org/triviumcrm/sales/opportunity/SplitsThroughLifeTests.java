package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.split.SaveSplit;
import org.triviumcrm.sales.split.SplitLine;
import org.triviumcrm.sales.split.SplitService;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/**
 * Shares always total 100 %; winning fixes them; leaving, transfer and reopening keep what was. Whatever people do, one after
 * another or at once.
 */
@CommittingTest
class SplitsThroughLifeTests {

    private static final int ROUNDS = 5;
    private static final List<String> CAUSES = List.of("SET", "OWNER", "REOPENED");

    /** Opportunities whose shares of now are not whole, not of one kind, or not as fixed as the opportunity is won. */
    private static final String WRONG = """
            select o.id, o.state from opportunity o
            join opportunity_split s on s.opportunity_id = o.id and s.ended_at is null
            group by o.id
            having sum(s.percent) <> 100 or sum(s.base_amount) <> o.base_amount or sum(s.amount) is distinct from o.amount
                or count(distinct s.number) > 1 or count(s.fixed_at) <> case o.state when 'WON' then count(*) else 0 end""";

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityMoveService moves;

    @Autowired
    OpportunityLifeService life;

    @Autowired
    OpportunityArchiveService archive;

    @Autowired
    SplitService splits;

    @Autowired
    TransactionTemplate transaction;

    private Viewer administrator;
    private List<Long> people;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', 1.0837)")
                .update();
        people = List.of(
                accounts.representative(accounts.team("West", null)).personId(),
                accounts.representative(accounts.team("East", null)).personId(),
                accounts.representative(null).personId());
    }

    @Test
    void winningFixesThemAndReopeningTakesThemOver() {
        long id = deal(people.get(0));
        split(id, 60, 40, 0);
        win(id);
        assertThat(now(id)).isEqualTo("SET 60.00/40.00 fixed");
        assertThat(refused(() -> split(id, 50, 50, 0))).isEqualTo("sales.split.error.decided");

        moves.reopen(administrator, id, new MoveOpportunity(openStage()));
        assertThat(now(id)).isEqualTo("REOPENED 60.00/40.00");
        assertThat(ended(id)).as("what was fixed stays on record").isEqualTo(1);
        split(id, 20, 80, 0);
        win(id);
        assertThat(now(id)).isEqualTo("SET 20.00/80.00 fixed");
        whole();
    }

    @Test
    void theShareOfAnOwnerGoesAlongWhileNothingIsDecided() {
        long id = deal(people.get(0));
        split(id, 60, 30, 10);
        opportunities.transfer(administrator, id, new TransferOpportunity(people.get(2)));
        assertThat(now(id)).as("joined with what the new owner has").isEqualTo("OWNER 30.00/70.00");
        whole();
    }

    @Test
    void whatWasWonStaysWithWhoWonItWhoeverOwnsItLater() {
        long split = deal(people.get(0));
        split(split, 60, 40, 0);
        win(split);
        long alone = deal(people.get(0));
        win(alone);
        for (long id : List.of(split, alone)) {
            opportunities.transfer(administrator, id, new TransferOpportunity(people.get(2)));
        }
        assertThat(now(split)).isEqualTo("SET 60.00/40.00 fixed");
        assertThat(now(alone)).isEqualTo("EARNED 100.00 fixed");
        assertThat(database.sql("select person_id from opportunity_split where opportunity_id = ?")
                        .param(alone)
                        .query(Long.class)
                        .single())
                .isEqualTo(people.get(0));

        moves.reopen(administrator, alone, new MoveOpportunity(openStage()));
        assertThat(now(alone)).as("it is the new owner's to win").isEmpty();
        whole();
    }

    @Test
    void whoLeavesKeepsTheShare() {
        long id = deal(people.get(0));
        split(id, 60, 40, 0);
        database.sql("update person set active = false where id = ?")
                .param(people.get(1))
                .update();
        split(id, 70, 30, 0);
        assertThat(now(id)).isEqualTo("SET 70.00/30.00");
    }

    /** Which steps meet is chance: rounds go on until shares have come about in each way, and after each all are whole. */
    @Test
    void areWholeAfterAnyStepsOfManyPeopleAtOnce() throws Exception {
        RandomSales sales =
                new RandomSales(database, opportunities, moves, life, archive, administrator, people, productIds());
        List<Integer> split = new ArrayList<>();
        for (int round = 0; round < ROUNDS && !causes().containsAll(CAUSES); round++) {
            workAtOnce(sales, split, round);
            whole();
        }
        assertThat(split).hasSizeGreaterThan(20);
        assertThat(causes()).containsAll(CAUSES);
    }

    private List<String> causes() {
        return database.sql("select distinct cause from opportunity_split")
                .query(String.class)
                .list();
    }

    private void workAtOnce(RandomSales sales, List<Integer> split, int round) throws Exception {
        ExecutorService shifts = Executors.newFixedThreadPool(4);
        List<Future<?>> work = new ArrayList<>();
        for (int person = 0; person < 4; person++) {
            Random random = new Random(10 * round + person);
            work.add(shifts.submit(() -> {
                for (int step = 0; step < 120; step++) {
                    sales.step(random);
                    if (splitAny(random)) {
                        synchronized (split) {
                            split.add(step);
                        }
                    }
                }
            }));
        }
        shifts.shutdown();
        for (Future<?> one : work) {
            one.get();
        }
    }

    /** Two who write past the application, each seeing none yet: 100 % each, and together 200 %. */
    @Test
    void twoAtTheSameInstantDoNotMakeTwoHundred() throws Exception {
        long id = deal(people.get(0));
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> results = new ArrayList<>();
        for (long person : people.subList(0, 2)) {
            Callable<Boolean> insert = () -> {
                try {
                    transaction.executeWithoutResult(status -> {
                        database.sql("""
                                        insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
                                        values (nextval('opportunity_split_seq'), :id, 1, :person, 100, now(), 'SET')""")
                                .param("id", id)
                                .param("person", person)
                                .update();
                        database.sql("select opportunity_split_value(?)")
                                .param(id)
                                .query(Object.class)
                                .optional();
                        await(both);
                    });
                    return true;
                } catch (DataAccessException e) {
                    return false;
                }
            };
            results.add(two.submit(insert));
        }
        two.shutdown();
        assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        whole();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean splitAny(Random random) {
        List<Long> all = database.sql("select id from opportunity where state in ('OPEN', 'SUSPENDED') order by id")
                .query(Long.class)
                .list();
        if (all.isEmpty()) {
            return false;
        }
        int first = 1 + random.nextInt(98);
        int second = random.nextInt(99 - first);
        long id = all.get(random.nextInt(all.size()));
        try {
            split(id, first, second, 100 - first - second);
            if (random.nextInt(3) == 0) {
                win(id);
                moves.reopen(administrator, id, new MoveOpportunity(openStage()));
            }
            return true;
        } catch (RuntimeException tooLate) {
            return false;
        }
    }

    private void split(long id, int... percents) {
        SaveSplit form = new SaveSplit();
        form.setVersion(
                splits.of(administrator, opportunities.page(administrator, id)).version());
        for (int i = 0; i < percents.length; i++) {
            if (percents[i] > 0) {
                SplitLine line = new SplitLine();
                line.setPersonId(people.get(i));
                line.setPercent(BigDecimal.valueOf(percents[i]));
                form.getLines().add(line);
            }
        }
        splits.split(administrator, id, form);
    }

    private static @Nullable String refused(Runnable step) {
        try {
            step.run();
            return null;
        } catch (Refusal e) {
            return e.key();
        }
    }

    private void whole() {
        assertThat(database.sql(WRONG).query().listOfRows()).isEmpty();
    }

    private String now(long id) {
        return String.join("", database.sql("""
                        select cause || ' ' || string_agg(percent::text, '/' order by person_id)
                               || case when count(fixed_at) > 0 then ' fixed' else '' end
                        from opportunity_split where opportunity_id = ? and ended_at is null group by cause""").param(id).query(String.class).list());
    }

    private long ended(long id) {
        return database.sql("select count(distinct number) from opportunity_split where opportunity_id = ?"
                        + " and ended_at is not null and fixed_at is not null")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void win(long id) {
        moves.win(administrator, id, new WinOpportunity(new BigDecimal("100.01"), LocalDate.of(2026, 1, 15), null));
    }

    private long openStage() {
        return database.sql("select min(id) from stage where kind = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private List<Long> productIds() {
        database.sql("insert into product (id, name, created_at, updated_at) values (1, 'Kiln', now(), now())")
                .update();
        return List.of(1L);
    }

    private long deal(long owner) {
        return opportunities.create(
                administrator,
                new CreateOpportunity(
                        "Deal",
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("100"),
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        openStage(),
                        owner,
                        Map.of()));
    }
}
