package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marketing manager says what makes a lead worth calling; a representative finds out whom to call first, and why. */
class LeadsAreScoredTests extends DemoCompanyTest {

    static final Set<String> PICTURES = Set.of("lead-model");

    private static final double MINUTE = 60_000;
    private static final int POINTS = 70;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheRuleToTheCall(String spoken) {
        speak(spoken);
        String title = said("Master of the scales", "计量主管");
        String rule = said("Weighs the goods", "负责计量");
        at("marketer");
        aRuleGivesPoints(rule, title);
        fromSoManyPointsOnSomebodyIsToCall();
        String lead = aLeadComesIn(title);
        itHasItsPoints(lead, rule);
        theRepresentativeIsToldAndSeesWhy(lead, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromLeadsThatWereDecidedToTheCall(String spoken) {
        speak(spoken);
        long first = spoken.equals("en") ? 720_000 : 730_000;
        leadsThatWereDecided(first);
        at("marketer");
        String model = whoBecomesACustomerIsLearned();
        itIsShownBesideThePoints(model);
        itSaysWhomToCallFirst(first);
        theRepresentativeSeesWhy(first);
    }

    /** Buyers from a fair become customers, others hardly ever; every third is open, half of these are the representative's. */
    private void leadsThatWereDecided(long first) {
        database.sql("""
                        insert into lead (id, company, job_title, source, state, reason, decided_at, owner_id, created_at, updated_at)
                        select :first + n, :name || n, case when n % 2 = 0 then :buyer end, s.source, d.state,
                            case when d.state = 'DISQUALIFIED' then :reason end,
                            case when d.state in ('QUALIFIED', 'DISQUALIFIED') then now() - interval '1 day' end,
                            (select id from person where name = :owner), now() - n * interval '1 hour', now() - interval '1 day'
                        from generate_series(1, 900) n
                        cross join lateral (select (array[:fair, :web, :advert])[1 + n / 6 % 3] as source) s
                        cross join lateral (select case when n % 3 = 0 then 'NEW'
                            when (s.source = :fair and n % 2 = 0) <> (n % 17 = 5) then 'QUALIFIED' else 'DISQUALIFIED' end as state) d""")
                .param("first", first)
                .param("name", said("Told ", "判断线索"))
                .param("buyer", said("Buyer", "采购"))
                .param("reason", said("No budget", "没有预算"))
                .param("owner", name("representative"))
                .param("fair", said("Trade fair 2026", "2026 展会"))
                .param("web", said("Search engine", "搜索引擎"))
                .param("advert", said("Leaflet", "传单"))
                .update();
    }

    private String whoBecomesACustomerIsLearned() {
        visit("/marketing/mining/new");
        page.locator("main li a", new Page.LocatorOptions().setHasText(text("marketing.mining.lead.qualified")))
                .click();
        assertThat(page.locator("main")).containsText(text("marketing.mining.ask.qualified"));
        page.locator("[name=name]").fill(said("Who becomes a customer", "谁会成为客户"));
        scan();
        page.locator("main form button[type=submit].btn-primary").click();
        page.waitForURL(url -> url.endsWith("/training"));
        for (String key : List.of("calls", "meetings", "attended", "responded")) {
            page.locator("input[value=" + key + "]").uncheck();
        }
        page.locator("input[value=source]").check();
        page.locator("input[value=hasJobTitle]").check();
        String model = page.url().replaceAll("^https?://[^/]+|/training$", "");
        page.locator("main form button[type=submit].btn-primary").click();
        assertThat(page.locator("#mining-tree"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTE)); // the page looks by itself
        assertThat(page.locator("#mining-groups tbody")).containsText(said("Trade fair 2026", "2026 展会"));
        return model;
    }

    private void itIsShownBesideThePoints(String model) {
        page.locator("form[action$='/shown'] button").click();
        page.waitForURL(url -> url.endsWith("/marketing/scores"));
        page.waitForCondition(
                () -> database.sql("select scoring = 'DONE' from mining_model where id = ? and shown_at is not null")
                        .param(Long.valueOf(model.replaceAll("\\D", "")))
                        .query(Boolean.class)
                        .single(),
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit("/marketing/scores");
        assertThat(page.locator("#score-model")).containsText(said("Who becomes a customer", "谁会成为客户"));
        scan();
        page.locator("#score-chances a").first().click();
        assertThat(page.locator("#results thead")).containsText(text("marketing.mining.says"));
        assertThat(page.locator("#results tbody tr").first()).containsText("%");
        settle();
        scan();
    }

    /** A new one is told soon after. */
    private void itSaysWhomToCallFirst(long first) {
        long id = first + 5_000;
        database.sql("""
                        insert into lead (id, company, job_title, source, owner_id, created_at, updated_at)
                        values (:id, :company, :title, :source, (select id from person where name = :owner), now(), now())""")
                .param("id", id)
                .param("company", said("Came in today", "今天的线索"))
                .param("title", said("Buyer", "采购"))
                .param("source", said("Trade fair 2026", "2026 展会"))
                .param("owner", name("representative"))
                .update();
        page.waitForCondition(
                () -> {
                    hurry("marketing-mining-leads");
                    return database.sql("select coalesce(chance, 0) from lead where id = ?")
                                    .param(id)
                                    .query(Integer.class)
                                    .single()
                            > 70;
                },
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit("/marketing/leads/" + id);
        assertThat(page.locator("#lead-model a")).containsText(said("Who becomes a customer", "谁会成为客户"));
        settle();
        scan();
    }

    private void theRepresentativeSeesWhy(long first) {
        at("representative");
        visit("/marketing/leads?f.chance=70..&sort=-createdAt");
        page.locator("#results tbody tr a", new Page.LocatorOptions().setHasText(said("Came in today", "今天的线索")))
                .first()
                .click();
        page.waitForURL(url -> url.endsWith("/" + (first + 5_000)));
        assertThat(page.locator("#lead-model")).containsText(said("Trade fair 2026", "2026 展会"));
        assertThat(page.locator("#lead-model a")).hasCount(0);
        settle();
        scan();
        guidePicture("lead-model");
    }

    private void aRuleGivesPoints(String rule, String title) {
        visit("/marketing/scores");
        scan();
        page.locator("main a.btn-primary").first().click();
        page.locator("[name=name]").fill(rule);
        page.locator("[name=points]").fill("" + POINTS);
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("main")).containsText(text("marketing.score.error.nothing"));
        assertThat(page.locator("[name=name]")).hasValue(rule);
        page.locator("#add-when").click();
        page.locator("[name='when.conditions[0].field']").selectOption("jobTitle");
        assertThat(page.locator("input[name='when.conditions[0].value']")).isVisible();
        page.locator("[name='when.conditions[0].comparison']").selectOption("IS");
        settle();
        page.locator("input[name='when.conditions[0].value']").fill(title);
        scan();
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("#score-rules tbody tr", new Page.LocatorOptions().setHasText(rule)))
                .containsText("+" + POINTS);
    }

    private void fromSoManyPointsOnSomebodyIsToCall() {
        database.sql("delete from score_threshold").update(); // the other language's
        Locator thresholds = page.locator("#score-thresholds");
        thresholds.locator("[name=atLeast]").fill("" + POINTS);
        choose(thresholds, "personId", name("representative"));
        thresholds.locator("[name=assigns]").check();
        thresholds.locator("form[action$='/thresholds'] button").last().click();
        assertThat(page.locator("#score-thresholds li", new Page.LocatorOptions().setHasText("" + POINTS)))
                .containsText(name("representative"));
    }

    /** Nobody looks after it yet. */
    private String aLeadComesIn(String title) {
        return "/marketing/leads/"
                + database.sql("""
                        insert into lead (id, company, job_title, created_at, updated_at)
                        values (nextval('lead_seq'), :company, :title, now(), now()) returning id""")
                        .param("company", said("Harbour Scales", "港口衡器"))
                        .param("title", title)
                        .query(Long.class)
                        .single();
    }

    private void itHasItsPoints(String lead, String rule) {
        long id = Long.parseLong(lead.replaceAll(".*/", ""));
        page.waitForCondition(
                () -> {
                    hurry("marketing-score-leads");
                    return database.sql("select coalesce(score, 0) from lead where id = ?")
                                    .param(id)
                                    .query(Integer.class)
                                    .single()
                            >= POINTS;
                },
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit(lead);
        assertThat(page.locator("main")).containsText(rule);
        settle();
        scan();
    }

    private void theRepresentativeIsToldAndSeesWhy(String lead, String rule) {
        at("representative");
        visit("/notices");
        page.locator("main a", new Page.LocatorOptions().setHasText(said("Harbour Scales", "港口衡器")))
                .first()
                .click();
        page.waitForURL(url -> url.endsWith(lead));
        assertThat(page.locator("h1")).containsText(said("Harbour Scales", "港口衡器"));
        assertThat(page.locator("main")).containsText(rule);
        visit("/marketing/leads?sort=-score");
        Locator first = page.locator("#results tbody tr").first();
        assertThat(first).containsText(said("Harbour Scales", "港口衡器"));
        assertThat(first.innerText()).contains("" + POINTS);
    }
}
