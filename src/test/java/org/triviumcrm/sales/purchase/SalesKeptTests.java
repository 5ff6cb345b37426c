package org.triviumcrm.sales.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** What counts as sold is kept row by row as it is won and signed; here it is held against the papers themselves. */
@CommittingTest
class SalesKeptTests {

    private enum Step {
        OPEN,
        WIN,
        REOPEN,
        PRICE,
        SIGN,
        SIGN_ALONE,
        AMEND,
        END,
        TERMINATE,
        ANOTHER_OPPORTUNITY,
        GIVE,
        TAKE_BACK,
        DELETE
    }

    private static final String THAT_DIFFER = """
            (table sale_kept except all table sale_full) union all (table sale_full except all table sale_kept)""";

    private static final String SALES_THAT_DIFFER = """
            with sale_kept as (select opportunity_id, contract_id, deal, brought_on, base_amount, product_id, customer_id from sale),
            sale_full as (
                select o.id as opportunity_id, null::bigint as contract_id, o.id as deal, o.closed_on as brought_on, o.base_amount, o.product_id, o.customer_id
                from opportunity o where o.state = 'WON' and o.id not in (select k.opportunity_id from contract k where k.signed_on is not null and k.opportunity_id is not null)
                union all
                select null, k.id, case when k.revision = 1 then -k.id end, k.signed_on, coalesce(l.net, 0) - coalesce(b.net, 0), coalesce(l.product_id, b.product_id), k.customer_id
                from contract k
                cross join lateral (select x.product_id, sum(x.net) as net from contract_line x where x.contract_id = k.id group by x.product_id) l
                left join lateral (select x.product_id, sum(x.net) as net from contract_line x join contract e on e.id = x.contract_id
                           where e.root_id = k.root_id and e.revision = k.revision - 1 and x.product_id = l.product_id group by x.product_id) b on true
                where k.signed_on is not null and (k.revision = 1 or coalesce(l.net, 0) <> coalesce(b.net, 0)))
            """ + THAT_DIFFER;

    private static final String PURCHASES_THAT_DIFFER = """
            with sale_kept as (select customer_id, base_won, wins from customer_purchase),
            sale_full as (
                select customer_id, sum(amount) as base_won, sum(deals)::bigint as wins
                from (select o.customer_id, o.base_amount as amount, 1 as deals from opportunity o
                      where o.state = 'WON' and not exists (select from contract k where k.opportunity_id = o.id and k.signed_on is not null)
                      union all
                      select k.customer_id, k.base_gain, case when k.revision = 1 then 1 else 0 end from contract k where k.signed_on is not null) d
                where customer_id is not null group by customer_id)
            """ + THAT_DIFFER;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    TransactionTemplate transactions;

    private final List<Long> products = new ArrayList<>();
    private final List<Long> customers = new ArrayList<>();
    private final Map<Step, Integer> done = new EnumMap<>(Step.class);

    @BeforeEach
    void productsAndBuyers() {
        company.found();
        company.endCase();
        for (String name : List.of("Pill", "Drops", "Cream")) {
            products.add(database.sql("""
                            insert into product (id, name, active, created_at, updated_at)
                            values (nextval('product_seq'), ?, true, now(), now()) returning id""").param(name).query(Long.class).single());
            customers.add(database.sql(
                            "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), ?, now(), now()) returning id")
                    .param("Buyer of " + name)
                    .query(Long.class)
                    .single());
        }
        database.sql("delete from sale").update();
        database.sql("delete from customer_purchase").update();
        database.sql("select sale_reckon(array(select id from opportunity), array(select id from contract))")
                .query()
                .listOfRows();
        database.sql("select customer_purchase_reckon(array(select id from customer))")
                .query()
                .listOfRows();
        assertAllIsKept();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2030})
    void equalThePapersAfterEachOfManySteps(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            step(random);
            if (i % 10 == 0) {
                assertAllIsKept();
            }
        }
        assertAllIsKept();
        assertThat(done).as("every kind of step was taken").containsOnlyKeys(Step.values());
    }

    @Test
    void equalThePapersAfterManyPeopleWonAndSignedAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Future<?>> shifts = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            Random random = new Random(person);
            shifts.add(people.submit(() -> {
                for (int i = 0; i < 120; i++) {
                    step(random);
                }
            }));
        }
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (Future<?> shift : shifts) {
            shift.get();
        }
        assertAllIsKept();
        assertThat(done).as("every kind of step was taken").containsOnlyKeys(Step.values());
    }

    @Test
    void theComparisonFindsASaleThatCountsTwiceOrDoesNot() {
        long deal = inPassage(() -> opportunity("WON", new Random(1)));
        assertAllIsKept();
        database.sql("update sale set base_amount = base_amount + 0.01 where opportunity_id = ?")
                .param(deal)
                .update();
        assertThat(database.sql(SALES_THAT_DIFFER).query().listOfRows()).hasSize(2);
        database.sql("delete from sale where opportunity_id = ?").param(deal).update();
        database.sql("update customer_purchase set wins = wins + 1").update();
        assertThat(database.sql(SALES_THAT_DIFFER).query().listOfRows()).hasSize(1);
        assertThat(database.sql(PURCHASES_THAT_DIFFER).query().listOfRows()).isNotEmpty();
    }

    private void assertAllIsKept() {
        assertThat(database.sql(SALES_THAT_DIFFER).query().listOfRows()).isEmpty();
        assertThat(database.sql(PURCHASES_THAT_DIFFER).query().listOfRows()).isEmpty();
    }

    private void step(Random random) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        try {
            boolean taken = inPassage(() -> take(step, random));
            synchronized (done) {
                done.merge(step, taken ? 1 : 0, Integer::sum);
            }
        } catch (ConcurrencyFailureException | DataIntegrityViolationException refused) {
            // somebody else was faster; nothing of it may be left
        }
    }

    private boolean take(Step step, Random random) {
        return switch (step) {
            case OPEN -> opportunity("OPEN", random) > 0;
            case WIN -> changed("""
                    update opportunity set state = 'WON', closed_on = current_date - 3, stage_id = (select min(id) from stage where kind = 'WON')
                    where id = :id and state = 'OPEN'""", anOpportunity(random));
            case REOPEN -> changed("""
                    update opportunity set state = 'OPEN', closed_on = null, stage_id = (select min(id) from stage where kind = 'OPEN')
                    where id = :id and state = 'WON'""", anOpportunity(random));
            case PRICE ->
                database.sql("""
                    update opportunity set amount = :amount, base_amount = :amount, product_id = :product, customer_id = :customer where id = :id""")
                                .param("id", anOpportunity(random), Types.BIGINT)
                                .param("amount", amount(random))
                                .param("product", any(products, random))
                                .param("customer", random.nextInt(5) == 0 ? null : any(customers, random), Types.BIGINT)
                                .update()
                        > 0;
            case SIGN -> signed(anOpportunity(random), null, random) > 0;
            case SIGN_ALONE -> signed(null, null, random) > 0;
            case AMEND -> {
                Long contract = aContract(random);
                yield contract != null && signed(null, contract, random) > 0;
            }
            case END ->
                changed("update contract set state = 'ENDED' where id = :id and state = 'SIGNED'", aContract(random));
            case TERMINATE -> changed("""
                    update contract set state = 'TERMINATED', terminated_on = current_date, end_reason = 'Moved away' where id = :id and state = 'SIGNED'""", aContract(random));
            case ANOTHER_OPPORTUNITY ->
                database.sql("update contract set opportunity_id = :opportunity where id = :id")
                                .param("opportunity", random.nextBoolean() ? null : anOpportunity(random), Types.BIGINT)
                                .param("id", aContract(random), Types.BIGINT)
                                .update()
                        > 0;
            case GIVE -> given(any(customers, random), any(customers, random));
            case TAKE_BACK -> random.nextInt(3) == 0 && takenBack(aContract(random));
            case DELETE -> random.nextInt(3) == 0 && changed("""
                            delete from opportunity o where o.id = :id and not exists (select from contract k where k.opportunity_id = o.id)""", anOpportunity(random));
        };
    }

    /** All opportunities of one become another one's, in one statement; a signed contract stays with whom it was signed with. */
    private boolean given(long from, long into) {
        return database.sql("update opportunity set customer_id = :into where customer_id = :from")
                        .param("into", into)
                        .param("from", from)
                        .update()
                > 0;
    }

    /** Only the last one of a contract; nobody amends it meanwhile, or what it brought would be reckoned from a paper that is gone. */
    private boolean takenBack(@Nullable Long contract) {
        lockTheFirstOf(contract);
        return changed("""
                delete from contract k where k.id = :id and not exists (select from contract n where n.root_id = k.root_id and n.revision > k.revision)""", contract);
    }

    private void lockTheFirstOf(@Nullable Long contract) {
        database.sql(
                        "select id from contract where id = (select k.root_id from contract k where k.id = :id) for update")
                .param("id", contract, Types.BIGINT)
                .query(Long.class)
                .list();
    }

    private boolean changed(String sql, @Nullable Long id) {
        return database.sql(sql).param("id", id, Types.BIGINT).update() > 0;
    }

    private long opportunity(String state, Random random) {
        return database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability, opened_on, closed_on,
                            stage_entered_at, owner_id, customer_id, product_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Kept', s.pipeline_id, s.id, s.kind, 'USD', :amount, :amount, 50, current_date - 9,
                            case when s.kind = 'WON' then current_date - 2 end, now(), o.owner_id, :customer, :product, now(), now()
                        from opportunity o, stage s where o.id = :sample and s.kind = :state and s.pipeline_id = o.pipeline_id order by s.id limit 1 returning id""")
                .param("amount", amount(random))
                .param("customer", any(customers, random))
                .param("product", any(products, random))
                .param("sample", company.id("opportunity"))
                .param("state", state)
                .query(Long.class)
                .single();
    }

    /** With one line of each product, so that an amendment changes lines and drops none. */
    private long signed(@Nullable Long opportunity, @Nullable Long amended, Random random) {
        Map<Long, String> nets = new LinkedHashMap<>();
        products.forEach(product ->
                nets.put(product, random.nextBoolean() ? "0" : amount(random).toPlainString()));
        LocalDate on = LocalDate.now().minusDays(random.nextInt(40));
        long owner = database.sql("select min(owner_id) from opportunity")
                .query(Long.class)
                .single();
        if (amended == null) {
            return SignedContracts.of(database, any(customers, random), owner, 0, opportunity, on, nets);
        }
        lockTheFirstOf(amended);
        return database.sql("select root_id, opportunity_id, customer_id from contract where id = ?")
                .param(amended)
                .query((row, number) -> SignedContracts.of(
                        database,
                        row.getLong("customer_id"),
                        owner,
                        row.getLong("root_id"),
                        row.getObject("opportunity_id", Long.class),
                        on,
                        nets))
                .optional()
                .orElse(0L);
    }

    private @Nullable Long anOpportunity(Random random) {
        return one("select id from opportunity where name = 'Kept' order by id", random);
    }

    private @Nullable Long aContract(Random random) {
        return one("select id from contract where name = 'Contract' order by id", random);
    }

    private @Nullable Long one(String sql, Random random) {
        List<Long> ids = database.sql(sql).query(Long.class).list();
        return ids.isEmpty() ? null : any(ids, random);
    }

    private static long any(List<Long> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 2);
    }

    private <T> T inPassage(Supplier<T> work) {
        return transactions.execute(status -> {
            database.sql("select set_config('trivium.passage', 'TEST', true)")
                    .query(String.class)
                    .single();
            return work.get();
        });
    }
}
