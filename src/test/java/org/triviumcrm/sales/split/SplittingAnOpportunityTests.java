package org.triviumcrm.sales.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.money.Rounding;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What the form of the shares accepts, what the database lets in, and what everybody gets to the cent. */
@IntegrationTest
class SplittingAnOpportunityTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer owner;
    private Viewer colleague;
    private long deal;

    @BeforeEach
    void aDeal() {
        company.found();
        company.endCase();
        owner = accounts.representative(accounts.team("West", null));
        colleague = accounts.representative(accounts.team("East", null));
        deal = company.id("opportunity");
        database.sql(
                        "update opportunity set owner_id = :owner, team_id = :team, amount = 100.01, base_amount = 100.01 where id = :id")
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("id", deal)
                .update();
    }

    @Test
    void isShownWithAmountsThatTotalTheWhole() throws Exception {
        assertThat(body("/split")).contains("All of it counts for " + owner.name());
        assertThat(save(0, owner, "33.33", colleague, "66.67").getStatus()).isBetween(302, 303);
        assertThat(body("/split")).contains(owner.name(), colleague.name(), "33.33 %", "33.33", "66.67 %", "66.68");
        assertThat(body("/split/edit")).contains("value=\"33.33\"", colleague.name());
        wholeNow();
    }

    @ParameterizedTest
    @CsvSource({
        "50, 40, 'The shares total 90 %'",
        "50, 50.01, 'The shares total 100.01 %'",
        "50, 0, 'from 0.01 to 100'",
        "33.333, 66.667, 'two decimals at most'",
        "50, abc, ''",
        "50, '', 'from 0.01 to 100'"
    })
    void whatIsNotWholeIsRefusedAndStillThere(String one, String other, String message) throws Exception {
        MockHttpServletResponse answer = save(0, owner, one, colleague, other);
        assertThat(answer.getStatus()).isEqualTo(422);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(message, "value=\"" + one + "\"", "value=\"" + other + "\"", colleague.name());
        assertThat(count()).isZero();
    }

    @Test
    void nobodyHasASecondShareAndNobodyWithoutOpportunitiesHasOne() throws Exception {
        assertThat(save(0, owner, "50", owner, "50").getContentAsString()).contains("has a share already");
        assertThat(save(0, owner, "50", accounts.serviceAgent(), "50").getContentAsString())
                .contains("may not see opportunities");
    }

    @Test
    void theSecondOfTwoWhoSplitItIsTold() throws Exception {
        save(0, owner, "50", colleague, "50");
        MockHttpServletResponse late = save(0, owner, "90", colleague, "10");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("changed the shares meanwhile", "value=\"90\"");
        assertThat(shares()).containsEntry(colleague.personId(), new BigDecimal("50.00"));
    }

    @Test
    void allOfItTheOwnersIsNoSplitAndWhatWasStaysOnRecord() throws Exception {
        save(0, owner, "50", colleague, "50");
        assertThat(save(2, owner, "100", owner, "").getStatus()).isEqualTo(422);
        assertThat(save(2, owner, "100").getStatus()).isBetween(302, 303);
        assertThat(shares()).isEmpty();
        assertThat(body("/split"))
                .contains("All of it counts for " + owner.name(), "One earlier split", colleague.name());
    }

    @Test
    void coOwnersSeeTheSharesAndDoNotChangeThem() throws Exception {
        database.sql("""
                        insert into opportunity_member (id, opportunity_id, person_id, access, added_at)
                        values (nextval('opportunity_member_seq'), :deal, :person, 'EDIT', now())""")
                .param("deal", deal)
                .param("person", colleague.personId())
                .update();
        assertThat(bodyFor(colleague, "/split"))
                .contains("All of it counts for")
                .doesNotContain("/split/edit");
        assertThat(post(colleague, 0, owner, "50", colleague, "50").getStatus()).isEqualTo(403);
    }

    /** For any amount and any shares: all is given away, nobody is off by a cent or more, and the greatest remainders get it, as money is divided elsewhere. */
    @Test
    void theAmountsAreThoseOfTheGreatestRemainders() {
        Random random = new Random(20261128);
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(accounts.representative(null).personId());
        }
        for (int round = 0; round < 200; round++) {
            Map<Long, BigDecimal> percents = new TreeMap<>();
            int left = 10_000;
            int many = 2 + random.nextInt(5);
            for (int i = 0; i < many; i++) {
                int part = i == many - 1 ? left : 1 + random.nextInt(left - (many - i));
                percents.put(people.get(i), BigDecimal.valueOf(part, 2));
                left -= part;
            }
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);
            BigDecimal base = BigDecimal.valueOf(random.nextInt(1_000), 2);
            database.sql("update opportunity set amount = :amount, base_amount = :base where id = :id")
                    .param("amount", amount)
                    .param("base", base)
                    .param("id", deal)
                    .update();
            insert(percents);
            wholeNow();
            assertThat(amounts("amount")).isEqualTo(expected(amount, percents));
            assertThat(amounts("base_amount")).isEqualTo(expected(base, percents));
        }
    }

    /** There is no hundredth of a yen; what is no whole number of them is divided to what is kept. */
    @Test
    void aCurrencyWithoutCentsIsDividedIntoWholeUnits() {
        insert(Map.of(owner.personId(), new BigDecimal("33.33"), colleague.personId(), new BigDecimal("66.67")));
        database.sql("update opportunity set amount = 1001, currency = 'JPY', base_amount = 6.55 where id = ?")
                .param(deal)
                .update();
        wholeNow();
        assertThat(amounts("amount").values())
                .containsExactlyInAnyOrder(new BigDecimal("334.00"), new BigDecimal("667.00"));
        assertThat(amounts("base_amount").values())
                .containsExactlyInAnyOrder(new BigDecimal("2.18"), new BigDecimal("4.37"));
        database.sql("update opportunity set amount = 1001.5 where id = ?")
                .param(deal)
                .update();
        wholeNow();
        assertThat(amounts("amount").values())
                .containsExactlyInAnyOrder(new BigDecimal("333.80"), new BigDecimal("667.70"));
    }

    @Test
    void theDatabaseKnowsTheCurrenciesWithoutCents() {
        for (java.util.Currency currency : java.util.Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            BigDecimal unit = database.sql("select currency_unit(?, 100)")
                    .param(code)
                    .query(BigDecimal.class)
                    .single();
            assertThat(unit).as(code).isEqualByComparingTo(Rounding.decimals(code) == 0 ? "1" : "0.01");
        }
    }

    @Test
    void theyFollowTheAmount() {
        insert(Map.of(owner.personId(), new BigDecimal("50"), colleague.personId(), new BigDecimal("50")));
        database.sql("update opportunity set amount = 0.01, base_amount = 7.33 where id = ?")
                .param(deal)
                .update();
        wholeNow();
        assertThat(amounts("amount").values())
                .containsExactlyInAnyOrder(new BigDecimal("0.01"), new BigDecimal("0.00"));
        database.sql("update opportunity set amount = null, base_amount = 0 where id = ?")
                .param(deal)
                .update();
        wholeNow();
    }

    @Test
    void theDatabaseRefusesWhatIsNotWholeAndWhatRewritesThePast() {
        String add = "insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)"
                + " values (nextval('opportunity_split_seq'), " + deal + ", 1, " + owner.personId()
                + ", 99.99, now(), 'SET')";
        refused(add, "are not 100");
        insert(Map.of(owner.personId(), new BigDecimal("50"), colleague.personId(), new BigDecimal("50")));
        refused("update opportunity_split set percent = 60 where person_id = " + owner.personId(), "never changed");
        refused("update opportunity_split set ended_at = now() where person_id = " + owner.personId(), "are not 100");
        refused("delete from opportunity_split", "goes with its opportunity");
        database.sql("delete from opportunity where id = ?").param(deal).update();
        assertThat(count()).isZero();
    }

    private void refused(String sql, String why) {
        database.sql("savepoint before").update();
        assertThatThrownBy(() -> {
                    database.sql(sql).update();
                    wholeNow();
                })
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
        database.sql("rollback to savepoint before").update();
        database.sql("set constraints all deferred").update();
    }

    /** As at the end of a transaction. */
    private void wholeNow() {
        database.sql("set constraints all immediate").update();
        database.sql("set constraints all deferred").update();
    }

    /** What the shared division of money gives each. */
    private static Map<Long, BigDecimal> expected(BigDecimal amount, Map<Long, BigDecimal> percents) {
        List<BigDecimal> parts = Rounding.of("USD").share(amount, List.copyOf(percents.values()));
        Map<Long, BigDecimal> shares = new TreeMap<>();
        percents.keySet().forEach(person -> shares.put(person, parts.get(shares.size())));
        return shares;
    }

    private void insert(Map<Long, BigDecimal> percents) {
        database.sql("update opportunity_split set ended_at = now() where opportunity_id = ? and ended_at is null")
                .param(deal)
                .update();
        percents.forEach((person, percent) -> database.sql("""
                        insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
                        values (nextval('opportunity_split_seq'), :deal, 1, :person, :percent, now(), 'SET')""")
                .param("deal", deal)
                .param("person", person)
                .param("percent", percent)
                .update());
        database.sql("select opportunity_split_value(?)")
                .param(deal)
                .query(Object.class)
                .optional();
    }

    private Map<Long, BigDecimal> amounts(String column) {
        return byPerson(column);
    }

    private Map<Long, BigDecimal> shares() {
        return byPerson("percent");
    }

    private Map<Long, BigDecimal> byPerson(String column) {
        Map<Long, BigDecimal> found = new TreeMap<>();
        database.sql("select person_id, " + column + " from opportunity_split where ended_at is null")
                .query(row -> {
                    found.put(row.getLong(1), row.getBigDecimal(2));
                });
        return found;
    }

    private long count() {
        return database.sql("select count(*) from opportunity_split")
                .query(Long.class)
                .single();
    }

    private String body(String part) throws Exception {
        return bodyFor(owner, part);
    }

    private String bodyFor(Viewer viewer, String part) throws Exception {
        return mvc.perform(get("/sales/opportunities/" + deal + part).with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse save(long version, Object... lines) throws Exception {
        return post(owner, version, lines);
    }

    private MockHttpServletResponse post(Viewer by, long version, Object... lines) throws Exception {
        var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/sales/opportunities/" + deal + "/split")
                .with(csrf())
                .with(signedIn(by))
                .param("version", "" + version);
        for (int i = 0; i < lines.length / 2; i++) {
            request.param("lines[" + i + "].personId", "" + ((Viewer) lines[2 * i]).personId())
                    .param("lines[" + i + "].percent", (String) lines[2 * i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
