package org.triviumcrm.sales.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The forecast by categories: what counts as what, who sees whose, and what people say of it. */
@IntegrationTest
class OutlookTests {

    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    private static final String MONTH = NOW.toString();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    OutlookService outlooks;

    @Autowired
    StatementService statements;

    private long west;
    private Viewer manager;
    private Viewer ann;
    private Viewer bob;

    @BeforeEach
    void company() {
        west = accounts.team("West", null);
        long coast = accounts.team("Coast", west);
        manager = accounts.manager(west);
        ann = accounts.representative(west);
        bob = accounts.representative(coast);
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", 1, "OPEN", "PIPELINE");
        stage(12, "Late", 2, "OPEN", "COMMIT");
        stage(14, "Won", 3, "WON", "PIPELINE");
        stage(15, "Lost", 4, "LOST", "PIPELINE");
        manager = accounts.viewer(manager.personId());
    }

    @Test
    void countsWhatIsWonSureAndPossibleOfAllPeopleBelow() {
        deal(1, ann, 11, "OPEN", 100, NOW);
        deal(2, ann, 12, "OPEN", 1000, NOW);
        deal(3, bob, 12, "OPEN", 20, NOW);
        deal(4, bob, 14, "WON", 7, NOW);
        deal(5, bob, 11, "OPEN", 9999, NOW.plusMonths(4));
        deal(6, ann, 12, "SUSPENDED", 5555, NOW);
        deal(7, ann, 11, "OPEN", 3, NOW.minusMonths(2));

        Outlook all = of(manager);
        assertThat(all.total().expected().commit()).isEqualByComparingTo("1020");
        assertThat(all.total().expected().pipeline()).isEqualByComparingTo("100");
        assertThat(all.total().expected().won()).isEqualByComparingTo("7");
        assertThat(all.total().expected().weighted()).isEqualByComparingTo("567");
        assertThat(all.overdue()).isEqualTo(new OutlookRepository.Overdue(1, new BigDecimal("3.00")));
        assertThat(all.rows()).extracting(OutlookRow::name).containsExactly("Coast", ann.name());
        assertThat(all.rows().get(0).expected().commit()).isEqualByComparingTo("20");
        assertThat(all.months().get(4).expected().pipeline()).isEqualByComparingTo("9999");

        assertThat(of(bob).total().expected().commit()).isEqualByComparingTo("20");
        assertThat(of(accounts.manager(accounts.team("East", null))).rows()).isEmpty();
    }

    @Test
    void followsTheStageUnlessSomebodyHasSaidOtherwise() throws Exception {
        deal(1, ann, 11, "OPEN", 100, NOW);
        deal(2, ann, 11, "OPEN", 50, NOW);
        choose(ann, 1, "BEST_CASE").andExpect(status().is3xxRedirection());
        assertThat(of(ann).total().expected().bestCase()).isEqualByComparingTo("100");
        database.sql("update stage set forecast_category = 'OMITTED' where id = 11")
                .update();
        Expected then = of(ann).total().expected();
        assertThat(then.bestCase()).isEqualByComparingTo("100");
        assertThat(then.omitted()).isEqualByComparingTo("50");
        assertThat(then.weighted()).isEqualByComparingTo("50");

        mvc.perform(post("/sales/opportunities/2/move")
                        .param("stageId", "12")
                        .with(signedIn(ann))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        choose(ann, 1, "").andExpect(status().is3xxRedirection());
        assertThat(of(ann).total().expected().commit()).isEqualByComparingTo("50");
        assertThat(of(ann).total().expected().omitted()).isEqualByComparingTo("100");
        choose(ann, 1, "SURELY").andExpect(status().isUnprocessableContent());
        choose(bob, 1, "COMMIT").andExpect(status().isNotFound());
        assertThat(of(ann).total().rows(Period.month(NOW), "COMMIT")).contains("f.forecast=COMMIT", "f.state=OPEN");
        mvc.perform(get(of(ann).total().rows(Period.month(NOW), "COMMIT")).with(signedIn(ann)))
                .andExpect(content().string(containsString("Deal 2")));
    }

    @Test
    void keepsWhatThePersonSaidBesideWhatTheManagerMadeOfIt() throws Exception {
        deal(1, ann, 12, "OPEN", 1000, NOW);
        say(ann, ann, "900", "1200", "").andExpect(status().is3xxRedirection());
        say(manager, ann, "700", "1200", "The budget is not signed").andExpect(status().is3xxRedirection());

        Said said = statements.of(ann, ann.personId(), MONTH).said();
        assertThat(said.submitted().committed()).isEqualByComparingTo("900");
        assertThat(said.submitted().withCommit()).isEqualByComparingTo("1000");
        assertThat(said.committed()).isEqualByComparingTo("700");
        assertThat(of(manager).total().committed()).isEqualByComparingTo("700");
        mvc.perform(get("/sales/forecast").param("period", MONTH).with(signedIn(manager)))
                .andExpect(content().string(containsString("The budget is not signed")));
        assertThat(database.sql("select count(*) from notice where person_id = ?")
                        .param(ann.personId())
                        .query(Long.class)
                        .single())
                .isOne();

        say(ann, ann, "950", "1000", "It is signed now").andExpect(status().is3xxRedirection());
        said = statements.of(manager, ann.personId(), MONTH).said();
        assertThat(said.committed()).isEqualByComparingTo("950");
        assertThat(said.isOutdated()).isTrue();
        assertThat(statements.of(manager, ann.personId(), MONTH).statements()).hasSize(3);
        assertThat(of(manager).total().speakers()).isOne();
    }

    @Test
    void refusesWhatIsNoForecastAndKeepsWhatWasTyped() throws Exception {
        say(manager, ann, "700", "800", " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Please say why.")))
                .andExpect(content().string(containsString("value=\"700\"")));
        say(ann, ann, "900", "800", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The best case is at least the commit.")));
        say(ann, ann, "many", "-1", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"many\"")));
        for (String wrong : List.of("2020-01", NOW.getYear() + 1 + "", "soon")) {
            mvc.perform(post("/sales/forecast/people/" + ann.personId())
                            .param("period", wrong)
                            .param("committed", "1")
                            .param("bestCase", "1")
                            .with(signedIn(ann))
                            .with(csrf()))
                    .andExpect(status().isUnprocessableContent());
        }
        say(ann, bob, "1", "1", "I think so").andExpect(status().isNotFound());
        say(bob, ann, "1", "1", "I think so").andExpect(status().isNotFound());
        mvc.perform(get("/sales/forecast/people/" + ann.personId()).with(signedIn(bob)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/sales/forecast").param("team", "" + west).with(signedIn(bob)))
                .andExpect(status().isNotFound());
    }

    private Outlook of(Viewer viewer) {
        entities.flush();
        return outlooks.outlook(viewer, new OutlookFilter(MONTH, null));
    }

    private ResultActions choose(Viewer viewer, long id, String category) throws Exception {
        return mvc.perform(post("/sales/opportunities/" + id + "/forecast")
                .param("category", category)
                .with(signedIn(viewer))
                .with(csrf()));
    }

    private ResultActions say(Viewer viewer, Viewer whose, String committed, String best, String note)
            throws Exception {
        return mvc.perform(post("/sales/forecast/people/" + whose.personId())
                .param("period", MONTH)
                .param("committed", committed)
                .param("bestCase", best)
                .param("note", note)
                .with(signedIn(viewer))
                .with(csrf()));
    }

    private void stage(int id, String name, int position, String kind, String category) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis,
                            forecast_category, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', ?, now(), now())""").params(id, name, position, kind, category).update();
    }

    private void deal(int id, Viewer owner, int stage, String state, int amount, YearMonth expected) {
        LocalDate day = expected.atDay(1);
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, expected_close_date, closed_on, suspended_until,
                            suspend_reason, created_at, updated_at)
                        values (:id, 'Deal ' || :id, 1, :stage, :state, :amount, 'USD', :amount, 50, current_date, now(), :owner, :team,
                            :day, case :state when 'WON' then :day end, case :state when 'SUSPENDED' then current_date + 9 end,
                            case :state when 'SUSPENDED' then 'Later' end, now(), now())""")
                .param("id", id)
                .param("stage", stage)
                .param("state", state)
                .param("amount", amount)
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("day", day)
                .update();
    }
}
