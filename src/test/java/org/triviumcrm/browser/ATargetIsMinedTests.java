package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A marketing manager says by a rule which customers belong together and freezes them on a target list; then asks the customers themselves who
 * answers a campaign, understands the rule that comes of it, takes those who are likely to answer next into a campaign, and reads afterwards
 * whether what was promised of them came true.
 */
class ATargetIsMinedTests extends DemoCompanyTest {

    static final Set<String> PICTURES = Set.of("mining-result", "mining-outcome");

    private static final double MINUTE = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheQuestionToTheCampaign(String spoken) {
        speak(spoken);
        long first = spoken.equals("en") ? 700_000 : 710_000;
        long campaign = customersOfWhomHalfWereAsked(first);
        at("marketer");
        long segment = aSegmentSaysWhoBelongsTogether(first);
        itIsFrozenOnATargetList(segment);
        long start = System.nanoTime();
        String model = theQuestionIsAsked(campaign);
        whatWasLearnedIsARule(model);
        thoseWhoAreLikelyGoIntoACampaign(model);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("waiting leaves a person most of ten minutes to read and choose")
                .isLessThan(Duration.ofMinutes(3));
    }

    /** Retailers with 200 people and more answer nine times in ten, the others seldom; every other one was asked. */
    private long customersOfWhomHalfWereAsked(long first) {
        String trade = said("Retail trade", "零售业");
        database.sql("""
                        insert into customer (id, name, industry, employees, created_at, updated_at)
                        select :first + n, :name || n, (array[:trade, :other, :third])[1 + n % 3], (n * 37) % 400,
                            timestamptz '2026-01-01' + n * interval '1 hour', now()
                        from generate_series(1, 2000) n""")
                .param("first", first)
                .param("name", said("Mined ", "挖掘"))
                .param("trade", trade)
                .param("other", said("Health care", "医疗业"))
                .param("third", said("Power", "电力业"))
                .update();
        long campaign = database.sql(
                        "select min(id) from campaign where state = 'RUNNING' and (name ~ '[一-龥]') = :chinese")
                .param("chinese", said("en", "zh").equals("zh"))
                .query(Long.class)
                .single();
        database.sql("""
                        insert into campaign_participant (campaign_id, customer_id, source, status, created_at, updated_at, invited_at, responded_at)
                        select :campaign, c.id, 'HAND', case when y.yes then 'RESPONDED' else 'INVITED' end, c.created_at, c.created_at, c.created_at,
                            case when y.yes then c.created_at + interval '2 days' end
                        from customer c cross join lateral (select (c.industry = :trade and c.employees >= 200) <> (c.id % 20 = 8) as yes) y
                        where c.id between :first + 1 and :first + 2000 and c.id % 2 = 0""")
                .param("campaign", campaign)
                .param("trade", trade)
                .param("first", first)
                .update();
        return campaign;
    }

    private long aSegmentSaysWhoBelongsTogether(long first) {
        visit("/customers/segments/new");
        String name = said("Large ones that were asked", "受邀过的大客户");
        page.locator("[name=name]").fill(name);
        page.locator("[name='when.conditions[0].field']").selectOption("employees");
        assertThat(page.locator("input[name='when.conditions[0].value']")).isVisible();
        page.locator("[name='when.conditions[0].comparison']").selectOption("MORE_THAN");
        settle();
        page.locator("[name='when.conditions[0].value']").fill("199");
        page.locator("#add-when").click();
        page.locator("[name='when.conditions[1].field']").selectOption("invited");
        assertThat(page.locator("[name='when.conditions[1].value']")).hasValue("1");
        assertThat(page.locator("#segment-count")).containsText(text("marketing.participant.did.invited"));
        long fit = database.sql("""
                        select count(distinct c.id) from customer c join campaign_participant p on p.invited_at is not null
                            and (p.customer_id = c.id or p.contact_id in (select k.id from contact k where k.customer_id = c.id))
                        where c.employees > 199""").query(Long.class).single();
        assertThat(page.locator("#segment-count")).containsText(text("customer.segment.count", fit));
        scan();
        page.locator("#segment-form .btn-primary").click();
        assertThat(page.locator("h1")).hasText(name);
        long id = Long.parseLong(page.url().replaceAll(".*/", ""));
        page.waitForCondition(
                () -> database.sql("select count(*) from segment_member where segment_id = ? and until is null")
                                .param(id)
                                .query(Long.class)
                                .single()
                        == fit,
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        visit("/customers/segments/" + id);
        assertThat(page.locator("#record-members")).containsText(text("customer.segment.count", fit));
        scan();
        assertThat(database.sql("select count(*) from segment_member where segment_id = ? and customer_id > ?")
                        .params(id, first)
                        .query(Long.class)
                        .single())
                .isPositive();
        return id;
    }

    private void itIsFrozenOnATargetList(long segment) {
        visit("/marketing/audiences/new");
        String name = said("Frozen", "冻结名单");
        page.locator("[name=name]").fill(name);
        page.locator("main form button[type=submit].btn-primary").click();
        assertThat(page.locator("h1")).hasText(name);
        long list = Long.parseLong(page.url().replaceAll(".*/", ""));
        visit("/marketing/audiences/" + list + "/segments/new");
        page.locator("[name=segmentId]").selectOption(String.valueOf(segment));
        scan();
        page.locator("main form button[type=submit].btn-primary").click();
        page.waitForCondition(
                () -> database.sql(
                                        "select count(*) from audience_member a join segment_member s on s.customer_id = a.customer_id and s.until is null"
                                                + " where a.audience_id = ? and s.segment_id = ?")
                                .params(list, segment)
                                .query(Long.class)
                                .single()
                        > 300,
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
    }

    private String theQuestionIsAsked(long campaign) {
        visit("/marketing/mining");
        page.locator("main a.btn-primary").first().click();
        page.locator("main li a", new Page.LocatorOptions().setHasText(text("marketing.participant.did.responded")))
                .click();
        choose(
                page.locator("main form"),
                "thing",
                database.sql("select name from campaign where id = ?")
                        .param(campaign)
                        .query(String.class)
                        .single());
        page.locator("[name=name]").fill(said("Who answers us", "谁会回应"));
        scan();
        page.locator("main form button[type=submit].btn-primary").click();
        page.waitForURL(url -> url.endsWith("/training"));
        assertThat(page.locator("input[value=industry]")).isChecked();
        scan();
        String model = page.url().replaceAll("^https?://[^/]+|/training$", "");
        page.locator("main form button[type=submit].btn-primary").click();
        assertThat(page.locator("#mining-tree"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTE)); // the page looks by itself
        return model;
    }

    private void whatWasLearnedIsARule(String model) {
        Locator best = page.locator("#mining-groups tbody tr").first();
        assertThat(best).containsText(said("Retail trade", "零售业"));
        assertThat(best).containsText(text("customer.customer.employees"));
        assertThat(page.locator("#mining-tree")).isVisible();
        settle();
        scan();
        guidePicture("mining-result");
    }

    private void thoseWhoAreLikelyGoIntoACampaign(String model) {
        page.locator("form[action$='/scoring'] button").click();
        assertThat(page.locator("a[href$='/uses/new']"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MINUTE)); // the page looks by itself
        page.locator("a[href$='/uses/new']").click();
        page.locator("[name=leaves]").first().check();
        String name = said("Likely to answer", "可能回应的客户");
        page.locator("[name=name]").fill(name);
        scan();
        page.locator("main form button[type=submit].btn-primary").click();
        page.waitForURL(url -> url.contains("/bulk-runs/"));
        long list = database.sql("select id from audience where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        page.waitForCondition(
                () -> database.sql("select count(*) from audience_member where audience_id = ?")
                                .param(list)
                                .query(Long.class)
                                .single()
                        > 50,
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        assertThat(database.sql(
                                "select bool_and(c.industry = :trade and c.employees >= 150) from audience_member a join customer c on c.id = a.customer_id where a.audience_id = :list")
                        .param("trade", said("Retail trade", "零售业"))
                        .param("list", list)
                        .query(Boolean.class)
                        .single())
                .as("everybody on it is whom the rule says")
                .isTrue();
        visit(model);
        assertThat(page.locator("main")).containsText(name);
        theyAreToBeInvited(list);
        theLikeliestBecomeACampaignOfTheirOwn(model);
    }

    /** The list is there, the campaign is planned, and its page leads to what was promised. */
    private void theLikeliestBecomeACampaignOfTheirOwn(String model) {
        visit(model);
        page.locator("a[href$='/uses/new']").click();
        page.locator("#mining-bands [name=band]").first().check();
        assertThat(page.locator("[name=methodId]")).isHidden();
        page.locator("[name=into][value=NEW]").check();
        page.locator("[name=methodId]").selectOption(new SelectOption().setIndex(1));
        String name = said("The likeliest", "最可能的客户");
        page.locator("[name=name]").fill(name);
        scan();
        page.locator("main form button[type=submit].btn-primary").click();
        assertThat(page.locator("h1")).containsText(name);
        assertThat(page.locator("main")).containsText(text("marketing.state.PLANNED"));
        page.locator("a[href*='/uses/']").first().click();
        assertThat(page.locator("#mining-outcome tbody tr").first()).containsText(said("Retail trade", "零售业"));
        assertThat(page.locator("main .alert")).containsText(text("marketing.mining.verdict.NOBODY"));
        scan();
        itIsReadWhetherThePromiseWasKept(name);
    }

    /** While answers still come in there are fewer than promised; in the end as many have answered as was promised. */
    private void itIsReadWhetherThePromiseWasKept(String campaign) {
        long use = Long.parseLong(page.url().replaceAll(".*/", ""));
        long people = database.sql("select count(*) from mining_use_member where use_id = ?")
                .param(use)
                .query(Long.class)
                .single();
        page.waitForCondition(
                () -> database.sql(
                                        "select count(*) from campaign_participant p join campaign c on c.id = p.campaign_id where c.name = ?")
                                .param(campaign)
                                .query(Long.class)
                                .single()
                        == people,
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
        long half = answersCameIn(use, "n <= " + people / 2);
        page.reload();
        Locator verdict = page.locator("main .alert");
        assertThat(verdict).containsText(text("marketing.mining.verdict.FEWER"));
        assertThat(verdict).containsText(said("(" + half + " of " + people + ")", String.valueOf(half)));
        Matcher promised = Pattern.compile("([\\d.]+)\\s*%").matcher(verdict.textContent());
        assertThat(promised.find()).isTrue();
        long most = answersCameIn(use, "n <= " + Math.round(people * Double.parseDouble(promised.group(1)) / 100));
        page.reload();
        assertThat(verdict).containsText(text("marketing.mining.verdict.KEPT"));
        assertThat(verdict).containsText(said("(" + most + " of " + people + ")", String.valueOf(most)));
        scan();
        guidePicture("mining-outcome");
    }

    private long answersCameIn(long use, String which) {
        return database.sql("""
                        with chosen as (select u.customer_id, row_number() over (order by u.customer_id) as n from mining_use_member u where u.use_id = :use)
                        update campaign_participant p set status = 'RESPONDED', invited_at = coalesce(p.invited_at, now()), responded_at = now()
                        from chosen, mining_use m where m.id = :use and p.campaign_id = m.campaign_id and p.customer_id = chosen.customer_id and """ + " " + which).param("use", use).update();
    }

    private void theyAreToBeInvited(long list) {
        Locator dialog = page.locator("main form");
        String next = database.sql(
                        "select name from campaign where state in ('PLANNED', 'APPROVED') and (name ~ '[一-龥]') = :chinese order by id limit 1")
                .param("chinese", said("en", "zh").equals("zh"))
                .query(String.class)
                .single();
        visit("/marketing/audiences/" + list + "/uses/new");
        choose(dialog, "campaignId", next);
        page.locator("main form button[type=submit].btn-primary").click();
        page.waitForCondition(
                () -> database.sql(
                                        "select count(*) from campaign_participant p join campaign c on c.id = p.campaign_id join audience_member a on a.customer_id = p.customer_id"
                                                + " where c.name = ? and a.audience_id = ?")
                                .params(next, list)
                                .query(Long.class)
                                .single()
                        > 50,
                new Page.WaitForConditionOptions().setTimeout(MINUTE));
    }
}
