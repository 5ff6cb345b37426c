package org.triviumcrm.marketing.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** Campaigns by their state, moved from one to another without going round what has to be asked. */
@IntegrationTest
class CampaignBoardTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleFlows flows;

    @Autowired
    CampaignBoardService board;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    private Viewer manager;

    @BeforeEach
    void company() {
        company.found();
        company.endCase();
        manager = accounts.marketingManager();
    }

    @Test
    void aColumnHasItsCardsPageByPageAndTheTotalsOfAll() {
        for (int i = 0; i < CampaignBoardService.CARDS + 5; i++) {
            campaign("Board " + i, "RUNNING", LocalDate.of(2031, 1, 1).plusDays(i / 3), "Bay");
        }
        CampaignFilter bay = new CampaignFilter(null, "Bay", null, null);
        CampaignColumn first = column(bay, CampaignState.RUNNING);
        assertThat(first.count()).isEqualTo(25);
        assertThat(first.budget()).isEqualByComparingTo(new BigDecimal("250"));
        assertThat(first.cards()).hasSize(20);
        CampaignColumn next = board.column(manager, bay, CampaignState.RUNNING, first.after());
        assertThat(next.cards()).hasSize(5);
        assertThat(next.after()).isNull();
        assertThat(first.cards())
                .extracting(CampaignCard::id)
                .doesNotContainAnyElementsOf(
                        next.cards().stream().map(CampaignCard::id).toList());
        assertThat(column(bay, CampaignState.PLANNED).count()).isZero();
    }

    @Test
    void aMoveIsAStepOfItsLife() throws Exception {
        long id = campaign("Fair", "PLANNED", LocalDate.of(2031, 1, 1), "Bay");
        move(id, "RUNNING").andExpect(status().isConflict()).andExpect(header().exists("X-Problem"));
        assertThat(state(id)).isEqualTo("PLANNED");
        move(id, "APPROVED").andExpect(status().isNoContent());
        move(id, "RUNNING").andExpect(status().isNoContent());
        move(id, "CANCELLED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(header().string("X-Dialog", "/marketing/campaigns/" + id + "/cancellation?from=board"));
        assertThat(state(id)).as("a reason comes first").isEqualTo("RUNNING");
        mvc.perform(post("/marketing/campaigns/" + id + "/cancellation")
                        .param("reason", "Nobody comes")
                        .param("from", "board")
                        .with(csrf())
                        .with(signedIn(manager)))
                .andExpect(redirectedUrl("/marketing/board"));
    }

    @Test
    void whatAFlowAsksForIsNotGoneRound() throws Exception {
        flows.active("campaign", "PLAN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(accounts.administrator()));
        long id = campaign("Fair", "PLANNED", LocalDate.of(2031, 1, 1), "Bay");
        move(id, "APPROVED").andExpect(forwardedUrl("/approvals/needed"));
        assertThat(state(id)).isEqualTo("PLANNED");
    }

    @Test
    void cardsOfThoseWhoMayNotMoveThemStay() throws Exception {
        campaign("Fair", "APPROVED", LocalDate.of(2031, 1, 1), "Bay");
        assertThat(text("/marketing/board?region=Bay")).contains("data-to=\"RUNNING CANCELLED\"", "Fair");
        manager = accounts.representative(null);
        assertThat(text("/marketing/board?region=Bay")).contains("Fair").doesNotContain("data-movable=\"true\"");
    }

    private CampaignColumn column(CampaignFilter narrow, CampaignState state) {
        List<CampaignColumn> all = board.columns(manager, narrow);
        assertThat(all).extracting(CampaignColumn::state).containsExactly(CampaignState.values());
        return all.get(state.ordinal());
    }

    private ResultActions move(long id, String to) throws Exception {
        entities.flush();
        return mvc.perform(post("/marketing/campaigns/" + id + "/move")
                .param("to", to)
                .header("HX-Request", "true")
                .with(csrf())
                .with(signedIn(manager)));
    }

    private long campaign(String name, String state, LocalDate start, String region) {
        return database.sql("""
                        insert into campaign (id, name, method_id, region, start_on, end_on, currency, budget, base_budget, state, state_since, approved_at, owner_id,
                            created_at, updated_at)
                        select nextval('campaign_seq'), :name, method_id, :region, :start, :start + 9, currency, 10, 10, :state, now(), now(), owner_id, now(), now()
                        from campaign where id = :like returning id""")
                .param("name", name)
                .param("state", state)
                .param("start", start)
                .param("region", region)
                .param("like", company.id("campaign"))
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        entities.flush();
        return database.sql("select state from campaign where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String text(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
