package org.triviumcrm.marketing.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What media report of campaigns, typed day by day, and what it comes to. */
@IntegrationTest
class CampaignResultsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    private Viewer marketer;
    private long campaign;

    @BeforeEach
    void aCampaignThatRuns() {
        company.found();
        marketer = accounts.marketingManager();
        campaign = company.id("campaign");
        database.sql("delete from campaign_result").update();
        database.sql("update campaign_cost set base_amount = 90").update();
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        become("RUNNING");
    }

    @Test
    void addUpToRatesAndToWhatEachHasCost() throws Exception {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2026-01-01', 1.1)")
                .update();
        record("2026-02-27", "1000", "20", "4", "100", "USD").andExpect(status().is3xxRedirection());
        record("2026-03-01", "2000", "25", "", "10", "EUR").andExpect(status().is3xxRedirection());
        ResultPart part = part();
        assertThat(part.sums().impressions()).isEqualTo(3000);
        assertThat(part.sums().clickRate()).isEqualByComparingTo("1.5");
        assertThat(part.sums().revenue()).isEqualByComparingTo("111");
        assertThat(part.perClick()).isEqualByComparingTo("2");
        assertThat(part.perLead()).isEqualByComparingTo("22.5");
        assertThat(part.perOrder()).as("there is none").isNull();
        assertThat(part.months()).extracting(month -> month.month().toString()).containsExactly("2026-02", "2026-03");
        mvc.perform(get("/marketing/results?f.campaign=" + campaign).with(signedIn(marketer)))
                .andExpect(content().string(containsString("3,000")));
    }

    @Test
    void areReportedOnceADay() throws Exception {
        record("2026-02-27", "1000", "20", "4", "100", "USD").andExpect(status().is3xxRedirection());
        record("2026-02-27", "1", "1", "1", "1", "USD")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This day has been reported already.")));
        record("2026-02-28", "-1", "1.5", "many", "-1", "USD").andExpect(status().isUnprocessableContent());
        assertThat(part().sums().impressions()).isEqualTo(1000);
    }

    @Test
    void areNotReportedBeforeThePlanCounts() throws Exception {
        become("PLANNED");
        record("2026-02-27", "1000", "20", "4", "100", "USD").andExpect(status().isUnprocessableContent());
        become("COMPLETED");
        record("2026-02-27", "1000", "20", "4", "100", "USD").andExpect(status().is3xxRedirection());
    }

    @Test
    void twoWhoChangeADaySeeBothVersions() throws Exception {
        record("2026-02-27", "1000", "20", "4", "100", "USD");
        long id =
                database.sql("select id from campaign_result").query(Long.class).single();
        change(id, "2000", 0).andExpect(status().is3xxRedirection());
        change(id, "3000", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("id=\"conflict\"")))
                .andExpect(content().string(containsString("value=\"3000\"")));
        change(id, "3000", 1).andExpect(status().is3xxRedirection());
        assertThat(part().sums().impressions()).isEqualTo(3000);
        mvc.perform(post("/marketing/results/{id}/deletion", id).with(csrf()).with(signedIn(marketer)))
                .andExpect(status().is3xxRedirection());
        assertThat(part().months()).isEmpty();
    }

    @Test
    void areSeenByWhoeverSeesTheCampaignAndWrittenByWhoChangesIt() throws Exception {
        record("2026-02-27", "1000", "20", "4", "100", "USD");
        long id =
                database.sql("select id from campaign_result").query(Long.class).single();
        Viewer seller = accounts.representative(null);
        mvc.perform(get("/marketing/campaigns/{id}/results", campaign).with(signedIn(seller)))
                .andExpect(status().isOk());
        mvc.perform(get("/marketing/results/{id}/edit", id).with(signedIn(seller)))
                .andExpect(status().isForbidden());
        Viewer stranger = accounts.allowed("marketing.campaign.view", "marketing.campaign.edit");
        mvc.perform(get("/marketing/campaigns/{id}/results", campaign).with(signedIn(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/marketing/results/{id}/edit", id).with(signedIn(stranger)))
                .andExpect(status().isNotFound());
    }

    private ResultPart part() throws Exception {
        return (ResultPart) Objects.requireNonNull(
                mvc.perform(get("/marketing/campaigns/{id}/results", campaign).with(signedIn(marketer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("results"));
    }

    private ResultActions record(
            String day, String impressions, String clicks, String leads, String revenue, String currency)
            throws Exception {
        return mvc.perform(post("/marketing/campaigns/{id}/results", campaign)
                .param("onDate", day)
                .param("impressions", impressions)
                .param("clicks", clicks)
                .param("leads", leads)
                .param("revenue", revenue)
                .param("currency", currency)
                .with(csrf())
                .with(signedIn(marketer)));
    }

    private ResultActions change(long id, String impressions, int version) throws Exception {
        ResultActions answer = mvc.perform(post("/marketing/results/{id}", id)
                .param("onDate", "2026-02-27")
                .param("impressions", impressions)
                .param("currency", "USD")
                .param("version", "" + version)
                .with(csrf())
                .with(signedIn(marketer)));
        entities.clear();
        return answer;
    }

    private void become(String state) {
        database.sql("update campaign set state = ?, approved_at = now() where id = ?")
                .params(state, campaign)
                .update();
    }
}
