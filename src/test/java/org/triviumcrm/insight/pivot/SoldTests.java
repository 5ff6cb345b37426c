package org.triviumcrm.insight.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.pivot.Pivot.Cell;
import org.triviumcrm.insight.sold.Sold;
import org.triviumcrm.insight.sold.SoldFilter;
import org.triviumcrm.insight.sold.SoldService;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Sales are what was signed by product, and what was won without a signature; each figure is the sum of the rows it leads to. */
@IntegrationTest
class SoldTests {

    private static final YearMonth FIRST = YearMonth.of(2025, 11);
    private static final YearMonth LAST = YearMonth.of(2026, 4);
    private static final int FEW = 11;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    PivotService sales;

    @Autowired
    SoldService sold;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private final List<Long> products = new ArrayList<>();
    private final List<Long> customers = new ArrayList<>();
    private int number;

    @BeforeEach
    void threeProductsAndThreeBuyers() {
        company.found();
        company.endCase();
        manager = accounts.administrator();
        for (String name : List.of("Pill", "Drops", "Cream")) {
            products.add(database.sql("""
                            insert into product (id, name, active, created_at, updated_at)
                            values (nextval('product_seq'), ?, true, now(), now()) returning id""").param(name).query(Long.class).single());
        }
        customer("East & 北", "A");
        customer(null, null);
        customer("West", null);
    }

    @Test
    void aSignedContractTakesThePlaceOfItsOpportunityAndAnAmendmentCountsWithItsDifference() {
        long deal = won(products.get(0), customers.get(0), LocalDate.of(2025, 12, 1), "500");
        assertThat(all(PivotMeasure.AMOUNT)).isEqualByComparingTo("500");
        long contract = contract(deal, customers.get(0), 0, LocalDate.of(2026, 1, 10), "2", "60", "40", "0");
        assertThat(all(PivotMeasure.AMOUNT))
                .as("200 in the company's currency instead of 500")
                .isEqualByComparingTo("200");
        assertThat(all(PivotMeasure.WINS)).isEqualByComparingTo("1");
        contract(deal, customers.get(0), contract, LocalDate.of(2026, 2, 10), "2", "60", "15", "0");
        contract(null, customers.get(1), 0, LocalDate.of(2026, 3, 10), "1", "0", "0", "33.33");

        Pivot found = sales.of(manager, ask(PivotDimension.PRODUCT, PivotDimension.MONTH, PivotMeasure.AMOUNT));
        assertThat(found.columns()).extracting(Pivot.Head::name).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(found.rows()).extracting(Pivot.Row::name).containsExactly("Pill", "Cream", "Drops");
        assertThat(found.rows().get(2).cells())
                .extracting(Cell::value)
                .as("80, and 50 of it given back")
                .usingElementComparator(BigDecimal::compareTo)
                .contains(new BigDecimal("80"), new BigDecimal("-50"));
        assertThat(found.total().total().value()).isEqualByComparingTo("183.33");
        assertThat(all(PivotMeasure.WINS)).as("an amendment is no deal").isEqualByComparingTo("2");
        assertThat(all(PivotMeasure.CUSTOMERS)).isEqualByComparingTo("2");
    }

    /** Whatever it is cut by, and whoever looks. */
    @Test
    void eachFigureIsTheSumOfTheRowsItLeadsTo() {
        Random random = new Random(20261130);
        for (int i = 0; i < 25; i++) {
            LocalDate on = FIRST.atDay(1).plusDays(random.nextInt(175));
            long customer = customers.get(random.nextInt(3));
            Long deal = random.nextInt(4) == 0
                    ? null
                    : won(products.get(random.nextInt(3)), customer, on, String.valueOf(1 + random.nextInt(9000)));
            if (deal == null || random.nextInt(3) > 0) {
                String rate = random.nextBoolean() ? "1" : "0.137";
                long first = contract(deal, customer, 0, on.plusDays(random.nextInt(9)), rate, lines(random));
                if (random.nextInt(3) == 0) {
                    contract(deal, customer, first, on.plusDays(10 + random.nextInt(30)), rate, lines(random));
                }
            }
        }
        Viewer seller = accounts.representative(null);
        database.sql("update opportunity set owner_id = :seller where id / 50 % 2 = 0 and name like 'Deal %'")
                .param("seller", seller.personId())
                .update();
        for (Viewer viewer : List.of(manager, seller)) {
            assertThat(all(viewer, PivotMeasure.AMOUNT).signum()).isPositive();
            for (PivotDimension rows : PivotDimension.values()) {
                PivotDimension columns = rows == PivotDimension.PRODUCT ? PivotDimension.MONTH : PivotDimension.PRODUCT;
                for (PivotMeasure measure : rows == PivotDimension.PRODUCT || rows == PivotDimension.REGION
                        ? PivotMeasure.values()
                        : new PivotMeasure[] {PivotMeasure.AMOUNT}) {
                    Pivot found = sales.of(viewer, ask(rows, columns, measure));
                    found.rows().forEach(row -> {
                        row.cells().forEach(cell -> isTheSum(viewer, measure, cell));
                        isTheSum(viewer, measure, row.total());
                    });
                    found.total().cells().forEach(cell -> isTheSum(viewer, measure, cell));
                    isTheSum(viewer, measure, found.total().total());
                }
            }
        }
        assertThat(all(accounts.marketingManager(), PivotMeasure.AMOUNT))
                .as("whoever sees all opportunities sees what contracts without one bring")
                .isEqualByComparingTo(all(PivotMeasure.AMOUNT));
        for (Viewer viewer : List.of(manager, seller)) {
            eachBuyerIsListedOnce(viewer);
        }
        BigDecimal kept = database.sql(
                        "select sum(base_amount) from product_revenue where brought_on between :first and :last")
                .param("first", FIRST.atDay(1))
                .param("last", LAST.atEndOfMonth())
                .query(BigDecimal.class)
                .single();
        assertThat(all(PivotMeasure.AMOUNT))
                .as("what values of customers count")
                .isEqualByComparingTo(kept);
    }

    private void eachBuyerIsListedOnce(Viewer viewer) {
        Set<Long> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        String next = SoldFilter.between(FIRST.atDay(1), LAST.atEndOfMonth())
                .byCustomer()
                .href();
        Sold page = null;
        while (next != null) {
            page = sold.of(viewer, filter(next), 2);
            for (Sold.Buyer buyer : page.buyers()) {
                assertThat(seen.add(buyer.id())).as("once").isTrue();
                sum = sum.add(buyer.amount());
            }
            next = page.next();
        }
        assertThat(page.all().customers()).isEqualTo(seen.size()).isPositive();
        assertThat(page.all().amount()).isEqualByComparingTo(sum);
    }

    private void isTheSum(Viewer viewer, PivotMeasure measure, Cell cell) {
        if (cell.value() == null) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        Set<String> deals = new HashSet<>();
        String next = cell.href();
        while (next != null) {
            Sold page = sold.of(viewer, filter(next), FEW);
            BigDecimal all = switch (measure) {
                case AMOUNT -> page.all().amount();
                case WINS -> BigDecimal.valueOf(page.all().deals());
                case CUSTOMERS -> BigDecimal.valueOf(page.all().customers());
            };
            assertThat(all).as(cell.href()).isEqualByComparingTo(cell.value());
            for (Sold.Row row : page.rows()) {
                assertThat(seen.add(row.kind() + row.id() + "-" + row.productId()))
                        .as("once")
                        .isTrue();
                if (row.revision() == 1) {
                    deals.add(row.kind() + row.id());
                }
                sum = sum.add(row.amount());
            }
            next = page.next();
        }
        if (measure == PivotMeasure.AMOUNT) {
            assertThat(sum).as(cell.href()).isEqualByComparingTo(cell.value());
        } else if (measure == PivotMeasure.WINS) {
            assertThat(BigDecimal.valueOf(deals.size())).isEqualByComparingTo(cell.value());
        }
    }

    /** As the page reads it. */
    private static SoldFilter filter(String href) {
        Map<String, String> said = new HashMap<>();
        for (String part : href.substring(href.indexOf('?') + 1).split("&")) {
            int at = part.indexOf('=');
            said.put(part.substring(0, at), URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return new SoldFilter(
                id(said.get("campaign")),
                id(said.get("product")),
                said.get("region"),
                said.get("industry"),
                said.get("level"),
                id(said.get("team")),
                id(said.get("owner")),
                LocalDate.parse(said.get("from")),
                LocalDate.parse(said.get("to")),
                said.containsKey("buyers") ? true : null,
                said.get("after"));
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    @Test
    void thePageShowsTheRowsAndSaysWhatCanNotBeRead() throws Exception {
        long deal = won(products.get(0), customers.get(0), LocalDate.of(2025, 12, 1), "500");
        contract(deal, customers.get(0), 0, LocalDate.of(2026, 1, 10), "1", "60", "40", "0");
        won(products.get(0), customers.get(1), LocalDate.of(2026, 1, 11), "7");
        String asked = SoldFilter.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31))
                .region("East & 北")
                .href();
        mvc.perform(get(URI.create(asked)).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(">Signed contract<")))
                .andExpect(content().string(Matchers.containsString("from 1 deal with 1 customer.")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(">Won opportunity<"))));
        mvc.perform(get(SoldFilter.PATH + "?region={none}&from=2026-01-01", "(none)")
                        .with(signedIn(manager)))
                .andExpect(content().string(Matchers.containsString(">Won opportunity<")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(">Signed contract<"))));
        mvc.perform(get(SoldFilter.PATH + "?from=January").with(signedIn(manager)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("Please enter days such as")));
        mvc.perform(get(SoldFilter.PATH + "?campaign=1").with(signedIn(manager)))
                .andExpect(status().isNotFound());
        mvc.perform(get(SoldFilter.PATH).with(signedIn(accounts.nobody()))).andExpect(status().isForbidden());
    }

    private BigDecimal all(PivotMeasure measure) {
        return all(manager, measure);
    }

    private BigDecimal all(Viewer viewer, PivotMeasure measure) {
        return sales.of(viewer, ask(PivotDimension.PRODUCT, PivotDimension.MONTH, measure))
                .total()
                .total()
                .value();
    }

    private static PivotFilter ask(PivotDimension rows, PivotDimension columns, PivotMeasure measure) {
        return new PivotFilter(rows, columns, measure, FIRST, LAST);
    }

    private String[] lines(Random random) {
        String[] nets = new String[products.size()];
        for (int i = 0; i < nets.length; i++) {
            nets[i] = random.nextInt(3) == 0
                    ? "0"
                    : BigDecimal.valueOf(random.nextInt(90_000), 2).toPlainString();
        }
        return nets;
    }

    private void customer(@Nullable String region, @Nullable String level) {
        customers.add(database.sql("""
                        insert into customer (id, name, region, level, owner_id, created_at, updated_at)
                        select nextval('customer_seq'), 'Buyer ' || :number, :region, :level, owner_id, now(), now() from customer where id = :sample returning id""")
                .param("number", ++number)
                .param("region", region)
                .param("level", level)
                .param("sample", company.id("customer"))
                .query(Long.class)
                .single());
    }

    private long won(long product, long customer, LocalDate on, String amount) {
        return database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, currency, amount, base_amount, probability, opened_on, closed_on,
                            stage_entered_at, owner_id, customer_id, product_id, created_at, updated_at)
                        select nextval('opportunity_seq'), 'Deal ' || :number, pipeline_id, stage_id, 'WON', currency, :amount, :amount, 100, :on, :on,
                            now(), owner_id, :customer, :product, now(), now()
                        from opportunity where id = :sample returning id""")
                .param("number", ++number)
                .param("amount", new BigDecimal(amount))
                .param("on", on)
                .param("customer", customer)
                .param("product", product)
                .param("sample", company.id("opportunity"))
                .query(Long.class)
                .single();
    }

    /**
     * Signed: in another currency of that rate.
     *
     * @param root the contract that it amends; 0 for a new one
     * @param nets of each product, in its currency
     */
    private long contract(
            @Nullable Long opportunity, long customer, long root, LocalDate on, String rate, String... nets) {
        BigDecimal net = BigDecimal.ZERO;
        for (String one : nets) {
            net = net.add(new BigDecimal(one));
        }
        BigDecimal base = net.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        // unsigned first: what it brings by product is worked out as it is signed, from its lines
        long id = database.sql("""
                        insert into contract (id, number, revision, root_id, name, opportunity_id, customer_id, language, currency, gross, dated_on, starts_on,
                            effective_on, renewal, remind_days, discount_kind, discount_value, net, base_net, state, state_since,
                            owner_id, team_id, created_at, updated_at)
                        select n.id, coalesce(r.number, 'K-' || n.id), coalesce(r.revision, 0) + 1, :root, 'Contract', :opportunity, :customer, 'en',
                            'USD', false, :on, :on, case when r.id is not null then :on::date end, 'NONE', 30, 'PERCENT', 0, :net, :base, 'DRAFT',
                            now(), c.owner_id, c.team_id, now(), now()
                        from (select nextval('contract_seq') as id) n cross join customer c
                        left join lateral (select k.id, k.number, k.revision from contract k where k.root_id = :root order by k.revision desc limit 1) r on true
                        where c.id = :customer returning id""")
                .param("root", root)
                .param("opportunity", opportunity, Types.BIGINT)
                .param("customer", customer)
                .param("on", on)
                .param("net", net)
                .param("base", base)
                .query(Long.class)
                .single();
        for (int i = 0; i < nets.length; i++) {
            database.sql("""
                            insert into contract_line (contract_id, position, kind, product_id, words, quantity, price, net)
                            values (:id, :position, 'ITEM', :product, 'Line', 1, :net, :net)""")
                    .param("id", id)
                    .param("position", i + 1)
                    .param("product", products.get(i))
                    .param("net", new BigDecimal(nets[i]))
                    .update();
        }
        database.sql("update contract set state = 'RELEASED', released_at = now() where id = ?")
                .param(id)
                .update();
        database.sql("""
                        update contract k set state = 'SIGNED', signed_on = :on, base_gain = k.base_net - coalesce((
                            select b.base_net from contract b where b.root_id = k.root_id and b.revision = k.revision - 1 and b.id <> k.id), 0)
                        where k.id = :id""").param("on", on).param("id", id).update();
        return id;
    }
}
