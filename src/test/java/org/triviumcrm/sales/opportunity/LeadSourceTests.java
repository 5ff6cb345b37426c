package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Where the lead came from that became an opportunity: in the list, in its filters and in its files. */
@IntegrationTest
class LeadSourceTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    private Viewer administrator;

    @BeforeEach
    void opportunitiesOfLeads() {
        company.found();
        administrator = accounts.administrator();
        database.sql("delete from lead_qualification").update();
        database.sql("update lead set source = null").update();
        for (String source : new String[] {"Fair", "Word of mouth"}) {
            long lead = database.sql(
                            "insert into lead (id, full_name, source, created_at, updated_at) values (nextval('lead_seq'), 'Somebody', ?, now(), now()) returning id")
                    .param(source)
                    .query(Long.class)
                    .single();
            long deal = database.sql("""
                            insert into opportunity (id, name, pipeline_id, stage_id, customer_id, state, currency, probability, opened_on, stage_entered_at, owner_id,
                                created_at, updated_at)
                            select nextval('opportunity_seq'), 'From ' || :source, pipeline_id, stage_id, customer_id, 'OPEN', currency, 50, opened_on, now(), owner_id, now(), now()
                            from opportunity where id = :sample returning id""")
                    .param("source", source)
                    .param("sample", company.id("opportunity"))
                    .query(Long.class)
                    .single();
            database.sql("""
                            insert into lead_qualification (lead_id, person_id, at, customer_made, contact_made, opportunity_id, opportunity_version, lead_version, moved)
                            values (?, ?, now(), false, false, ?, 0, 0, '{}')""").params(lead, administrator.personId(), deal).update();
        }
    }

    @Test
    void isAskedForAndTakenAlong() throws Exception {
        assertThat(answer("/sales/opportunities?f.leadSource=Fair"))
                .contains("From Fair")
                .doesNotContain("From Word of mouth");
        assertThat(
                        answer(
                                "/lists/opportunity/export.csv?f.leadSource=Fair&f.leadSource=Word%20of%20mouth&columns=name,leadSource"))
                .contains("Lead source", "From Fair", "Fair", "From Word of mouth")
                .hasLineCount(3);
        assertThat(answer("/lists/opportunity/export.csv?f.leadSource=Nowhere")).hasLineCount(1);
    }

    private String answer(String address) throws Exception {
        var answer = mvc.perform(get(java.net.URI.create(address)).with(signedIn(administrator)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
