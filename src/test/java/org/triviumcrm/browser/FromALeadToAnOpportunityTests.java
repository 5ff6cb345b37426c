package org.triviumcrm.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A lead is noted on a phone at a fair in Chinese, where somebody turns out to be known, and becomes a deal at a desk in English. */
class FromALeadToAnOpportunityTests extends DemoCompanyTest {

    private static final String FORM = "#dialog[open] form";

    @Test
    void isNotedOnAPhoneAndQualifiedAtADesk() {
        speak("zh");
        long twin =
                database.sql("""
                        insert into lead (id, full_name, company, email, owner_id, team_id, created_at, updated_at)
                        select nextval('lead_seq'), '林晓', '明湖仪表', 'lin.xiao@minghu.example', p.id, p.team_id, now(), now()
                        from person p where p.id = ? returning id""").param(id("representative")).query(Long.class).single();
        phoneOf("representative");
        visit("/marketing/leads/new");
        page.locator("[name=fullName]").fill("林小姐");
        page.locator("[name=company]").fill("明湖仪表");
        assertThat(page.locator("#twins")).not().containsText("林晓");
        page.locator("[name=email]").fill("Lin.Xiao@minghu.example");
        assertThat(page.locator("#twins a[href$='/leads/" + twin + "']")).hasText("林晓");
        assertThat(page.locator("#twins")).containsText(text("marketing.lead.twins.email"));
        assertFits();
        page.locator("[name=noCall]").selectOption("true");
        page.locator("main .form-buttons [type=submit]").click();
        assertThat(page.locator("h1")).containsText("林小姐");
        assertThat(page.locator("#record-related a[href$='/leads/" + twin + "']"))
                .hasText("林晓");
        assertThat(page.locator("#record-facts")).containsText(text("marketing.lead.noCall.true"));
        assertFits();
        String address = page.url();

        speak("en");
        at("administrator");
        page.navigate(address);
        scan();
        page.locator("a[data-dialog][href$='/qualification']").click();
        Locator form = page.locator(FORM);
        assertThat(form.locator("[name=newCustomer]")).hasValue("明湖仪表");
        assertThat(form.locator("[name=newContact]")).hasValue("林小姐");
        scan();
        form.locator("[name=opportunityName]").fill("Gauges for Minghu");
        form.locator("[name=amount]").fill("a dozen");
        form.locator("[type=submit]").click();
        assertThat(page.locator("[name=amount].is-invalid")).hasValue("a dozen");
        page.locator("[name=amount]").fill("12000");
        page.locator("form[action$='/qualification'] [type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/sales/opportunities/\\d+"));
        assertThat(page.locator("h1")).containsText("Gauges for Minghu");

        page.navigate(address);
        assertThat(page.locator("#record-related")).containsText("Gauges for Minghu");
        page.locator("#record-related form[action$='/undoing'] button").click();
        assertThat(page.locator("#notices")).containsText(text("sales.qualification.undone"));
        assertThat(page.locator("h1")).containsText(text("marketing.lead.state.WORKING"));
    }
}
