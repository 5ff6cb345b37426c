package org.triviumcrm.insight.winloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What is said about wins and losses is right for everybody's reach, and each number leads to its rows. */
@IntegrationTest
class WinLossPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer ann;
    private Viewer ben;
    private Viewer manager;

    @BeforeEach
    void decidedOnes() {
        long team = accounts.team("West", null);
        ann = accounts.representative(team);
        ben = accounts.representative(team);
        manager = accounts.manager(team);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        database.sql("insert into competitor (id, name, created_at, updated_at) values (1, 'Globex', now(), now())")
                .update();
        decided("Ann won", ann, "WON", "2026-03-05", null, false, 100);
        decided("Ann lost", ann, "LOST", "2026-03-06", "Price", true, 40);
        decided("Ann lost again", ann, "LOST", "2026-04-06", "Price", false, 60);
        decided("Ben lost", ben, "LOST", "2026-03-07", "No budget", true, 700);
        decided("Long ago", ben, "LOST", "2024-03-07", "No budget", true, 9);
        decided("Given up", ann, "TERMINATED", "2026-03-08", "Price", false, 5);
        database.sql("update opportunity set finish = 'ARCHIVED' where name = 'Ann lost'")
                .update();
        database.sql("update opportunity set competitor_id = 1 where name = 'Ann won'")
                .update();
        database.sql(
                        "insert into product (id, name, currency, created_at, updated_at) values (1, 'Widget', 'USD', now(), now())")
                .update();
        database.sql("update opportunity set product_id = 1 where name in ('Ann won', 'Ann lost')")
                .update();
        // an import tells with its history where it was lost
        database.sql("""
                        insert into stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds)
                        select nextval('stage_change_seq'), o.id, o.pipeline_id, f.id, o.stage_id, now(), 60 from opportunity o
                        join stage f on f.pipeline_id = o.pipeline_id and f.id = (select min(id) from stage s where s.kind = 'OPEN') where o.name = 'Ann lost'""").update();
        database.sql("update stage set name = 'Early' where id = (select min(id) from stage s where s.kind = 'OPEN')")
                .update();
    }

    @Test
    void countsWhatIsInReachByReasonCompetitorMonthAndOwner() throws Exception {
        String all = page(manager, "/insight/win-loss?from=2026-01&to=2026-06");
        assertThat(rowOf(all, "Price")).containsSubsequence("2", "67 %", "$100");
        assertThat(rowOf(all, "No budget")).containsSubsequence("1", "33 %", "$700");
        assertThat(rowOf(all, "Early")).containsSubsequence("1", "33 %", "$40");
        assertThat(rowOf(all, "Globex")).containsSubsequence("1", "$100", "2", "$740", "33 %");
        assertThat(rowOf(all, "Widget")).containsSubsequence("1", "$100", "1", "$40", "50 %");
        assertThat(rowOf(all, "West")).containsSubsequence("1", "$100", "3", "$800", "25 %");
        assertThat(rowOf(all, ann.name())).containsSubsequence("1", "$100", "2", "$100", "33 %");
        assertThat(rowOf(all, ben.name())).containsSubsequence("0", "$0", "1", "$700", "0 %");
        assertThat(rowOf(all, "Mar 2026")).containsSubsequence("1", "2", "33 %");

        String own = page(ann, "/insight/win-loss?from=2026-01&to=2026-06");
        assertThat(own).doesNotContain("$700").doesNotContain("$740");
        assertThat(rowOf(own, "Globex")).containsSubsequence("1", "$100", "1", "$40", "50 %");
        String others = page(manager, "/insight/win-loss?from=2026-01&to=2026-06&owner=" + ben.personId());
        assertThat(others).contains("$700").doesNotContain(">Price<");
    }

    @Test
    void ofManyPeopleThePageSaysThatTheFileHasAll() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            Viewer one = accounts.representative(manager.teamId());
            names.add(one.name());
            decided("Lost " + i, one, "LOST", "2026-03-09", "Price", false, 1);
        }
        String all = page(manager, "/insight/win-loss?from=2026-01&to=2026-06");
        assertThat(all).contains("The first 100 rows; the file has all of them.");
        assertThat(names.stream().filter(name -> all.contains(">" + name + "<")))
                .as("Ann and Ben have lost as well, and Ann more than the others")
                .hasSizeBetween(98, 99);
        String file = page(manager, "/insight/win-loss/export.csv?from=2026-01&to=2026-06");
        assertThat(names).allSatisfy(name -> assertThat(file).contains(name));
    }

    @Test
    void everyNumberLeadsToItsRowsThoseInTheArchiveToo() throws Exception {
        String all = page(manager, "/insight/win-loss?from=2026-01&to=2026-06");
        assertThat(page(manager, hrefIn(rowOf(all, "Price"))))
                .contains(">Ann lost<", ">Ann lost again<")
                .doesNotContain(">Ben lost<", ">Given up<");
        assertThat(page(manager, hrefIn(rowOf(all, "Early"))))
                .contains(">Ann lost<")
                .doesNotContain(">Ann lost again<", ">Ben lost<");
        assertThat(page(manager, lastHrefIn(rowOf(all, "Globex"))))
                .contains(">Ann lost<", ">Ben lost<")
                .doesNotContain(">Ann lost again<", ">Long ago<", ">Ann won<");
        assertThat(page(manager, hrefIn(rowOf(all, "Widget"))))
                .contains(">Ann won<")
                .doesNotContain(">Ann lost<");
        assertThat(page(manager, hrefIn(rowOf(all, ben.name()))))
                .contains("$700")
                .doesNotContain(">Price<");
        assertThat(page(manager, hrefIn(rowOf(all, "Mar 2026"))))
                .contains(">Ann won<")
                .doesNotContain(">Ann lost<");
    }

    @Test
    void theFileHasAllPartsAndTheStageIsKeptAsLongAsItIsLost() throws Exception {
        assertThat(page(manager, "/insight/win-loss/export.csv?from=2026-01&to=2026-06"))
                .contains(
                        "Why do we lose?,Price,,,2,100.00,",
                        "How do we do against competitors?,Globex,1,100.00,2,740.00,33",
                        "How do we do against competitors?,(not said),0,0.00,1,60.00,0")
                .contains("In which stage do we lose?,Early,,,1,40.00,");
        database.sql(
                        "update opportunity set state = 'OPEN', closed_on = null, finish = 'NONE', stage_id = (select min(id) from stage where kind = 'OPEN')"
                                + " where name = 'Ann lost'")
                .update();
        assertThat(lostIn("Ann lost")).isEmpty();
        database.sql(
                        "update opportunity set state = 'LOST', closed_on = current_date, stage_id = (select min(id) from stage where kind = 'LOST')"
                                + " where name = 'Ann lost'")
                .update();
        assertThat(lostIn("Ann lost")).contains("Early");
    }

    private java.util.Optional<String> lostIn(String name) {
        return database.sql("select s.name from opportunity o join stage s on s.id = o.lost_stage_id where o.name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private static String lastHrefIn(String row) {
        return HtmlUtils.htmlUnescape(
                row.substring(row.lastIndexOf("href=\"") + 6).replaceAll("(?s)\".*", ""));
    }

    private String page(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String rowOf(String page, String name) {
        Matcher row = Pattern.compile("<tr>\\s*<td>(<a [^>]*>)?" + Pattern.quote(name) + "<.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as("a row of %s in %s", name, page).isTrue();
        return row.group();
    }

    private static String hrefIn(String row) {
        Matcher href = Pattern.compile("href=\"([^\"]+)\"").matcher(row);
        assertThat(href.find()).isTrue();
        return HtmlUtils.htmlUnescape(href.group(1));
    }

    private void decided(
            String name, Viewer owner, String state, String day, String reason, boolean toGlobex, int amount) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, base_amount, currency, probability,
                            opened_on, closed_on, stage_entered_at, lost_reason_id, competitor_id, owner_id, team_id, created_at,
                            updated_at)
                        select nextval('opportunity_seq'), :name, s.pipeline_id, s.id, :state, :amount, :amount, 'USD', 0,
                               date '2024-01-01', cast(:day as date), now(), (select id from lost_reason where name = :reason),
                               :competitor, :owner, :team, now(), now()
                        from stage s where s.kind = case :state when 'WON' then 'WON' else 'LOST' end""")
                .param("name", name)
                .param("state", state)
                .param("amount", amount)
                .param("day", day)
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("competitor", toGlobex ? 1L : null, java.sql.Types.BIGINT)
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .update();
    }
}
