package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The worked example of the funnel, with live rows and through the page; and the totals that it reads. */
@IntegrationTest
class FunnelPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private long team;
    private Viewer manager;

    @BeforeEach
    void pipeline() {
        team = accounts.team("West", null);
        manager = accounts.manager(team);
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Prospect", 1, "OPEN", 50, 60);
        stage(12, "Bidding", 2, "OPEN", 80, 30);
        stage(13, "Negotiation", 3, "OPEN", 90, 30);
        stage(14, "Won", 4, "WON", 100, 0);
        stage(15, "Lost", 5, "LOST", 0, 0);
    }

    @Test
    void givesTheWorkedExampleToTheLastDigit() throws Exception {
        opportunity(1, 11, 500_000);
        opportunity(2, 12, 250_000);
        opportunity(3, 13, 200_000);
        database.sql("""
                insert into quota (id, measure, starts_on, months, team_id, amount, set_at)
                select nextval('quota_seq'), 'WON', cast(m as date), 1, nullif(cast(:team as bigint), 0), :amount, now()
                from generate_series(date_trunc('year', now()), date_trunc('year', now()) + interval '23 months', interval '1 month') m""").param("team", team).param("amount", 180_000).update();

        String page = mvc.perform(get("/sales/funnel").param("team", "" + team).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String months = page.substring(page.indexOf("id=\"months\""), page.indexOf("id=\"stages\""));
        for (int ahead : new int[] {1, 2, 4}) {
            assertThat(cell(months, ahead)).as("month %d", ahead).isEqualTo("$180,000");
        }
        assertThat(cell(months, 3)).isEqualTo("$0");
        assertThat(page)
                .contains(month(3) + ": $180,000 short; $250,000 more volume in Bidding would have to be there by "
                        + month(1))
                .contains("Prospect holds $485,626 less than the target needs month after month.");
        assertThat(page.split("id=\"stages\"", -1))
                .as("stands once on the page")
                .hasSize(2);
        String stages = page.substring(page.indexOf("id=\"stages\""));
        assertThat(List.of(held(stages, "Prospect"), held(stages, "Bidding"), held(stages, "Negotiation")))
                .as("what each must hold at any time, and what is missing of it")
                .containsExactly("$985,626 $485,626", "$246,407 $0", "$197,125 $0");
    }

    /** Teams right below what is shown, and the people of the chosen team, by what lies in their part of the funnel. */
    @Test
    void saysWhoFallsShortOfTheQuotasAhead() throws Exception {
        long north = accounts.team("North", team);
        long south = accounts.team("South", team);
        Viewer ann = accounts.representative(north);
        Viewer bob = accounts.representative(south);
        quota("team_id", north, 10_000);
        quota("team_id", south, 30_000);
        quota("person_id", ann.personId(), 50_000);
        held(1, 13, 100_000, ann);
        held(2, 13, 300_000, bob);

        String page = page(manager, "team", "" + team);
        // 90 % of 300,000 will be signed, of a quota of 180,000; nine tenths of 100,000 reach 60,000
        assertThat(page).doesNotContain("id=\"shortfalls\"");
        quota("team_id", south, 50_000);
        page = page(manager, "team", "" + team);
        assertThat(shortfalls(page))
                .contains("South", "$270,000", "$300,000", "$30,000")
                .doesNotContain("North");

        page = page(manager, "team", "" + north);
        assertThat(shortfalls(page))
                .as("Ann holds 90,000 of 300,000")
                .contains(ann.name(), "$90,000", "$300,000", "$210,000")
                .doesNotContain(bob.name());
        assertThat(page(ann, "window", "12")).as("sees the own alone").doesNotContain("id=\"shortfalls\"");
        for (Viewer stranger : List.of(ann, accounts.manager(south))) {
            mvc.perform(get("/sales/funnel").param("team", "" + north).with(signedIn(stranger)))
                    .andExpect(status().isNotFound());
        }
    }

    private static String shortfalls(String page) {
        return page.substring(page.indexOf("id=\"shortfalls\""));
    }

    private String page(Viewer viewer, String... parameter) throws Exception {
        return mvc.perform(
                        get("/sales/funnel").param(parameter[0], parameter[1]).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void quota(String whose, long id, int amount) {
        database.sql("delete from quota where " + whose + " = ?").param(id).update();
        database.sql(
                        "insert into quota (id, measure, starts_on, months, " + whose + ", amount, set_at)"
                                + " select nextval('quota_seq'), 'WON', cast(m as date), 1, :id, :amount, now()"
                                + " from generate_series(date_trunc('year', now()), date_trunc('year', now()) + interval '23 months', interval '1 month') m")
                .param("id", id)
                .param("amount", amount)
                .update();
    }

    private void held(int id, int stage, int amount, Viewer owner) {
        opportunity(id, stage, amount);
        database.sql("update opportunity set owner_id = :owner, team_id = :team where id = :id")
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("id", id)
                .update();
    }

    @Test
    void leavesOutWhatTheManagerDoesNotSee() throws Exception {
        opportunity(1, 13, 200_000);
        Viewer other = accounts.manager(accounts.team("East", null));
        mvc.perform(get("/sales/funnel").with(signedIn(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("$200,000"))));
        mvc.perform(get("/sales/funnel").with(signedIn(accounts.nobody()))).andExpect(status().isForbidden());
    }

    @Test
    void keepsTotalsOfStaysEqualToTheHistory() {
        Random chance = new Random(7);
        for (int i = 1; i <= 60; i++) {
            opportunity(i, 11, 1000);
            int from = 11;
            for (int step = chance.nextInt(5); step >= 0; step--) {
                int to = 11 + chance.nextInt(5);
                database.sql("""
                                insert into stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds)
                                values (nextval('stage_change_seq'), ?, 1, ?, ?, now() - ? * interval '1 day', ?)""")
                        .params(i, from, to, chance.nextInt(200), chance.nextInt(1_000_000))
                        .update();
                from = to;
            }
        }
        database.sql("delete from opportunity where id % 7 = 0").update();
        database.sql("update stage_change set from_stage_id = 12 where from_stage_id = 13 and id % 2 = 0")
                .update();
        assertThat(database.sql("""
                                with truth as (
                                    select f.id as stage_id, date_trunc('month', c.at at time zone 'UTC')::date as month,
                                        count(*) filter (where g.kind = 'WON' or g.kind = 'OPEN' and g.position > f.position) as forward,
                                        count(*) filter (where g.kind = 'OPEN' and g.position <= f.position) as backward,
                                        count(*) filter (where g.kind = 'LOST') as lost, sum(c.stayed_seconds) as seconds
                                    from stage_change c join stage f on f.id = c.from_stage_id join stage g on g.id = c.to_stage_id
                                    where f.kind = 'OPEN' group by 1, 2)
                                select count(*) from (
                                    (select * from truth except select * from stage_stay_total)
                                    union all
                                    (select * from stage_stay_total where forward + backward + lost > 0 except select * from truth)) d""").query(Long.class).single()).isZero();
    }

    private static String held(String stages, String stage) {
        String row = stages.substring(stages.indexOf(">" + stage + "<"));
        Matcher cells = Pattern.compile("data-label=\"(?:Needed at any time|Missing)\"[^>]*>([^<]*)<")
                .matcher(row.substring(0, row.indexOf("</tr>")));
        return cells.results().map(cell -> cell.group(1)).collect(Collectors.joining(" "));
    }

    private static String cell(String months, int ahead) {
        String row = months.substring(months.indexOf(month(ahead)));
        String cell = row.substring(row.indexOf("class=\"num\""));
        return cell.substring(cell.indexOf('>') + 1, cell.indexOf('<'));
    }

    private static String month(int ahead) {
        return DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH)
                .format(YearMonth.now(ZoneOffset.UTC).plusMonths(ahead));
    }

    private void stage(int id, String name, int position, String kind, int conversion, int days) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis,
                            created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, ?, ?, 'SET', now(), now())""").params(id, name, position, kind, days, conversion).update();
    }

    private void opportunity(int id, int stage, int amount) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount,
                            probability, opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        values (?, 'O', 1, ?, 'OPEN', ?, 'USD', ?, 50, current_date, now(), ?, ?, now(), now())""")
                .params(id, stage, amount, amount, manager.personId(), team)
                .update();
    }
}
