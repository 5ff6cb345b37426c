package org.triviumcrm.sales.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Products have a price for each customer, day and quantity, and what they cost is seen by those who may. */
@IntegrationTest
class PricesTests {

    private static final long SERVER = 990_001;
    private static final long SUPPORT = 990_002;
    private static final long BUNDLE = 990_003;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    PriceFinder finder;

    @Autowired
    EntityManager entities;

    private Viewer manager;
    private Viewer representative;

    @BeforeEach
    void aCatalogue() {
        manager = accounts.manager(null);
        representative = accounts.representative(null);
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', '2020-01-01', 1.1)")
                .update();
        product(SERVER, "Server", "GOODS");
        product(SUPPORT, "Support", "SERVICE");
        product(BUNDLE, "Rack", "BUNDLE");
    }

    @Test
    void theFirstListThatFitsTheCustomerAndTheDayHasThePrice() {
        list(1, "Gold in the west", 1, "USD", "West", "A", "2026-01-01", null, true);
        list(2, "West", 2, "USD", "West", null, "2026-01-01", "2026-06-15", true);
        list(3, "All", 3, "USD", null, null, "2020-01-01", null, true);
        list(4, "Europe", 0, "EUR", null, null, "2020-01-01", null, true);
        list(5, "Retired", 0, "USD", null, null, "2020-01-01", null, false);
        price(1, SERVER, 100, 70);
        price(2, SERVER, 0, 90);
        price(3, SERVER, 0, 100);
        price(3, SUPPORT, 0, 10);
        price(4, SERVER, 0, 85);
        price(5, SERVER, 0, 1);
        assertThat(best("USD", "west", "a", DAY, SERVER, 100)).isEqualTo("Gold in the west 70");
        assertThat(best("USD", "West", "A", DAY, SERVER, 99)).isEqualTo("West 90");
        assertThat(best("USD", "West", "B", DAY, SERVER, 100)).isEqualTo("West 90");
        assertThat(best("USD", "West", "B", DAY.plusDays(1), SERVER, 1)).isEqualTo("All 100");
        assertThat(best("USD", null, null, DAY, SERVER, 1)).isEqualTo("All 100");
        assertThat(best("EUR", null, null, DAY, SERVER, 1)).isEqualTo("Europe 85");
        assertThat(best("CNY", null, null, DAY, SERVER, 1)).isNull();
        assertThat(best("USD", "West", "A", DAY, SUPPORT, 1)).isEqualTo("All 10");
        assertThat(finder.find(representative, new PriceQuestion("USD", "West", null, DAY, 990_003L), List.of(SERVER)))
                .hasSize(1)
                .allSatisfy((product, tiers) ->
                        assertThat(tiers).extracting(Tier::list).containsExactly("All"));
    }

    @Test
    void aListIsMadeGetsPricesAndIsCopiedWithOthers() throws Exception {
        String refused = sent(
                manager,
                "/sales/price-lists",
                422,
                "name",
                "Spring",
                "currency",
                "XXX",
                "validFrom",
                "2026-03-01",
                "validTo",
                "2026-02-01",
                "position",
                "0");
        assertThat(refused).contains("whole number from 1", "value=\"Spring\"");
        sent(
                manager,
                "/sales/price-lists",
                302,
                "name",
                "Spring",
                "currency",
                "EUR",
                "validFrom",
                "2026-03-01",
                "gross",
                "false",
                "position",
                "1",
                "active",
                "true");
        long list = one("select id from price_list where name = 'Spring'");
        assertThat(sent(
                        manager,
                        "/sales/price-lists/" + list + "/prices",
                        422,
                        "productId",
                        "" + SERVER,
                        "amount",
                        "1.23456"))
                .contains("four decimals", "value=\"1.23456\"");
        sent(manager, "/sales/price-lists/" + list + "/prices", 302, "productId", "" + SERVER, "amount", "19.99");
        assertThat(sent(
                        manager,
                        "/sales/price-lists/" + list + "/prices",
                        422,
                        "productId",
                        "" + SERVER,
                        "amount",
                        "20"))
                .contains("already");
        sent(
                manager,
                "/sales/price-lists/" + list + "/prices",
                302,
                "productId",
                "" + SERVER,
                "amount",
                "18",
                "minQuantity",
                "10");
        assertThat(page(representative, "/sales/price-lists/" + list)).contains("Spring", "Server", "19.99");
        assertThat(page(representative, "/sales/products/" + SERVER + "/prices"))
                .contains("Spring", "19.99");
        sent(
                manager,
                "/sales/price-lists/" + list + "/copy",
                302,
                "name",
                "Autumn",
                "validFrom",
                "2026-09-01",
                "change",
                "5",
                "step",
                "0.05");
        assertThat(database.sql("""
                        select trim_scale(p.amount)::text from price p join price_list l on l.id = p.price_list_id
                        where l.name = 'Autumn' and l.currency = 'EUR' order by p.min_quantity""").query(String.class).list()).containsExactly("21", "18.9");
        assertThat(sent(
                        manager,
                        "/sales/price-lists/" + list,
                        422,
                        "name",
                        "Spring",
                        "currency",
                        "USD",
                        "validFrom",
                        "2026-03-01",
                        "position",
                        "1",
                        "gross",
                        "false",
                        "active",
                        "true",
                        "version",
                        "0"))
                .contains("prices in this currency");
        long price = one("select id from price where price_list_id = " + list + " and min_quantity = 10");
        String changed = "/sales/prices/" + price;
        assertThat(sent(manager, changed, 422, "productId", "" + SUPPORT, "amount", "17", "version", "0"))
                .contains("already");
        sent(manager, changed, 302, "productId", "" + SUPPORT, "amount", "17", "minQuantity", "20", "version", "0");
        assertThat(one("select product_id from price where id = " + price)).isEqualTo(SERVER);
        sent(manager, "/sales/prices/" + price + "/removal", 302);
        assertThat(one("select count(*) from price where price_list_id = " + list))
                .isEqualTo(1);
        sent(
                representative,
                "/sales/price-lists",
                403,
                "name",
                "Mine",
                "currency",
                "EUR",
                "validFrom",
                "2026-03-01",
                "gross",
                "false",
                "position",
                "1");
    }

    @Test
    void whatAProductCostsIsSeenByWhoMaySeeMargins() throws Exception {
        sent(
                manager,
                "/sales/products/" + SERVER + "/costs",
                302,
                "cost",
                "61.5",
                "currency",
                "EUR",
                "validFrom",
                "2026-01-01");
        assertThat(page(manager, "/sales/products/" + SERVER)).contains("/sales/products/" + SERVER + "/costs");
        assertThat(page(manager, "/sales/products/" + SERVER + "/costs")).contains("61.5");
        assertThat(page(representative, "/sales/products/" + SERVER)).doesNotContain(SERVER + "/costs");
        mvc.perform(get("/sales/products/" + SERVER + "/costs").with(signedIn(representative)))
                .andExpect(status().isForbidden());
        sent(manager, "/sales/products/" + SERVER + "/costs/removal", 302, "validFrom", "2026-01-01");
        assertThat(one("select count(*) from product_cost")).isZero();
    }

    @Test
    void aBundleHoldsProductsOnceAndNoBundles() throws Exception {
        String parts = "/sales/products/" + BUNDLE + "/parts";
        assertThat(sent(
                        manager,
                        parts,
                        422,
                        "parts[0].productId",
                        "" + SERVER,
                        "parts[1].productId",
                        "" + SUPPORT,
                        "parts[1].quantity",
                        "2"))
                .contains("above zero", "Support");
        assertThat(sent(
                        manager,
                        parts,
                        422,
                        "parts[0].productId",
                        "" + SERVER,
                        "parts[0].quantity",
                        "1",
                        "parts[1].productId",
                        "" + SERVER,
                        "parts[1].quantity",
                        "2"))
                .contains("another line already");
        assertThat(sent(manager, parts, 422, "parts[0].productId", "" + BUNDLE, "parts[0].quantity", "1"))
                .contains("be in a bundle");
        sent(
                manager,
                parts,
                302,
                "parts[0].productId",
                "" + SERVER,
                "parts[0].quantity",
                "1",
                "parts[2].productId",
                "" + SUPPORT,
                "parts[2].quantity",
                "2.5");
        assertThat(page(representative, parts)).containsSubsequence("Server", "1", "Support", "2.5");
        sent(
                manager,
                "/sales/products/" + SERVER + "/parts",
                404,
                "parts[0].productId",
                "" + SUPPORT,
                "parts[0].quantity",
                "1");
    }

    @Test
    void thereIsOneUsualTaxRateAndTheCatalogueHasNoCircles() throws Exception {
        sent(
                manager,
                "/administration/tax-rates",
                302,
                "name",
                "Full",
                "percent",
                "13",
                "usual",
                "true",
                "active",
                "true");
        sent(
                manager,
                "/administration/tax-rates",
                302,
                "name",
                "Less",
                "percent",
                "6",
                "usual",
                "true",
                "active",
                "true");
        assertThat(database.sql("select name from tax_rate where usual")
                        .query(String.class)
                        .list())
                .containsExactly("Less");
        assertThat(page(representative, "/sales/products/" + SERVER)).contains("Less (6");
        sent(manager, "/administration/product-categories", 302, "name", "Hardware", "active", "true");
        long hardware = one("select id from product_category where name = 'Hardware'");
        sent(
                manager,
                "/administration/product-categories",
                302,
                "name",
                "Servers",
                "parentId",
                "" + hardware,
                "active",
                "true");
        long servers = one("select id from product_category where name = 'Servers'");
        assertThat(sent(
                        manager,
                        "/administration/product-categories",
                        422,
                        "name",
                        "servers",
                        "parentId",
                        "" + hardware,
                        "active",
                        "true"))
                .contains("of this name");
        assertThat(sent(
                        manager,
                        "/administration/product-categories/" + hardware,
                        422,
                        "name",
                        "Hardware",
                        "parentId",
                        "" + servers,
                        "active",
                        "true",
                        "version",
                        "0"))
                .contains("put there");
        database.sql("update product set product_category_id = ? where id = ?")
                .params(servers, SERVER)
                .update();
        assertThat(page(representative, "/sales/products?f.category=" + hardware))
                .contains("Server")
                .doesNotContain("Rack");
        assertThat(page(representative, "/sales/products/" + SERVER)).contains("Hardware › Servers");
    }

    private @Nullable String best(
            String currency,
            @Nullable String region,
            @Nullable String level,
            LocalDate day,
            long product,
            int quantity) {
        return finder
                .find(representative, new PriceQuestion(currency, region, level, day, null), List.of(product))
                .values()
                .stream()
                .flatMap(tiers -> Tier.best(tiers, BigDecimal.valueOf(quantity)).stream())
                .map(tier ->
                        tier.list() + " " + tier.amount().stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse(null);
    }

    private void product(long id, String name, String kind) {
        database.sql("insert into product (id, name, kind, created_at, updated_at) values (?, ?, ?, now(), now())")
                .params(id, name, kind)
                .update();
    }

    private void list(
            int id,
            String name,
            int position,
            String currency,
            @Nullable String region,
            @Nullable String level,
            String from,
            @Nullable String to,
            boolean active) {
        database.sql("""
                        insert into price_list (id, name, position, currency, region, level, valid_from, valid_to, active, created_at, updated_at)
                        values (990000 + :id, :name, :position, :currency, :region, :level, :from::date, :to::date, :active, now(), now())""")
                .param("id", id)
                .param("name", name)
                .param("position", position)
                .param("currency", currency)
                .param("region", region)
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .param("active", active)
                .update();
    }

    private void price(int list, long product, int from, int amount) {
        database.sql("""
                        insert into price (id, price_list_id, product_id, min_quantity, amount, created_at, updated_at)
                        values (nextval('price_seq'), 990000 + ?, ?, ?, ?, now(), now())""").params(list, product, from, amount).update();
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String page(Viewer viewer, String path) throws Exception {
        return mvc.perform(get(path).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String sent(Viewer viewer, String path, int status, String... values) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).with(signedIn(viewer)).with(csrf());
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        entities.flush();
        return answer.getContentAsString();
    }
}
