package org.triviumcrm.marketing.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** The campaigns of a customer: its own and those of the people who work there, each once, and the way to all of them. */
@IntegrationTest
class CustomerCampaignsTests {

    @Autowired
    CustomerCampaignService campaigns;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    MockMvc mvc;

    private long customer;

    @BeforeEach
    void invited() {
        company.found();
        customer = company.id("customer");
        database.sql(
                        "insert into campaign_participant (campaign_id, customer_id, status, invited_at, attended_at, source, created_at, updated_at)"
                                + " values (:campaign, :customer, 'ATTENDED', timestamptz '2026-03-01T12:00Z', timestamptz '2026-04-20T12:00Z', 'HAND', now(), now())")
                .param("campaign", company.id("campaign"))
                .param("customer", customer)
                .update();
    }

    @Test
    void allOfThemAreThere() throws Exception {
        Viewer administrator = company.administrator();
        Related<Participation> all = campaigns.ofCustomer(administrator, customer);
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.rows())
                .extracting(Participation::campaignId, Participation::status, one -> one.contact() == null)
                .containsExactly(
                        tuple(company.id("campaign"), ParticipantStatus.CHOSEN, false),
                        tuple(company.id("campaign"), ParticipantStatus.ATTENDED, true));
        mvc.perform(get(all.href()).with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/customers/" + customer + "\"")))
                .andExpect(content().string(containsString("/contacts/" + company.id("contact") + "\"")));
        mvc.perform(get(all.href().replace(String.valueOf(customer), "990999")).with(signedIn(administrator)))
                .andExpect(content().string(not(containsString("/contacts/" + company.id("contact") + "\""))));
    }

    @Test
    void othersSeeWhatTheySee() throws Exception {
        assertThatThrownBy(() -> campaigns.ofCustomer(accounts.serviceAgent(), customer))
                .isInstanceOf(AccessDeniedException.class);
        mvc.perform(get("/marketing/customers/990999/campaigns").with(signedIn(company.administrator())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/marketing/customers/" + customer + "/campaigns").with(signedIn(company.administrator())))
                .andExpect(content().string(containsString("Sample campaign")));
        database.sql("delete from campaign_participant").update();
        mvc.perform(get("/marketing/customers/" + customer + "/campaigns").with(signedIn(company.administrator())))
                .andExpect(content().string(containsString("In no campaign yet.")));
    }
}
