package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.browser.ManagersFigures.Figure;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.SampleFlows;

/** A representative quotes too cheaply, is refused, corrects it, has it approved on a phone, sends it, and the customer agrees. */
class AQuoteIsApprovedAndAcceptedTests extends DemoCompanyTest {

    private static final String ASKS = "form[action='/approvals/submissions']";

    @Autowired
    Viewers viewers;

    @BeforeAll
    void cheapOnesNeedAnApproval() {
        for (String spoken : new String[] {"en", "zh"}) {
            speak(spoken);
            flows.active(
                    "quote",
                    "RELEASE",
                    null,
                    ConditionGroup.all(
                            new Condition("discount", Comparison.MORE_THAN, "10"),
                            new Condition("owner", Comparison.IS, "" + id("representative"))),
                    SampleFlows.anyOf(viewers.find(id("director")).orElseThrow()));
            flows.active(
                    "contract",
                    "RELEASE",
                    null,
                    ConditionGroup.all(
                            new Condition("amount", Comparison.MORE_THAN, "1"),
                            new Condition("owner", Comparison.IS, "" + id("representative"))),
                    SampleFlows.anyOf(viewers.find(id("director")).orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void fromTheOpportunityToTheCustomersWord(String spoken) throws IOException {
        speak(spoken);
        at("representative");
        long opportunity = openOf("representative");
        BigDecimal open = expectedThisQuarter(opportunity);
        ManagersFigures figures = new ManagersFigures(this, "representative");
        at("representative");
        visit("/sales/opportunities/" + opportunity);
        page.locator(".panel a[href^='/sales/quotes/new']").click();
        page.locator("[data-quote-row=ITEM]").click();
        Locator row = page.locator("[data-quote-line]").last();
        String words = said("Installation on site", "现场安装");
        row.locator("[name$='.words']").fill(words);
        row.locator("[name$='.quantity']").fill("2");
        row.locator("[name$='.price']").fill("1,000");
        row.locator("[name$='.tax']").fill("20");
        page.fill("#discountValue", "101");
        page.locator("form[data-quote] button[type=submit]").click();
        assertThat(page.locator("#discountValue-more .invalid-feedback")).isVisible();
        assertThat(page.locator("[data-quote-line]").last().locator("[name$='.words']"))
                .hasValue(words);
        page.fill("#discountValue", "20");
        assertThat(page.locator("[data-quote-sums]")).containsText("20%");
        scan();
        page.locator("form[data-quote] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/sales/quotes/\\d+"));
        String quote = page.url();
        assertThat(page.locator("#foretold")).containsText(name("director"));
        scan();
        submit(quote);
        assertThat(page.locator("h1 .badge.state-submitted")).isVisible();
        assertThat(page.locator(".page-actions form, .page-actions a[href$='/edit']"))
                .hasCount(0);
        APIResponse refused = page.request().get(quote + "/paper.pdf");
        Assertions.assertThat(refused.headers().get("content-type")).startsWith("text/html");

        decide(quote, false);
        at("representative");
        page.navigate(quote);
        page.locator(".page-actions a[href$='/edit']").click();
        page.fill("#discountValue", "15");
        page.locator("form[data-quote] button[type=submit]").click();
        page.waitForURL(quote);
        submit(quote);
        decide(quote, true);

        at("representative");
        page.navigate(quote);
        assertThat(page.locator("h1 .badge.state-released")).isVisible();
        String paper = pdf(page.request().get(quote + "/paper.pdf").body());
        Assertions.assertThat(paper)
                .contains(words.replace(" ", ""))
                .contains(said("Quote", "报价单"), said("Validuntil", "有效期至"), said("Total", "价税合计"));
        page.locator(".page-actions a[href$='/letters/new']").click();
        Locator dialog = page.locator("#dialog[open]");
        dialog.locator("#address").fill("buyer@customer.example");
        scan();
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("h1 .badge.state-sent")).isVisible();
        assertThat(page.locator("#record-letters")).containsText("buyer@customer.example");
        page.locator(".page-actions a[href$='/acceptance']").click();
        page.locator("#dialog[open] #remark").fill(said("Order 4711", "订单 4711"));
        page.locator("#dialog[open] button[type=submit]").click();
        assertThat(page.locator("h1 .badge.state-accepted")).isVisible();
        assertThat(page.locator("#record-life")).containsText("4711");
        String contract = contract(words);
        Assertions.assertThat(database.sql("""
                                select o.state = 'WON' and o.currency = k.currency and o.amount = k.net
                                from contract k join opportunity o on o.id = k.opportunity_id where o.id = ?""")
                        .param(opportunity)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        paid(contract);
        theManagersFiguresMove(figures, opportunity, contract, open);
        phoneOf("representative");
        page.navigate(quote);
        settle();
        assertFits();
        page.navigate(quote + "/paper");
        settle();
        assertFits();
        page.navigate(contract);
        settle();
        assertFits();
        page.navigate(contract + "/paper");
        settle();
        assertFits();
    }

    /** From the accepted quote to the signature of both. */
    private String contract(String words) throws IOException {
        page.locator(".page-actions form[action$='/contract'] button").click();
        page.waitForURL(Pattern.compile(".*/sales/contracts/\\d+/edit"));
        page.fill("#theirSignatory", "Anna Berg");
        scan();
        page.locator("form[data-quote] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/sales/contracts/\\d+"));
        String contract = page.url();
        scan();
        submit(contract);
        assertThat(page.locator("h1 .badge.state-submitted")).isVisible();
        decide(contract, true);
        at("representative");
        page.navigate(contract);
        Assertions.assertThat(pdf(page.request().get(contract + "/paper.pdf").body()))
                .contains(words.replace(" ", ""), "AnnaBerg")
                .contains(said("Contract", "合同"), said("Begins", "生效日期"), said("Total", "价税合计"));
        page.locator(".page-actions a[href$='/signature']").click();
        page.locator("#dialog[open] button[type=submit]").click();
        assertThat(page.locator("h1 .badge.state-signed")).isVisible();
        return contract;
    }

    /** A plan of two payments, and the first one comes in. */
    private void paid(String contract) {
        page.locator("#record-payments a[href$='/payments/plan']").click();
        page.waitForURL(contract + "/payments/plan");
        page.fill("#shares", "40, 60");
        page.locator("main form[method=get] button").click();
        page.waitForURL(Pattern.compile(".*/payments/plan\\?.*"));
        scan();
        page.locator("main form.card button[type=submit]").click();
        page.waitForURL(contract + "/payments");
        assertThat(page.locator("main .badge.state-open")).hasCount(2);
        page.locator("main a[href*='instalmentId=']").first().click();
        scan();
        page.locator("#dialog[open] button[type=submit]").click();
        assertThat(page.locator("main .badge.state-paid")).isVisible();
        assertThat(page.locator("main .badge.state-open")).hasCount(1);
        scan();
        page.locator("main .timeline-list a[href$='/cancellation']").waitFor();
    }

    /** Forecast, quotas and leaderboard move by what was won, signed and received, and each leads to its rows. */
    private void theManagersFiguresMove(ManagersFigures figures, long opportunity, String contract, BigDecimal open) {
        String place = contract.substring(contract.indexOf("/sales/contracts/"));
        long id = Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
        BigDecimal won = amount("select base_amount from opportunity where id = ?", opportunity);
        at("director");
        figures.changed(Figure.FORECAST_WON, won);
        figures.changed(Figure.FORECAST_OPEN, open.negate());
        figures.changed(Figure.QUOTA_WON, won);
        figures.changed(Figure.QUOTA_SIGNED, amount("select base_gain from contract where id = ?", id));
        figures.changed(
                Figure.QUOTA_RECEIVED, amount("select sum(base_amount) from receipt where contract_id = ?", id));
        figures.leadsTo(Figure.FORECAST_WON, "/sales/opportunities/" + opportunity);
        figures.leadsTo(Figure.QUOTA_WON, "/sales/opportunities/" + opportunity);
        figures.leadsTo(Figure.QUOTA_SIGNED, place);
        scan();
        figures.leadsTo(Figure.QUOTA_RECEIVED, place + "/payments");
        figures.oneMoreWon("representative", opportunity);
    }

    /** What of the forecast of this quarter an opportunity is. */
    private BigDecimal expectedThisQuarter(long opportunity) {
        return amount("""
                select coalesce(sum(base_amount), 0) from opportunity
                where id = ? and date_trunc('quarter', expected_close_date) = date_trunc('quarter', current_date)""", opportunity);
    }

    private BigDecimal amount(String sql, long id) {
        return database.sql(sql).param(id).query(BigDecimal.class).single();
    }

    private void submit(String quote) {
        page.locator(".page-actions .btn-primary").click();
        page.locator(ASKS + " button[type=submit]").click();
        page.waitForURL(quote);
    }

    private void decide(String quote, boolean approve) {
        String table = quote.contains("/contracts/") ? "contract" : "quote";
        String number = database.sql("select number from " + table + " where id = ?")
                .param(Long.valueOf(quote.substring(quote.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
        phoneOf("director");
        visit("/approvals");
        page.locator("main tbody a", new Page.LocatorOptions().setHasText(number))
                .click();
        assertFits();
        page.locator(approve ? ".case-acts .btn-success" : ".case-acts .btn-outline-danger")
                .click();
        if (!approve) {
            page.locator("#dialog form textarea").fill(said("Too cheap", "太便宜"));
        }
        page.locator("#dialog form button[type=submit]").click();
        assertThat(page.locator("#dialog[open]")).hasCount(0);
        settle();
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
        }
    }
}
