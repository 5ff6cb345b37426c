package org.triviumcrm.marketing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What campaigns cost by month and category, and altogether, is kept by triggers; here it is held against the lines. */
@CommittingTest
class MaintainedSpendTests {

    private static final String DIFFERENT = """
            select count(*) from (
                (select campaign_id, month, category_id, base_amount, lines from campaign_spend
                 except select campaign_id, date_trunc('month', on_date)::date, category_id, sum(base_amount), count(*)
                        from campaign_cost group by 1, 2, 3)
                union all
                (select campaign_id, date_trunc('month', on_date)::date, category_id, sum(base_amount), count(*)
                 from campaign_cost group by 1, 2, 3
                 except select campaign_id, month, category_id, base_amount, lines from campaign_spend)) d""";

    private static final String TOTALS_DIFFERENT = """
            select count(*) from campaign c
            where c.base_cost <> (select coalesce(sum(k.base_amount), 0) from campaign_cost k where k.campaign_id = c.id)""";

    /** What a statement does with many lines at once. */
    enum Deed {
        ADD,
        CHANGE_AMOUNT,
        MOVE_TO_OTHER_DAY,
        MOVE_TO_OTHER_CATEGORY,
        MOVE_TO_OTHER_CAMPAIGN,
        DELETE,
        TOUCH
    }

    /**
     * A statement.
     *
     * @param cents of the amount; negative for what comes back
     * @param day counted from the first of 2026
     * @param of one of so many lines is concerned
     */
    record Step(Deed deed, int cents, int day, int category, int campaign, int of) {}

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private final TestContextManager spring = new TestContextManager(getClass());
    private List<Long> campaigns = List.of();
    private List<Long> categories = List.of();

    @BeforeProperty
    void company() throws Exception {
        spring.prepareTestInstance(this);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        campaigns = database.sql("""
                        insert into campaign (id, name, method_id, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), 'Campaign ' || n, (select min(id) from marketing_term where kind = 'METHOD'),
                               date '2026-01-01', date '2026-03-31', 'USD', 'PLANNED', now(), :owner, now(), now()
                        from generate_series(1, 3) n returning id""")
                .param("owner", administrator.personId())
                .query(Long.class)
                .list();
        categories = database.sql("select id from marketing_term where kind = 'COST_CATEGORY' order by id limit 3")
                .query(Long.class)
                .list();
    }

    @AfterProperty
    void away() throws Exception {
        spring.afterTestMethod(this, getClass().getDeclaredMethod("away"), null);
    }

    @Property(tries = 40, seed = "20261128", edgeCases = EdgeCasesMode.NONE)
    void equalsTheLinesAfterEachStatement(@ForAll("steps") List<Step> steps) {
        transactions.executeWithoutResult(transaction -> {
            for (Step step : steps) {
                take(step);
                assertThat(count(DIFFERENT)).as("after %s", step).isZero();
                assertThat(count(TOTALS_DIFFERENT)).as("after %s", step).isZero();
            }
            transaction.setRollbackOnly();
        });
    }

    private void take(Step step) {
        String some = " where id % " + step.of() + " = 0";
        switch (step.deed()) {
            case ADD -> set(step, """
                        insert into campaign_cost (id, campaign_id, name, on_date, category_id, amount, currency, base_amount, created_at, updated_at)
                        select nextval('campaign_cost_seq'), c, 'A campaign', :day::date + 20 * n, :category, :amount, 'USD', :amount, now(), now()
                        from generate_series(0, 2) n, unnest(array[:campaigns]::bigint[]) c where c <> :campaign""");
            case CHANGE_AMOUNT -> set(step, "update campaign_cost set base_amount = base_amount + :amount" + some);
            case MOVE_TO_OTHER_DAY -> set(step, "update campaign_cost set on_date = :day::date" + some);
            case MOVE_TO_OTHER_CATEGORY -> set(step, "update campaign_cost set category_id = :category" + some);
            case MOVE_TO_OTHER_CAMPAIGN -> set(step, "update campaign_cost set campaign_id = :campaign" + some);
            case DELETE -> set(step, "delete from campaign_cost" + some);
            case TOUCH -> set(step, "update campaign_cost set version = version + 1" + some);
        }
    }

    private void set(Step step, String sql) {
        database.sql(sql)
                .param("day", LocalDate.of(2026, 1, 1).plusDays(step.day()))
                .param("category", categories.get(step.category()))
                .param("campaign", campaigns.get(step.campaign()))
                .param("campaigns", campaigns)
                .param("amount", BigDecimal.valueOf(step.cents(), 2))
                .update();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.values()),
                        Arbitraries.integers().between(-500_00, 500_00).filter(cents -> cents != 0),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }
}
