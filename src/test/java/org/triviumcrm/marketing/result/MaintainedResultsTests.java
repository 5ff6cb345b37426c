package org.triviumcrm.marketing.result;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What is reported by month is kept by triggers; here it is held against the days. */
@CommittingTest
class MaintainedResultsTests {

    private static final String FULL = """
            select campaign_id, date_trunc('month', on_date)::date, count(*), sum(impressions), sum(clicks), sum(leads), sum(orders),
                   sum(base_revenue)
            from campaign_result group by 1, 2""";

    private static final String KEPT =
            "select campaign_id, month, days, impressions, clicks, leads, orders, base_revenue from campaign_result_month";

    private static final String DIFFERENT =
            "select count(*) from ((" + KEPT + " except " + FULL + ") union all (" + FULL + " except " + KEPT + ")) d";

    /** What a statement does with many lines at once. */
    enum Deed {
        ADD,
        CHANGE,
        MOVE_TO_OTHER_MONTH,
        MOVE_TO_OTHER_CAMPAIGN,
        DELETE,
        TOUCH
    }

    /**
     * A statement.
     *
     * @param day counted from the first of 2026
     * @param of one of so many days is concerned
     */
    record Step(Deed deed, int number, int day, int campaign, int of) {}

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
    }

    @AfterProperty
    void away() throws Exception {
        spring.afterTestMethod(this, getClass().getDeclaredMethod("away"), null);
    }

    @Property(tries = 40, seed = "20261128", edgeCases = EdgeCasesMode.NONE)
    void equalsTheDaysAfterEachStatement(@ForAll("steps") List<Step> steps) {
        transactions.executeWithoutResult(transaction -> {
            for (Step step : steps) {
                take(step);
                assertThat(count(DIFFERENT)).as("after %s", step).isZero();
            }
            transaction.setRollbackOnly();
        });
    }

    private void take(Step step) {
        String some = " where id % " + step.of() + " = 0";
        switch (step.deed()) {
            case ADD -> set(step, """
                        insert into campaign_result (id, campaign_id, name, on_date, impressions, clicks, leads, orders, revenue, currency, base_revenue, created_at, updated_at)
                        select nextval('campaign_result_seq'), c, 'A campaign', :day::date + 15 * n, 7 * :number, :number, 3, 1, 1, 'USD', 1.25 * :number, now(), now()
                        from generate_series(0, 4) n, unnest(array[:campaigns]::bigint[]) c where c <> :campaign
                        on conflict do nothing""");
            case CHANGE ->
                set(
                        step,
                        "update campaign_result set clicks = :number, leads = leads + 1, base_revenue = :number / 3.0"
                                + some);
            case MOVE_TO_OTHER_MONTH ->
                set(step, "update campaign_result set on_date = date '1990-01-01' - id::int" + some);
            case MOVE_TO_OTHER_CAMPAIGN ->
                set(
                        step,
                        "update campaign_result r set campaign_id = :campaign, on_date = date '2030-01-01' + id::int"
                                + some);
            case DELETE -> set(step, "delete from campaign_result" + some);
            case TOUCH -> set(step, "update campaign_result set version = version + 1" + some);
        }
    }

    private void set(Step step, String sql) {
        database.sql(sql)
                .param("day", LocalDate.of(2026, 1, 1).plusDays(step.day()))
                .param("campaign", campaigns.get(step.campaign()))
                .param("campaigns", campaigns)
                .param("number", step.number())
                .update();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.values()),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }
}
