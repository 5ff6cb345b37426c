package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What visits, journeys and gifts cost, and what they add up to against the value of their opportunity. */
@CommittingTest
class ActivityCostTests {

    private static final String ABOUT = "opportunity:900001";
    private static final String CUSTOMER = "customer:900001";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer representative;
    private Viewer colleague;

    @BeforeEach
    void aDealWorthFourThousand() {
        long team = accounts.team("West", null);
        representative = accounts.representative(team);
        colleague = accounts.representative(team);
        for (String sql : new String[] {
            "insert into customer (id, name, created_at, updated_at) values (900001, 'Brick Works', now(), now())",
            "insert into pipeline (id, name, position, created_at, updated_at) values (900001, 'P', 1, now(), now())",
            "insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)"
                    + " values (900001, 900001, 'Begun', 1, 'OPEN', 10, now(), now())",
            "insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2026-01-01', 1.1),"
                    + " ('EUR', date '2026-06-01', 1.2)"
        }) {
            database.sql(sql).update();
        }
        database.sql("""
                insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, currency, base_amount,
                    probability, opened_on, stage_entered_at, owner_id, created_at, updated_at)
                values (900001, 'Kiln', 900001, 900001, 900001, 'OPEN', 4000, 'USD', 4000, 10, current_date, now(), :owner, now(), now())""").param("owner", representative.personId()).update();
    }

    @Test
    void addUpByTheRateOfTheirDayAgainstTheValue() throws Exception {
        log("MEETING", "2026-03-04T10:30", "VISIT", "100", "EUR").andExpect(status().is3xxRedirection());
        log("MEETING", "2026-07-04T10:30", "TRAVEL", "50.05", "EUR").andExpect(status().is3xxRedirection());
        log("NOTE", "2026-07-05T10:30", "GIFT", "30", "USD").andExpect(status().is3xxRedirection());
        log("CALL", "2026-07-06T10:30", "GIFT", "", "USD").andExpect(status().is3xxRedirection());
        // 110 + 60.06 + 30
        timeline(ABOUT, representative)
                .andExpect(content()
                        .string(allOf(
                                containsString("$200.06"),
                                containsString("(5% of the amount)"),
                                containsString("Visit $110"),
                                containsString("Travel $60.06"),
                                containsString("Gift $30"))));
        assertThat(text("select count(*)::text from activity where base_cost is not null"))
                .isEqualTo("3");
        timeline(CUSTOMER, representative)
                .andExpect(content()
                        .string(allOf(containsString("Costs so far: $200.06"), not(containsString("of the amount")))));
        timeline(CUSTOMER, colleague).andExpect(content().string(not(containsString("Costs so far"))));
    }

    @Test
    void aTaskCostsNothingUntilItIsDone() throws Exception {
        log("TASK", "2026-07-04T10:30", "TRAVEL", "80", "USD").andExpect(status().is3xxRedirection());
        timeline(ABOUT, representative).andExpect(content().string(not(containsString("Costs so far"))));
        long task = Long.parseLong(text("select max(id)::text from activity"));
        mvc.perform(post("/activities/" + task + "/completion")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        timeline(ABOUT, representative)
                .andExpect(content()
                        .string(allOf(containsString("Costs so far: $80"), containsString("(2% of the amount)"))));
    }

    @Test
    void aCorrectionThatLeavesTheCostKeepsItsRate() throws Exception {
        log("MEETING", "2026-03-04T10:30", "VISIT", "100", "EUR").andExpect(status().is3xxRedirection());
        database.sql("update currency_rate set rate = 2").update();
        long id = Long.parseLong(text("select max(id)::text from activity"));
        correct(id, 0, "TRAVEL", "100.00", "EUR").andExpect(status().is3xxRedirection());
        assertThat(text("select cost_kind || ' ' || base_cost from activity where id = " + id))
                .isEqualTo("TRAVEL 110.00");
        correct(id, 1, "TRAVEL", "101", "EUR").andExpect(status().is3xxRedirection());
        assertThat(text("select base_cost::text from activity where id = " + id))
                .isEqualTo("202.00");
        correct(id, 2, "TRAVEL", "", "EUR").andExpect(status().is3xxRedirection());
        assertThat(text("select num_nulls(cost_kind, cost, cost_currency, base_cost)::text from activity where id = "
                        + id))
                .isEqualTo("4");
        mvc.perform(get("/activities/" + id + "/history").with(signedIn(representative)))
                .andExpect(content().string(allOf(containsString("Spent on"), containsString("101"))));
    }

    @Test
    void whatCannotBeConvertedOrReadIsSaidAtTheFieldAndStays() throws Exception {
        log("MEETING", "2025-03-04T10:30", "VISIT", "100", "EUR")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is no exchange rate for EUR on that day."),
                                containsString("value=\"100\""),
                                containsString("<details class=\"activity-cost mt-2\" open"))));
        log("MEETING", "2026-03-04T10:30", "VISIT", "-3", "EUR")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please enter what it has cost")));
        log("MEETING", "2026-03-04T10:30", "VISIT", "much", "EUR")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"much\"")));
        assertThat(text("select count(*)::text from activity")).isEqualTo("0");
    }

    private ResultActions log(String kind, String at, String costKind, String cost, String currency) throws Exception {
        return mvc.perform(post("/activities")
                .param("about", ABOUT)
                .param("kind", kind)
                .param("subject", "Saw them")
                .param("at", at)
                .param("costKind", costKind)
                .param("cost", cost)
                .param("costCurrency", currency)
                .with(signedIn(representative))
                .with(csrf()));
    }

    private ResultActions correct(long id, int version, String costKind, String cost, String currency)
            throws Exception {
        return mvc.perform(post("/activities/" + id)
                .param("kind", "MEETING")
                .param("subject", "Saw them")
                .param("at", "2026-03-04T10:30")
                .param("version", "" + version)
                .param("costKind", costKind)
                .param("cost", cost)
                .param("costCurrency", currency)
                .with(signedIn(representative))
                .with(csrf()));
    }

    private ResultActions timeline(String about, Viewer viewer) throws Exception {
        return mvc.perform(get("/activities").param("about", about).with(signedIn(viewer)))
                .andExpect(status().isOk());
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
