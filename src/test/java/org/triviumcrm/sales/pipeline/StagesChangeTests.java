package org.triviumcrm.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Stages are put into another order, added and removed; what is measured of them goes by what is then. */
@IntegrationTest
class StagesChangeTests {

    private static final int PIPELINE = 990;
    private static final int EARLY = 9901;
    private static final int MIDDLE = 9902;
    private static final int LATE = 9903;
    private static final int WON = 9904;
    private static final int LOST = 9905;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer admin;
    private Viewer seller;

    @BeforeEach
    void aPipeline() {
        company.found();
        company.endCase();
        admin = company.administrator();
        seller = accounts.representative(accounts.team("West", null));
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (?, 'Machines', 9, now(), now())")
                .param(PIPELINE)
                .update();
        String[] kinds = {"OPEN", "OPEN", "OPEN", "WON", "LOST"};
        String[] names = {"Early", "Middle", "Late", "Ours", "Theirs"};
        for (int at = 0; at < kinds.length; at++) {
            database.sql("""
                            insert into stage (id, pipeline_id, name, position, kind, probability, created_at, updated_at)
                            values (?, ?, ?, ?, ?, 50, now(), now())""")
                    .params(EARLY + at, PIPELINE, names[at], at + 1, kinds[at])
                    .update();
        }
    }

    @Test
    void whatIsForwardGoesByTheOrderThatStagesHave() throws Exception {
        opportunity(990101, LATE);
        step(990101, null, EARLY, 90, 0);
        step(990101, EARLY, MIDDLE, 80, 100);
        step(990101, MIDDLE, LATE, 70, 200);
        assertThat(measured(EARLY)).isEqualTo("1 0 0 100");
        assertThat(measured(MIDDLE)).isEqualTo("1 0 0 200");

        place(EARLY, 1);
        place(EARLY, 1);
        assertThat(order()).containsExactly("Middle", "Late", "Early", "Ours", "Theirs");
        assertThat(measured(EARLY)).as("it led back, as things are now").isEqualTo("0 1 0 100");
        assertThat(measured(MIDDLE)).isEqualTo("1 0 0 200");
        database.sql("delete from opportunity where id = 990101").update();
        assertThat(measured(EARLY)).as("nothing of it is left").isNull();

        place(WON, -1);
        assertThat(order()).as("won and lost stay at the end").endsWith("Ours", "Theirs");
    }

    @Test
    void oneThatIsRemovedWasNeverApartFromTheOneThatItGoesInto() throws Exception {
        opportunity(990101, WON);
        step(990101, null, EARLY, 90, 0);
        step(990101, EARLY, MIDDLE, 80, 100);
        step(990101, MIDDLE, EARLY, 70, 30);
        step(990101, EARLY, MIDDLE, 60, 7);
        step(990101, MIDDLE, LATE, 50, 1000);
        step(990101, LATE, WON, 40, 5);
        opportunity(990102, MIDDLE);
        step(990102, null, EARLY, 90, 0);
        step(990102, EARLY, MIDDLE, 80, 864_000);
        opportunity(990103, LOST);
        database.sql("update opportunity set lost_stage_id = ? where id = 990103")
                .param(MIDDLE)
                .update();
        step(990103, null, MIDDLE, 90, 0);
        step(990103, MIDDLE, LOST, 80, 11);
        String entered =
                text("select (stage_entered_at - interval '10 days')::text from opportunity where id = 990102");

        mvc.perform(post("/administration/stages/{id}/removal", MIDDLE)
                        .param("toStageId", "" + EARLY)
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().is3xxRedirection());

        assertThat(order()).containsExactly("Early", "Late", "Ours", "Theirs");
        assertThat(steps(990101))
                .as("one stay of 100 + 30 + 7 + 1000 seconds")
                .containsExactly("null 9901 null", "9901 9903 1137", "9903 9904 5");
        assertThat(steps(990102)).containsExactly("null 9901 null");
        assertThat(text("select stage_id || ' ' || (stage_entered_at::text = '" + entered
                        + "') from opportunity where id = 990102"))
                .as("there since it came into the former one")
                .isEqualTo("9901 true");
        assertThat(text("select lost_stage_id::text from opportunity where id = 990103"))
                .isEqualTo("" + EARLY);
        assertThat(measured(EARLY)).as("nothing led back").isEqualTo("1 0 1 1148");
        assertThat(measured(MIDDLE)).isNull();
        String history = mvc.perform(get("/sales/opportunities/990102/history").with(signedIn(admin)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(history).contains("A stage was removed", admin.name());
    }

    private void place(int stage, int step) throws Exception {
        mvc.perform(post("/administration/stages/{id}/place", stage)
                        .param("step", "" + step)
                        .with(csrf())
                        .with(signedIn(admin)))
                .andExpect(status().is3xxRedirection());
        entities.flush();
    }

    private List<String> order() {
        return database.sql("select name from stage where pipeline_id = ? order by position")
                .param(PIPELINE)
                .query(String.class)
                .list();
    }

    /** Forward, backward, lost, and seconds. */
    private @Nullable String measured(int stage) {
        return text(
                "select sum(forward) || ' ' || sum(backward) || ' ' || sum(lost) || ' ' || sum(seconds) from stage_stay_total where stage_id = "
                        + stage + " having count(*) > 0");
    }

    private List<String> steps(long opportunity) {
        return database.sql("""
                        select coalesce(from_stage_id::text, 'null') || ' ' || to_stage_id || ' ' || coalesce(stayed_seconds::text, 'null')
                        from stage_change where opportunity_id = ? order by at, id""").param(opportunity).query(String.class).list();
    }

    private void step(long opportunity, @Nullable Integer from, int to, int daysAgo, int stayed) {
        database.sql("""
                        insert into stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds)
                        values (nextval('stage_change_seq'), :opportunity, :pipeline, :from, :to, now() - :days * interval '1 day', :stayed)""")
                .param("opportunity", opportunity)
                .param("pipeline", PIPELINE)
                .param("from", from, java.sql.Types.BIGINT)
                .param("to", to)
                .param("days", daysAgo)
                .param("stayed", from == null ? null : stayed, java.sql.Types.BIGINT)
                .update();
    }

    private void opportunity(long id, int stage) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, closed_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        values (:id, 'O', :pipeline, :stage, :state, 10, 'USD', 10, 50, current_date, :closed, now(), :owner, :team, now(), now())""")
                .param("id", id)
                .param("pipeline", PIPELINE)
                .param("stage", stage)
                .param("state", stage == WON ? "WON" : stage == LOST ? "LOST" : "OPEN")
                .param("closed", stage == WON || stage == LOST ? java.time.LocalDate.now() : null, java.sql.Types.DATE)
                .param("owner", seller.personId())
                .param("team", seller.teamId())
                .update();
    }

    private @Nullable String text(String sql) {
        return database.sql(sql).query(String.class).optional().orElse(null);
    }
}
