package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.SampleFlows;

/**
 * A medicine company finds product and place by cross analysis, plans a campaign under the plan of the year, has it approved, invites
 * hospitals by level, sees one of them come and buy, watches sales while it runs, and judges it by growth, coverage, cost and return.
 */
class TheMedicineCompanyTests extends DemoCompanyTest {

    /** Those that the guide shows. */
    static final Set<String> PICTURES = Set.of("cross-analysis", "campaign", "campaign-sales", "campaign-return");

    @Autowired
    Viewers viewers;

    @Autowired
    Companies companies;

    private String drug = "";
    private String region = "";
    private String hospital = "";

    @BeforeAll
    void dearOnesNeedAnApproval() {
        for (String spoken : new String[] {"en", "zh"}) {
            speak(spoken);
            flows.active(
                    "campaign",
                    "PLAN",
                    null,
                    ConditionGroup.all(
                            new Condition("budget", Comparison.MORE_THAN, "5000"),
                            new Condition("owner", Comparison.IS, "" + id("marketer"))),
                    SampleFlows.anyOf(viewers.find(id("director")).orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromCrossAnalysisToTheReturn(String spoken) {
        speak(spoken);
        drug = said("Amlodipine 5 mg", "氨氯地平片");
        region = said("Riverside", "江城");
        hospital = said("Tertiary hospital", "三级医院");
        long first = customer(said("Riverside General", "江城第一医院"), hospital);
        long second = customer(said("Riverside Heart Centre", "江城心血管医院"), hospital);
        customer(said("Riverside Children’s", "江城儿童医院"), hospital);
        customer(said("Bridge Pharmacy", "大桥药房"), said("Pharmacy", "药店"));
        opportunity(first, "WON", 500);
        long open = opportunity(second, "OPEN", 2000);

        at("marketer");
        crossAnalysis();
        String plan = plan();
        String campaign = campaign(plan);
        approve(campaign);
        invite(campaign);
        run(campaign);
        win(open);
        judge(plan, campaign);
    }

    private void crossAnalysis() {
        visit("/insight/sales");
        page.selectOption("[name=rows]", "REGION");
        page.selectOption("[name=columns]", "PRODUCT");
        page.locator("main form[method=get] button").click();
        Locator row = page.locator("#pivot tbody tr", new Page.LocatorOptions().setHasText(region));
        assertThat(row).containsText("500");
        scan();
        guidePicture("cross-analysis");
        // and when: both of a place and of a time
        page.selectOption("[name=columns]", "MONTH");
        page.locator("main form[method=get] button").click();
        LocalDate yesterday = LocalDate.now(companies.zone()).minusDays(1);
        assertThat(page.locator("#pivot thead")).containsText("" + yesterday.getYear());
        assertThat(row.locator("td a").first()).containsText("500");
        row.locator("td a").first().click();
        assertThat(page.locator("#results tbody tr")).hasCount(1);
    }

    private String plan() {
        visit("/marketing/plans/new");
        page.fill("#name", said("A year for hearts", "心血管年度计划"));
        page.locator("main form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/marketing/plans/\\d+"));
        return page.url();
    }

    private String campaign(String plan) {
        visit("/marketing/campaigns/new");
        page.fill("#name", said("Blood pressure week", "血压关爱周"));
        page.selectOption("#methodId", new SelectOption().setIndex(10));
        page.fill("#region", region);
        LocalDate today = LocalDate.now(companies.zone());
        page.fill("#startOn", today.toString());
        page.fill("#endOn", today.plusDays(9).toString());
        page.selectOption("#planId", plan.replaceAll(".*/", ""));
        choose(page.locator("main form"), "productIds", drug);
        page.keyboard().press("Escape");
        page.fill("#expectedRevenue", "20000");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(Pattern.compile(".*/marketing/campaigns/\\d+"));
        String campaign = page.url();
        page.locator("#record-budget a[data-dialog]").click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("select[name='lines[0].categoryId']").selectOption(new SelectOption().setIndex(2));
        dialog.locator("[name='lines[0].amount']").fill("6000");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        assertThat(page.locator("#foretold")).containsText(name("director"));
        page.locator(".page-actions .btn-primary").click();
        page.locator("form[action='/approvals/submissions'] button[type=submit]")
                .click();
        page.waitForURL(campaign);
        return campaign;
    }

    private void approve(String campaign) {
        phoneOf("director");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(said("Blood pressure week", "血压关爱周")))
                .click();
        page.locator(".case-acts .btn-success").click();
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator(".case h1 .badge.state-done")).isVisible();
        at("marketer");
        page.navigate(campaign);
        assertThat(page.locator("h1 .badge.state-approved")).isVisible();
    }

    /** The hospitals of the region, by their level. */
    private void invite(String campaign) {
        // by how much they have bought: one of them has
        visit("/customers?f.region=" + region + "&f.wonAmount=100..");
        assertThat(page.locator("#results tbody tr")).hasCount(1);
        visit("/customers?f.region=" + region + "&f.level=" + hospital);
        assertThat(page.locator("#results tbody tr")).hasCount(3);
        page.locator("[data-select-all]").check();
        Locator add = page.locator("button[formaction$='/bulk/campaign']");
        if (!add.isVisible()) {
            page.locator("#list-selection details summary, .list-selection details summary")
                    .first()
                    .click();
        }
        add.click();
        Locator dialog = page.locator("#dialog[open] form, main .card-narrow form");
        // the one that was opened last is chosen already
        assertThat(dialog).containsText(said("Blood pressure week", "血压关爱周"));
        dialog.locator("button[type=submit]").last().click();
        assertThat(page.locator("#notices a[href^='/bulk-runs/']")).isVisible();
        page.navigate(campaign);
        assertThat(page.locator("#record-participants")).containsText("3");
    }

    /** It starts, costs something, and one of the hospitals comes. */
    private void run(String campaign) {
        page.locator(".page-actions .btn-primary").click();
        assertThat(page.locator("h1 .badge.state-running")).isVisible();
        page.locator("#record-costs a[href$='/costs/new']").click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("[name=amount]").fill("800");
        dialog.locator("select[name=categoryId]").selectOption(new SelectOption().setIndex(2));
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        assertThat(page.locator("#record-costs")).containsText("800");
        phoneOf("marketer");
        visit(campaign + "/check-in");
        page.fill("#q", said("Heart", "心血管"));
        page.locator("#found form button").first().click();
        assertThat(page.locator("h1 .badge.state-attended")).containsText("1");
        assertFits();
    }

    private void win(long opportunity) {
        at("representative");
        visit("/sales/opportunities/" + opportunity);
        page.locator(".page-actions a[href*='/win']").click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("h1 .badge.state-won")).isVisible();
    }

    private void judge(String plan, String campaign) {
        at("marketer");
        page.navigate(campaign);
        settle();
        guidePicture("campaign");
        page.locator("main nav a[href$='/sales']").click();
        Locator tiles = page.locator(".marketing-tiles");
        assertThat(tiles).containsText("2,000");
        assertThat(tiles).containsText("+300%");
        assertThat(tiles).containsText("50%");
        assertThat(tiles).containsText("25%");
        settle();
        scan();
        guidePicture("campaign-sales");
        tiles.locator("a", new Locator.LocatorOptions().setHasText("2,000")).click();
        assertThat(page.locator("#results tbody tr")).hasCount(1);
        page.navigate(campaign);
        page.locator(".page-actions .btn-primary").click();
        assertThat(page.locator("h1 .badge.state-completed")).isVisible();
        page.locator("main nav a[href^='/insight/return']").click();
        Locator row = page.locator("main tbody tr").first();
        assertThat(row).containsText("150%");
        assertThat(row).containsText("800");
        assertThat(row).containsText("2,000");
        settle();
        guidePicture("campaign-return");
        page.navigate(plan);
        assertThat(page.locator("main")).containsText("2,000");
        assertThat(page.locator("main")).containsText("800");
        page.locator("main").waitFor();
        visit("/insight/marketing");
        settle();
        printsToOneSheet();
        phoneOf("marketer");
        visit("/insight/marketing");
        assertFits();
        scan();
        Assertions.assertThat(database.sql("select cost_variance from campaign where name = ?")
                        .param(said("Blood pressure week", "血压关爱周"))
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("5200");
    }

    /** A4, as the browser's own dialog would have it. */
    private void printsToOneSheet() {
        byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(paper)) {
            Assertions.assertThat(document.getNumberOfPages()).isEqualTo(1);
            Assertions.assertThat(new PDFTextStripper().getText(document)).contains("150%");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long customer(String name, String level) {
        return database.sql("""
                        insert into customer (id, name, region, level, owner_id, team_id, created_at, updated_at)
                        select nextval('customer_seq'), :name, :region, :level, p.id, p.team_id, now(), now() from person p where p.id = :owner returning id""")
                .param("name", name)
                .param("region", region)
                .param("level", level)
                .param("owner", id("representative"))
                .query(Long.class)
                .single();
    }

    /** Like one of the representative's; what was won was won yesterday. */
    private long opportunity(long customer, String state, int amount) {
        database.sql("""
                        insert into product (id, name, active, created_at, updated_at)
                        select nextval('product_seq'), :drug, true, now(), now() where not exists (select from product where name = :drug)""").param("drug", drug).update();
        return database.sql("""
                        insert into opportunity (id, name, customer_id, product_id, pipeline_id, stage_id, state, currency, amount, base_amount, probability,
                            opened_on, closed_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                        select nextval('opportunity_seq'), :drug || ' · ' || k.name, k.id, (select id from product where name = :drug), o.pipeline_id, o.stage_id,
                            :state, o.currency, :amount, :amount, 50, current_date - 30, case :state when 'WON' then cast(:yesterday as date) end, now(), o.owner_id, o.team_id,
                            now() - interval '30 days', now()
                        from opportunity o, customer k where o.id = :like and k.id = :customer returning id""")
                .param("drug", drug)
                .param("state", state)
                .param("amount", amount)
                .param("yesterday", LocalDate.now(companies.zone()).minusDays(1))
                .param("customer", customer)
                .param("like", openOf("representative"))
                .query(Long.class)
                .single();
    }
}
