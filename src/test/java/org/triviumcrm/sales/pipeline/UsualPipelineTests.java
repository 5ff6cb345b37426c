package org.triviumcrm.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Whoever moves in with a pipeline of their own begins there, and not in the empty one that was there before. */
@IntegrationTest
class UsualPipelineTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private long team;
    private Viewer manager;

    @BeforeEach
    void twoPipelines() {
        team = accounts.team("West", null);
        manager = accounts.manager(team);
        pipeline(1, "First");
        pipeline(2, "Moved in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sales/board", "/sales/funnel"})
    void isWhereTheOpenOpportunitiesAre(String page) throws Exception {
        opportunity(1, 2, manager.personId());
        opportunity(2, 2, manager.personId());
        opportunity(3, 1, manager.personId());
        assertThat(chosen(page, manager)).isEqualTo("2");
        assertThat(chosen(page + "?pipeline=1", manager)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sales/board", "/sales/funnel"})
    void isTheFirstForWhomeverSeesNone(String page) throws Exception {
        opportunity(1, 2, manager.personId());
        assertThat(chosen(page, accounts.manager(accounts.team("East", null)))).isEqualTo("1");
    }

    @Test
    void isWhereANewOpportunityBegins() throws Exception {
        opportunity(1, 2, manager.personId());
        assertThat(content("/sales/opportunities/new", manager)).containsPattern("value=\"21\"[^>]*selected");
    }

    private String chosen(String page, Viewer viewer) throws Exception {
        String content = content(page, viewer);
        String choice = content.substring(content.indexOf("name=\"pipeline\""));
        choice = choice.substring(0, choice.indexOf("</select>"));
        return choice.replaceAll("(?s).*value=\"(\\d+)\"[^>]*selected.*", "$1");
    }

    private String content(String page, Viewer viewer) throws Exception {
        return mvc.perform(get(page).with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void pipeline(int id, String name) {
        database.sql("insert into pipeline (id, name, position, created_at, updated_at) values (?, ?, ?, now(), now())")
                .params(id, name, id)
                .update();
        String[] kinds = {"OPEN", "WON", "LOST"};
        for (int at = 0; at < kinds.length; at++) {
            database.sql("""
                            insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                            values (?, ?, ?, ?, ?, 50, now(), now())""")
                    .params(id * 10 + at + 1, id, kinds[at], at + 1, kinds[at])
                    .update();
        }
    }

    private void opportunity(int id, int pipeline, long owner) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount,
                            probability, opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        values (?, 'O', ?, ?, 'OPEN', 10, 'USD', 10, 50, current_date, now(), ?, ?, now(), now())""").params(id, pipeline, pipeline * 10 + 1, owner, team).update();
    }
}
